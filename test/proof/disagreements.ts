import { GRAINS } from '../../src/measures/axis.ts';
import { cellAt, type Figures, type Grid } from '../../src/measures/grid.ts';
import type { CellValue, Kind } from '../../src/measures/measure.ts';
import { dayText } from '../../src/time/weeks.ts';
import { keyOf, type SecondCell, type SecondFigures } from './second.ts';

type Column = 'value' | 'n' | 'hits' | 'exposure' | 'low' | 'high' | 'p90';

/** What is compared for each kind: what the second computation gives by a formula of its own. */
const COMPARED: Readonly<Record<Kind, readonly Column[]>> = {
  share: ['value', 'n', 'hits', 'low', 'high'],
  duration: ['value', 'n', 'p90'],
  count: ['value', 'n'],
  rate: ['value', 'n', 'hits', 'exposure'],
  hours: ['value', 'n', 'hits'],
  mean: ['value', 'n'],
  derived: ['value', 'n', 'hits'],
};

const RELATIVE = 1e-9;

/**
 * Every figure of a measure that differs between the two computations by more than a billionth, as a text. Periods that
 * only the first one has lie before the second one's data: they must have no value.
 */
export function disagreements(measure: { readonly id: string; readonly kind: Kind }, first: Figures, second: SecondFigures): string[] {
  return GRAINS.flatMap((grain) => {
    const grid = first.grid(measure.id, grain);
    return grid === null ? [`${measure.id} has no ${grain} grid`] : gridDisagreements(grid, COMPARED[measure.kind], second);
  });
}

function gridDisagreements(grid: Grid, columns: readonly Column[], second: SecondFigures): string[] {
  const found: string[] = [];
  for (let client = -1; client < grid.clients; client++) {
    grid.starts.forEach((start, period) => {
      const own = cellAt(grid, client, period);
      const other = second.get(keyOf(grid.measure, grid.grain, start, client));
      const where = `${grid.measure} ${grid.grain} ${dayText(start)} client ${client}`;
      for (const column of other === undefined ? (['value'] as const) : columns) {
        const [ours, theirs] = [numberOf(own, column), other?.[column] ?? null];
        if (!agree(ours, theirs)) found.push(`${where}: ${column} is ${ours}, in SQL ${theirs}`);
      }
    });
  }
  return found;
}

function numberOf(cell: CellValue, column: Column): number | null {
  return Number.isNaN(cell[column]) ? null : cell[column];
}

function agree(ours: number | null, theirs: SecondCell[Column]): boolean {
  if (ours === null || theirs === null) return ours === theirs;
  return Math.abs(ours - theirs) <= RELATIVE * Math.max(Math.abs(ours), Math.abs(theirs));
}
