import { periodOfDay } from './axis.ts';
import { gridOf, type Grid } from './grid.ts';
import { LEFT_OUT, type Population } from './measure.ts';
import type { Intervals } from './intervals.ts';
import { ascending } from './order.ts';
import { quantile } from './statistics.ts';
import { cellsOf, type Shape } from './tally.ts';

/** A population's rows from its smallest value to its largest. */
export interface Ranked {
  readonly day: Int32Array;
  readonly client: Int32Array;
  readonly value: Float64Array;
}

/** The rows of a duration measure in ascending order of their values: sorted once, every cell's values are in order. */
export function ranked({ day, client, value }: Population): Ranked {
  const rows = new Int32Array(day.length);
  let counted = 0;
  for (let row = 0; row < day.length; row++) if (day[row] !== LEFT_OUT) rows[counted++] = row;
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

/** Median, 90th percentile and the order-statistic interval of the median, cell by cell. */
export function durationGrid(measure: string, rows: Ranked, shape: Shape, intervals: Intervals): Grid {
  const { values, ends } = valuesOfCells(rows, shape);
  const cells = cellsOf(shape);
  const [n, value, p90] = [new Float64Array(cells), blank(cells), blank(cells)];
  const [low, high] = [blank(cells), blank(cells)];
  for (let cell = 0, from = 0; cell < cells; from = ends[cell]!, cell++) {
    const sorted = values.subarray(from, ends[cell]!);
    if (sorted.length === 0) continue;
    n[cell] = sorted.length;
    value[cell] = quantile(sorted, 0.5);
    p90[cell] = quantile(sorted, 0.9);
    const ranks = intervals.medianRanks(sorted.length);
    low[cell] = sorted[ranks.low] ?? NaN;
    high[cell] = sorted[ranks.high] ?? NaN;
  }
  return gridOf(measure, shape.axis, shape.clients, { n, value, p90, low, high });
}

function valuesOfCells(rows: Ranked, shape: Shape): { readonly values: Float64Array; readonly ends: Int32Array } {
  const starts = cellStarts(rows, shape);
  const values = new Float64Array(starts.at(-1)!);
  const next = starts.slice(0, -1);
  const { length } = shape.axis.starts;
  for (let i = 0; i < rows.day.length; i++) {
    const at = periodOfDay(shape.axis, rows.day[i]!);
    if (at < 0) continue;
    const value = rows.value[i]!;
    values[next[at]!++] = value;
    const client = rows.client[i]!;
    if (client >= 0) values[next[(client + 1) * length + at]!++] = value;
  }
  return { values, ends: next };
}

function cellStarts(rows: Ranked, shape: Shape): Int32Array {
  const { length } = shape.axis.starts;
  const starts = new Int32Array(cellsOf(shape) + 1);
  for (let i = 0; i < rows.day.length; i++) {
    const at = periodOfDay(shape.axis, rows.day[i]!);
    if (at < 0) continue;
    starts[at + 1]!++;
    const client = rows.client[i]!;
    if (client >= 0) starts[(client + 1) * length + at + 1]!++;
  }
  for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
  return starts;
}

function blank(cells: number): Float64Array {
  return new Float64Array(cells).fill(NaN);
}
