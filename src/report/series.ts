import { cellIndex, type Figures, type Grid } from '../measures/grid.ts';
import type { Grain, MeasureWords } from '../measures/measure.ts';
import { dayText } from '../time/weeks.ts';
import type { Series } from './model.ts';

/** The grains of figures, in the order of files and pages. */
export const GRAINS: readonly Grain[] = ['week', 'month', 'quarter', 'window'];

const FIRM = -1;

/** Whether a cell has neither rows nor a value. */
export const isEmpty = ({ n, value }: Grid, cell: number): boolean => !(n[cell]! > 0) && Number.isNaN(value[cell]!);

function seriesOf(grid: Grid): Series | null {
  const { starts } = grid;
  const first = starts.findIndex((_, period) => !isEmpty(grid, cellIndex(grid, FIRM, period)));
  if (first === -1) return null;
  const from = cellIndex(grid, FIRM, first);
  const to = cellIndex(grid, FIRM, starts.length);
  const numbers = (column: Float64Array) => Array.from(column.subarray(from, to), (value) => (Number.isNaN(value) ? null : value));
  return {
    measure: grid.measure,
    client: null,
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

/** Every figure of the firm over the periods from the first with rows on. */
export function firmSeries(figures: Figures, measures: readonly Pick<MeasureWords, 'id'>[]): readonly Series[] {
  return measures.flatMap(({ id }) =>
    GRAINS.flatMap((grain) => {
      const grid = figures.grid(id, grain);
      const series = grid === null ? null : seriesOf(grid);
      return series === null ? [] : [series];
    }),
  );
}
