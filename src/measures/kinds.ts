import { GRAINS } from './axis.ts';
import type { ContractDays } from './client-days.ts';
import { durations } from './durations.ts';
import { gridOf, type Grid } from './grid.ts';
import type { Intervals } from './intervals.ts';
import type { Kind, Measure, Population } from './measure.ts';
import { addsExactly, summingOrder } from './order.ts';
import type { Shape, Shapes } from './shape.ts';
import { wilson, within } from './statistics.ts';
import { assumedCells, eachCell, tallies, type Tally } from './tally.ts';

/** What a kind makes its grids from. */
export interface Rows {
  readonly measure: Measure;
  readonly population: Population;
  /** What a rate is counted against; null for other kinds. */
  readonly exposure: Population | null;
  /** First day from which the rows, and the exposure, are kept: a period that ends before it has no value. */
  readonly observedFrom: number;
  /** A client's period outside of them that has no rows has no value either. */
  readonly contracts: ContractDays;
  readonly intervals: Intervals;
}

type Grids = readonly Grid[];

/** The statistic of each kind that counts rows, in all grains. */
export const kinds: Readonly<Record<Exclude<Kind, 'derived'>, (rows: Rows, shapes: Shapes) => Grids>> = {
  share: ({ measure, population }, shapes) => {
    const each = tallies(population, population.value, shapes);
    return GRAINS.map((grain) => gridOf(measure.id, shapes[grain], { ...shares(each[grain]), assumed: assumedCells(population, shapes[grain]) }));
  },
  duration: ({ measure, population, intervals }, shapes) => {
    const each = durations(population, shapes, intervals);
    return GRAINS.map((grain) => gridOf(measure.id, shapes[grain], { ...each[grain], assumed: assumedCells(population, shapes[grain]) }));
  },
  count: (rows, shapes) => {
    const each = tallies(rows.population, null, shapes);
    return GRAINS.map((grain) => countGrid(rows, each[grain].rows, shapes[grain]));
  },
  rate: (rows, shapes) => {
    const [each, against] = [tallies(rows.population, null, shapes), tallies(rows.exposure!, null, shapes)];
    return GRAINS.map((grain) => rateGrid(rows, each[grain].rows, against[grain].rows, shapes[grain]));
  },
  hours: (rows, shapes) => {
    const { value, assumed } = rows.population;
    const logged = value!.map((minutes, row) => (Number.isNaN(minutes) || assumed?.[row] === 1 ? 0 : 1));
    const [each, timed] = [tallies(rows.population, value, shapes, orderOf(value!)(value!)), tallies(rows.population, logged, shapes)];
    return GRAINS.map((grain) => hoursGrid(rows, each[grain], timed[grain].sum, shapes[grain]));
  },
  mean: (rows, shapes) => {
    const { value } = rows.population;
    const squares = value!.map((one) => one * one);
    const order = orderOf(value!);
    const [each, squared] = [tallies(rows.population, value, shapes, order(value!)), tallies(rows.population, squares, shapes, order(squares))];
    return GRAINS.map((grain) => meanGrid(rows, each[grain], squared[grain].sum, shapes[grain]));
  },
};

/** The order in which to add up numbers that go with values: that of the values, null where any will do. */
function orderOf(values: Float64Array): (numbers: Float64Array) => Int32Array | null {
  let order: Int32Array | null = null;
  return (numbers) => (addsExactly(numbers) ? null : (order ??= summingOrder(values)));
}

function blank(cells: number): Float64Array {
  return new Float64Array(cells).fill(NaN);
}

function shares({ rows: n, sum }: Tally): Partial<Grid> {
  const [hits, value, low, high] = [blank(n.length), blank(n.length), blank(n.length), blank(n.length)];
  for (let cell = 0; cell < n.length; cell++) {
    if (n[cell] === 0) continue;
    const interval = wilson(sum[cell]!, n[cell]!)!;
    hits[cell] = sum[cell]!;
    value[cell] = sum[cell]! / n[cell]!;
    low[cell] = interval.low;
    high[cell] = interval.high;
  }
  return { n, hits, value, low, high };
}

function countGrid(rows: Rows, n: Float64Array, shape: Shape): Grid {
  const observed = observedCells(rows, n, shape);
  const value = n.map((counted, cell) => (observed[cell] === 1 ? counted : NaN));
  return gridOf(rows.measure.id, shape, { n, value, assumed: assumedCells(rows.population, shape) });
}

function rateGrid(rows: Rows, n: Float64Array, exposed: Float64Array, shape: Shape): Grid {
  const { measure, population, intervals } = rows;
  const either = n.map((counted, cell) => counted + exposed[cell]!);
  const observed = observedCells(rows, either, shape);
  const [value, low, high] = [new Float64Array(shape.cells), new Float64Array(shape.cells), new Float64Array(shape.cells)];
  for (let cell = 0; cell < shape.cells; cell++) {
    const factor = observed[cell] === 1 && exposed[cell]! > 0 ? (measure.per ?? 1) / exposed[cell]! : NaN;
    const interval = intervals.count(n[cell]!);
    value[cell] = n[cell]! * factor;
    low[cell] = interval.low * factor;
    high[cell] = interval.high * factor;
  }
  const [hits, exposure] = [n, exposed].map((counts) => counts.map((one, cell) => (observed[cell] === 1 ? one : NaN)));
  return gridOf(measure.id, shape, { n, hits: hits!, exposure: exposure!, value, low, high, assumed: assumedCells(population, shape) });
}

function hoursGrid(rows: Rows, { rows: n, gaps, sum }: Tally, hits: Float64Array, shape: Shape): Grid {
  const observed = observedCells(rows, n, shape);
  const untimed = (cell: number): boolean => n[cell]! > 0 && gaps[cell] === n[cell];
  const value = sum.map((minutes, cell) => (observed[cell] === 0 || untimed(cell) ? NaN : minutes / 60));
  return gridOf(rows.measure.id, shape, { n, hits, value, assumed: assumedCells(rows.population, shape) });
}

function meanGrid({ measure, population, intervals }: Rows, { rows: n, sum }: Tally, sumSquares: Float64Array, shape: Shape): Grid {
  const scaleOf = cellScales(population, shape);
  const [value, low, high] = [blank(shape.cells), blank(shape.cells), blank(shape.cells)];
  for (let cell = 0; cell < shape.cells; cell++) {
    if (n[cell] === 0 || scaleOf(cell) === MIXED) continue;
    const interval = within(intervals.mean(n[cell]!, sum[cell]!, sumSquares[cell]!), population.possible?.[scaleOf(cell)] ?? ANY);
    value[cell] = sum[cell]! / n[cell]!;
    low[cell] = interval.low;
    high[cell] = interval.high;
  }
  return gridOf(measure.id, shape, { n, value, low, high, assumed: assumedCells(population, shape) });
}

const MIXED = -2;
const ANY = { low: -Infinity, high: Infinity };

/** The number of the scale of each cell's rows, MIXED where there are several. */
function cellScales(population: Population, shape: Shape): (cell: number) => number {
  const { scale } = population;
  if (scale === null || scale.every((one) => one === scale[0])) return () => scale?.[0] ?? 0;
  const seen = new Int32Array(shape.cells).fill(-1);
  eachCell(population, shape, (row, cell) => {
    if (seen[cell] === -1) seen[cell] = scale[row]!;
    else if (seen[cell] !== scale[row]) seen[cell] = MIXED;
  });
  return (cell) => seen[cell]!;
}

/**
 * 1 for each cell in which no rows means none: of a period that does not end before the rows are kept, and of a client
 * that was under contract in it, or has rows all the same.
 */
function observedCells({ observedFrom, contracts }: Rows, n: Float64Array, { axis, clients }: Shape): Uint8Array {
  const periods = axis.starts.length;
  const observed = new Uint8Array(periods * (clients + 1));
  for (let client = -1; client < clients; client++) {
    const [first, last] = client < 0 ? [-Infinity, Infinity] : [contracts.first[client]!, contracts.last[client]!];
    for (let period = 0; period < periods; period++) {
      const cell = (client + 1) * periods + period;
      const outside = axis.ends[period]! < first || axis.starts[period]! > last;
      if (axis.ends[period]! >= observedFrom && (!outside || n[cell]! > 0)) observed[cell] = 1;
    }
  }
  return observed;
}
