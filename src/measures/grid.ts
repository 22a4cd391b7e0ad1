import type { TableName } from '../facts/table.ts';
import type { CellValue, Grain } from './measure.ts';
import type { Shape } from './shape.ts';

/**
 * One measure over all periods of a grain, for the firm and every client.
 * Cell (client c, period p) lies at `(c + 1) * starts.length + p`; the firm is client -1. NaN = no value.
 */
export interface Grid {
  readonly measure: string;
  readonly grain: Grain;
  /** First day of each period, ascending. */
  readonly starts: Int32Array;
  readonly clients: number;
  readonly value: Float64Array;
  readonly n: Float64Array;
  readonly hits: Float64Array;
  readonly exposure: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly p90: Float64Array;
  readonly assumed: Uint8Array;
}

/** A grid of the given columns; the others have no value, and no cell is assumed. Shared columns are never written to. */
export function gridOf(measure: string, shape: Shape, columns: Partial<Omit<Grid, 'measure' | 'grain' | 'starts' | 'clients'>>): Grid {
  const { axis, clients, none, zero, never } = shape;
  const { grain, starts } = axis;
  return { measure, grain, starts, clients, value: none, n: zero, hits: none, exposure: none, low: none, high: none, p90: none, assumed: never, ...columns };
}

/** Index of a cell; client -1 is the firm. */
export function cellIndex(grid: Grid, client: number, period: number): number {
  return (client + 1) * grid.starts.length + period;
}

/** One cell as an object. */
export function cellAt(grid: Grid, client: number, period: number): CellValue {
  const at = cellIndex(grid, client, period);
  return {
    value: grid.value[at]!,
    n: grid.n[at]!,
    hits: grid.hits[at]!,
    exposure: grid.exposure[at]!,
    low: grid.low[at]!,
    high: grid.high[at]!,
    p90: grid.p90[at]!,
    assumed: grid.assumed[at] === 1,
  };
}

/** Every measure's grids, and what each population left out. */
export interface Figures {
  /** Grid of a measure at a grain, null where the measure has no population. */
  grid(measure: string, grain: Grain): Grid | null;
  readonly accounts: readonly MeasureCount[];
}

/** population + excluded = facts, for one measure. */
export interface MeasureCount {
  readonly measure: string;
  readonly table: TableName;
  readonly facts: number;
  readonly population: number;
  readonly excluded: readonly { readonly reason: string; readonly rows: number }[];
}
