import { tables } from '../facts/tables.ts';
import { texts } from '../facts/table.ts';
import { WINDOW_DAYS } from './axis.ts';
import type { Context, Measure, Population } from './measure.ts';

/** One fact behind a figure of the 13-week window. */
export interface RowBehind {
  /** Row of the measure's table, its id ('' where the table has none) and the file and line on which it stands. */
  readonly row: number;
  readonly id: string;
  readonly file: number;
  readonly line: number;
  /** Local day that anchors it. */
  readonly day: number;
  /** Its value in the figure: ms of a duration, 0 or 1 of a share, NaN of a count. */
  readonly value: number;
}

/** The facts behind one figure of one client. */
export interface Behind {
  /** Rows that the figure counts. */
  readonly counted: number;
  /** Those to look at: of a share the ones that missed, of a duration the longest first, of a count all; newest first otherwise. */
  readonly rows: readonly RowBehind[];
}

const NOTHING: Behind = { counted: 0, rows: [] };

/** The facts behind a measure in the window, by client; null where the measure has no rows of its own. */
export function rowsBehind(measure: Measure, context: Context): ((client: number) => Behind) | null {
  const population = measure.population?.(context) ?? null;
  if (population === null) return null;
  const table = context.facts.tables[population.table]!;
  const { id: idField } = tables[population.table];
  const ids = idField === null ? null : texts(table, idField);
  const place = (row: number): RowBehind => ({
    row,
    id: ids?.at(row) ?? '',
    file: table.file[row]!,
    line: table.line[row]!,
    day: population.day[row]!,
    value: population.value?.[row] ?? NaN,
  });
  const found = gathered(measure, population, context.asOf);
  const first = measure.kind === 'duration' ? (a: RowBehind, b: RowBehind) => b.value - a.value : (a: RowBehind, b: RowBehind) => b.day - a.day;
  return (client) => {
    const own = found.get(client);
    if (own === undefined) return NOTHING;
    const rows = own.rows.map(place).toSorted((a, b) => first(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || a.file - b.file || a.line - b.line);
    return { counted: own.counted, rows };
  };
}

function gathered({ kind }: Measure, { day, client, value }: Population, asOf: number): ReadonlyMap<number, { counted: number; rows: number[] }> {
  const found = new Map<number, { counted: number; rows: number[] }>();
  for (let row = 0; row < day.length; row++) {
    if (client[row]! < 0 || day[row]! > asOf || day[row]! <= asOf - WINDOW_DAYS) continue;
    const own = found.get(client[row]!) ?? { counted: 0, rows: [] };
    found.set(client[row]!, own);
    own.counted++;
    if (kind !== 'share' || value![row] === 0) own.rows.push(row);
  }
  return found;
}
