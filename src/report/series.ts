import type { Figures, Grid } from '../measures/grid.ts';
import { cellIndex } from '../measures/grid.ts';
import type { Grain, Measure } from '../measures/measure.ts';
import { dayText } from '../time/weeks.ts';
import type { ClientEntry, Series } from './model.ts';

const GRAINS: readonly Grain[] = ['week', 'month', 'quarter', 'window'];

function seriesOf(grid: Grid, client: number, id: string | null): Series | null {
  const { starts } = grid;
  let first = -1;
  for (let period = 0; period < starts.length && first === -1; period++) {
    const at = cellIndex(grid, client, period);
    if (grid.n[at]! > 0 || !Number.isNaN(grid.value[at]!)) first = period;
  }
  if (first === -1) return null;
  const from = cellIndex(grid, client, first);
  const to = cellIndex(grid, client, starts.length);
  const numbers = (column: Float64Array) => Array.from(column.subarray(from, to), (value) => (Number.isNaN(value) ? null : value));
  return {
    measure: grid.measure,
    client: id,
    grain: grid.grain,
    starts: Array.from(starts.subarray(first), dayText),
    value: numbers(grid.value),
    n: numbers(grid.n),
    hits: numbers(grid.hits),
    exposure: numbers(grid.exposure),
    low: numbers(grid.low),
    high: numbers(grid.high),
    p90: numbers(grid.p90),
    assumed: grid.assumed.subarray(from, to).includes(1) ? Array.from(grid.assumed.subarray(from, to), (flag) => flag === 1) : null,
  };
}

/** Every figure of the firm and of each client over the periods in which it has rows. */
export function allSeries(figures: Figures, measures: readonly Measure[], clients: readonly ClientEntry[]): readonly Series[] {
  return measures.flatMap(({ id }) =>
    GRAINS.flatMap((grain) => {
      const grid = figures.grid(id, grain);
      if (grid === null) return [];
      const firm = seriesOf(grid, -1, null);
      return [firm, ...clients.map((client, at) => seriesOf(grid, at, client.id))].filter((series) => series !== null);
    }),
  );
}
