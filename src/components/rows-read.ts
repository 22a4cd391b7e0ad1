import type { Chart, Drawing } from '../report/model.ts';

/** What each row of a drawing's data is called, null where it has no name; null for shapes without rows to point at. */
function namesOf(drawing: Drawing): readonly (string | null)[] | null {
  switch (drawing.shape) {
    case 'process':
      return drawing.points.map(({ start }) => start);
    case 'lines':
      return drawing.series[0]?.points.map(({ start }) => start) ?? null;
    case 'distribution':
    case 'strip':
      return drawing.bins.map(() => null);
    case 'spans':
      return drawing.columns.map(() => null);
    case 'intervals':
    case 'bars':
    case 'slopes':
    case 'ranges':
    case 'balance':
    case 'calendar':
      return drawing.rows.map(({ label }) => label);
    case 'scatter':
      return drawing.points.map(() => null);
    default:
      return null;
  }
}

/**
 * The row of the table behind a chart for each row of its drawing: by name, or in order where both have as many. Null
 * where they do not belong together, so that nothing can be read out of the drawing.
 */
export function rowsRead({ drawing, table }: Chart): readonly number[] | null {
  const names = namesOf(drawing);
  if (names === null || names.length === 0) return null;
  const places = new Map(table.rows.flatMap(([cell], row) => [cell?.text, cell?.value].map((name) => [name, row] as const)));
  const rows = names.map((name) => (name === null ? undefined : places.get(name)));
  const found = rows.filter((row) => row !== undefined);
  if (found.length === names.length && new Set(found).size === names.length) return found;
  return names.length === table.rows.length ? names.map((_, row) => row) : null;
}
