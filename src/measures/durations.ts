import { periodOfDay } from './axis.ts';
import type { Grid } from './grid.ts';
import type { Intervals } from './intervals.ts';
import { LEFT_OUT, type Grain, type Population } from './measure.ts';
import { ascending } from './order.ts';
import { byGrain, type Shape, type Shapes } from './shape.ts';
import { quantile } from './statistics.ts';
import { tallies } from './tally.ts';

/** A population's rows from its smallest value to its largest. */
export interface Ranked {
  readonly day: Int32Array;
  readonly client: Int32Array;
  readonly value: Float64Array;
}

/** The rows of a duration measure, those from a day on, in ascending order of their values: sorted once, every cell's values are in order. */
export function ranked({ day, client, value }: Pick<Population, 'day' | 'client' | 'value'>, from = -Infinity): Ranked {
  const rows = new Int32Array(day.length);
  let counted = 0;
  for (let row = 0; row < day.length; row++) if (day[row] !== LEFT_OUT && day[row]! >= from) rows[counted++] = row;
  const order = ascending(value!, rows.subarray(0, counted));
  const result = { day: new Int32Array(counted), client: new Int32Array(counted), value: new Float64Array(counted) };
  for (let i = 0; i < counted; i++) {
    const row = order[i]!;
    result.day[i] = day[row]!;
    result.client[i] = client[row]!;
    result.value[i] = value![row]!;
  }
  return result;
}

/** Median, 90th percentile and the order-statistic interval of the median, cell by cell of all grains. */
export function durations(population: Population, shapes: Shapes, intervals: Intervals): Readonly<Record<Grain, Partial<Grid>>> {
  const rows = ranked(population);
  const each = tallies(rows, null, shapes);
  const room = new Float64Array(2 * rows.day.length);
  return byGrain((grain) => quantiles(each[grain].rows, valuesOfCells(rows, each[grain].rows, shapes[grain], room), intervals));
}

function quantiles(n: Float64Array, values: Float64Array, intervals: Intervals): Partial<Grid> {
  const [value, p90, low, high] = [blank(n.length), blank(n.length), blank(n.length), blank(n.length)];
  for (let cell = 0, from = 0; cell < n.length; from += n[cell]!, cell++) {
    if (n[cell] === 0) continue;
    const sorted = values.subarray(from, from + n[cell]!);
    value[cell] = quantile(sorted, 0.5);
    p90[cell] = quantile(sorted, 0.9);
    const ranks = intervals.medianRanks(sorted.length);
    low[cell] = sorted[ranks.low] ?? NaN;
    high[cell] = sorted[ranks.high] ?? NaN;
  }
  return { n, value, p90, low, high };
}

/** The values of each cell, ascending, one cell after another. */
function valuesOfCells(rows: Ranked, n: Float64Array, { axis, cells }: Shape, values: Float64Array): Float64Array {
  const next = new Int32Array(cells);
  for (let cell = 1; cell < cells; cell++) next[cell] = next[cell - 1]! + n[cell - 1]!;
  const { length } = axis.starts;
  for (let i = 0; i < rows.day.length; i++) {
    const at = periodOfDay(axis, rows.day[i]!);
    if (at < 0) continue;
    const value = rows.value[i]!;
    values[next[at]!++] = value;
    const client = rows.client[i]!;
    if (client >= 0) values[next[(client + 1) * length + at]!++] = value;
  }
  return values;
}

function blank(cells: number): Float64Array {
  return new Float64Array(cells).fill(NaN);
}
