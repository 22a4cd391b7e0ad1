import type { ContractDays } from './client-days.ts';
import { durationGrid, ranked } from './durations.ts';
import { gridOf, type Grid } from './grid.ts';
import { NONE, type Intervals } from './intervals.ts';
import type { Kind, Measure, Population } from './measure.ts';
import { summingOrder } from './order.ts';
import { wilson } from './statistics.ts';
import { assumedCells, cellsOf, eachCell, tally, type Shape } from './tally.ts';

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

/** Makes the grid of one grain; what the grains share is made before. */
export type Gridder = (shape: Shape) => Grid;

/** The statistic of each kind that counts rows. */
export const kinds: Readonly<Record<Exclude<Kind, 'derived'>, (rows: Rows) => Gridder>> = {
  share: (rows) => (shape) => shareGrid(rows, shape),
  duration: ({ measure, population, intervals }) => {
    const inOrder = ranked(population);
    return (shape) => ({
      ...durationGrid(measure.id, inOrder, shape, intervals),
      assumed: assumedCells(population, shape),
    });
  },
  count: (rows) => (shape) => countGrid(rows, shape),
  rate: (rows) => (shape) => rateGrid(rows, shape),
  hours: (rows) => {
    const order = summingOrder(rows.population.value!);
    return (shape) => hoursGrid(rows, order, shape);
  },
  mean: (rows) => {
    const order = summingOrder(rows.population.value!);
    const squares = rows.population.value!.map((value) => value * value);
    return (shape) => meanGrid(rows, squares, order, shape);
  },
};

function shareGrid({ measure, population }: Rows, shape: Shape): Grid {
  const { rows: n, sum: hits } = tally(population, population.value, shape);
  const value = hits.map((hit, cell) => hit / n[cell]!);
  const [low, high] = [new Float64Array(n.length), new Float64Array(n.length)];
  n.forEach((rows, cell) => {
    const interval = wilson(hits[cell]!, rows) ?? NONE;
    low[cell] = interval.low;
    high[cell] = interval.high;
  });
  return gridOf(measure.id, shape.axis, shape.clients, {
    n,
    hits: hits.map((hit, cell) => (n[cell] === 0 ? NaN : hit)),
    value,
    low,
    high,
    assumed: assumedCells(population, shape),
  });
}

function countGrid(rows: Rows, shape: Shape): Grid {
  const { measure, population } = rows;
  const { rows: n } = tally(population, null, shape);
  const observed = observedCells(rows, n, shape);
  const value = n.map((counted, cell) => (observed[cell] === 1 ? counted : NaN));
  return gridOf(measure.id, shape.axis, shape.clients, { n, value, assumed: assumedCells(population, shape) });
}

function rateGrid(rows: Rows, shape: Shape): Grid {
  const { measure, population, exposure: against, intervals } = rows;
  const { rows: n } = tally(population, null, shape);
  const { rows: exposed } = tally(against!, null, shape);
  const either = n.map((counted, cell) => counted + exposed[cell]!);
  const observed = observedCells(rows, either, shape);
  const cells = cellsOf(shape);
  const [value, low, high] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let cell = 0; cell < cells; cell++) {
    const factor = observed[cell] === 1 && exposed[cell]! > 0 ? (measure.per ?? 1) / exposed[cell]! : NaN;
    const interval = intervals.count(n[cell]!);
    value[cell] = n[cell]! * factor;
    low[cell] = interval.low * factor;
    high[cell] = interval.high * factor;
  }
  const [hits, exposure] = [n, exposed].map((counts) => counts.map((one, cell) => (observed[cell] === 1 ? one : NaN)));
  const assumed = assumedCells(population, shape);
  return gridOf(measure.id, shape.axis, shape.clients, {
    n,
    hits: hits!,
    exposure: exposure!,
    value,
    low,
    high,
    assumed,
  });
}

function hoursGrid(rows: Rows, order: Int32Array, shape: Shape): Grid {
  const { measure, population } = rows;
  const { rows: n, counted, sum } = tally(population, population.value, shape, order);
  const observed = observedCells(rows, n, shape);
  const untimed = (cell: number): boolean => n[cell]! > 0 && counted[cell] === 0;
  const value = sum.map((minutes, cell) => (observed[cell] === 0 || untimed(cell) ? NaN : minutes / 60));
  const hits = new Float64Array(n.length);
  eachCell(population, shape, (row, cell) => {
    const logged = !Number.isNaN(population.value![row]!) && population.assumed?.[row] !== 1;
    if (logged) hits[cell]!++;
  });
  return gridOf(measure.id, shape.axis, shape.clients, { n, hits, value, assumed: assumedCells(population, shape) });
}

function meanGrid({ measure, population, intervals }: Rows, squares: Float64Array, order: Int32Array, shape: Shape): Grid {
  const { rows: n, sum } = tally(population, population.value, shape, order);
  const { sum: sumSquares } = tally(population, squares, shape, order);
  const mixed = mixedCells(population, shape);
  const cells = cellsOf(shape);
  const [value, low, high] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let cell = 0; cell < cells; cell++) {
    const spliced = mixed[cell] === 1;
    const interval = spliced ? NONE : intervals.mean(n[cell]!, sum[cell]!, sumSquares[cell]!);
    value[cell] = spliced ? NaN : sum[cell]! / n[cell]!;
    low[cell] = interval.low;
    high[cell] = interval.high;
  }
  return gridOf(measure.id, shape.axis, shape.clients, {
    n,
    value,
    low,
    high,
    assumed: assumedCells(population, shape),
  });
}

function mixedCells(population: Population, shape: Shape): Uint8Array {
  const mixed = new Uint8Array(cellsOf(shape));
  const { scale } = population;
  if (scale === null) return mixed;
  const seen = new Int32Array(mixed.length).fill(-1);
  eachCell(population, shape, (row, cell) => {
    if (seen[cell] === -1) seen[cell] = scale[row]!;
    else if (seen[cell] !== scale[row]) mixed[cell] = 1;
  });
  return mixed;
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
