import type { Facts } from '../../src/facts/facts.ts';
import type { TableName } from '../../src/facts/table.ts';
import { GRAINS } from '../../src/measures/axis.ts';
import { cellAt, type Figures, type Grid } from '../../src/measures/grid.ts';
import type { CellValue, Kind, Measure } from '../../src/measures/measure.ts';
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

/** The two computations, and the facts that they were made from. */
export interface Both {
  readonly first: Figures;
  readonly second: SecondFigures;
  readonly facts: Facts;
}

/**
 * Every figure of a measure that differs between the two computations by more than a billionth, as a text. A measure
 * without a grid lacks a column that its inputs name. Periods that only the first one has lie before the second one's
 * data: they must have no value.
 */
export function disagreements(measure: Measure, { first, second, facts }: Both): string[] {
  return GRAINS.flatMap((grain) => {
    const grid = first.grid(measure.id, grain);
    if (grid === null) return measure.inputs.every((input) => given(input, facts)) ? [`${measure.id} has no ${grain} grid`] : [];
    return gridDisagreements(grid, COMPARED[measure.overClients ? 'share' : measure.kind], second);
  });
}

/** Whether an input is a figure, or a column that some file gave. */
function given(input: string, { tables }: Facts): boolean {
  const [table, column] = input.split('.') as [TableName, string?];
  return column === undefined || tables[table]?.data.column(column) !== undefined;
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
