import { periodOfDay, type Axis } from './axis.ts';
import { LEFT_OUT, type Population } from './measure.ts';
import { byGrain, type Shape, type Shapes } from './shape.ts';
import type { Grain } from './measure.ts';

export interface Tally {
  /** Rows of each cell, and those of them without a number. */
  readonly rows: Float64Array;
  readonly gaps: Float64Array;
  /** Sum of the numbers. */
  readonly sum: Float64Array;
}

type Rows = Pick<Population, 'client' | 'day'>;
type Tallies = Readonly<Record<Grain, Tally>>;

/**
 * Rows and sums of each cell of all grains; a row of no client counts for the firm only. Without numbers the sums are 0.
 * `order` is the order in which numbers that are not whole are added up; null where all are whole, which add up to the
 * same in any order, so that the firm is the sum of its clients, a quarter of its months and the window of its weeks.
 */
export function tallies(population: Rows, numbers: Float64Array | null, shapes: Shapes, order: Int32Array | null = null): Tallies {
  if (order !== null) return byGrain((grain) => ordered(population, numbers!, shapes[grain], order));
  const [week, month] = counted(population, numbers, [shapes.week, shapes.month]) as [Tally, Tally];
  const whole = shapes.week.axis.ends.at(-1) === shapes.window.axis.ends[0];
  return {
    week,
    month,
    quarter: added(month, shapes.month, shapes.quarter),
    window: whole ? added(week, shapes.week, shapes.window) : counted(population, numbers, [shapes.window])[0]!,
  };
}

/** Tallies of one or two grains from one look at the rows. */
function counted(population: Rows, numbers: Float64Array | null, [one, two = one]: readonly Shape[]): readonly Tally[] {
  const [first, second] = [emptyTally(one!, numbers), emptyTally(two!, numbers)];
  if (one !== two) addRows(population, numbers, one!.axis, first, two!.axis, second);
  else addRows(population, numbers, one!.axis, first, null, second);
  return [withFirm(first, one!), withFirm(second, two!)];
}

function emptyTally({ cells, zero }: Shape, numbers: Float64Array | null): Tally {
  const own = (): Float64Array => new Float64Array(cells);
  return { rows: own(), gaps: numbers === null ? zero : own(), sum: numbers === null ? zero : own() };
}

/** Adds each row to its client's cell, or to the firm's where it has no client. */
function addRows({ client: clients, day: days }: Rows, numbers: Float64Array | null, one: Axis, first: Tally, two: Axis | null, second: Tally): void {
  const [{ firstDay, periodOf: oneOf }, twoOf] = [one, two?.periodOf ?? null];
  const [ones, twos] = [one.starts.length, two?.starts.length ?? 0];
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!;
    const place = day - firstDay;
    if (day === LEFT_OUT || !(place >= 0 && place < oneOf.length)) continue;
    const client = clients[row]! + 1;
    const owner = client > 0 ? client : 0;
    const number = numbers === null ? 0 : numbers[row]!;
    const period = oneOf[place]!;
    if (period >= 0) addRow(first, owner * ones + period, number);
    const other = twoOf === null ? -1 : twoOf[place]!;
    if (other >= 0) addRow(second, owner * twos + other, number);
  }
}

function addRow({ rows, gaps, sum }: Tally, cell: number, number: number): void {
  rows[cell]!++;
  if (number === 0) return;
  if (Number.isNaN(number)) gaps[cell]!++;
  else sum[cell]! += number;
}

/** Adds every client's cells to the firm's, which hold the rows of no client. */
function withFirm(tally: Tally, { axis, cells, zero }: Shape): Tally {
  const periods = axis.starts.length;
  for (const column of Object.values(tally) as Float64Array[]) {
    if (column === zero) continue;
    for (let cell = periods; cell < cells;) for (let period = 0; period < periods; period++) column[period]! += column[cell++]!;
  }
  return tally;
}

/** Tallies of periods from those of the shorter periods that they are made of. */
function added(tally: Tally, short: Shape, long: Shape): Tally {
  const longer = short.axis.ends.map((end) => periodOfDay(long.axis, end));
  const sums = (column: Float64Array): Float64Array => {
    if (column === short.zero) return long.zero;
    const result = new Float64Array(long.cells);
    const [shorts, longs] = [longer.length, long.axis.starts.length];
    for (let cell = 0, owner = 0; owner <= short.clients; owner++) {
      for (let period = 0; period < shorts; period++, cell++) if (longer[period]! >= 0) result[owner * longs + longer[period]!]! += column[cell]!;
    }
    return result;
  };
  return { rows: sums(tally.rows), gaps: sums(tally.gaps), sum: sums(tally.sum) };
}

function ordered({ client: clients, day: days }: Rows, numbers: Float64Array, shape: Shape, order: Int32Array): Tally {
  const tally = emptyTally(shape, numbers);
  const periods = shape.axis.starts.length;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const period = periodOfDay(shape.axis, days[row]!);
    if (period < 0) continue;
    addRow(tally, period, numbers[row]!);
    if (clients[row]! >= 0) addRow(tally, (clients[row]! + 1) * periods + period, numbers[row]!);
  }
  return tally;
}

/** Calls `visit` with each row that lies in a cell: once for the firm's cell, once for its client's. */
export function eachCell(population: Population, shape: Shape, visit: (row: number, cell: number) => void): void {
  const periods = shape.axis.starts.length;
  const { client: clients, day } = population;
  for (let row = 0; row < day.length; row++) {
    const period = periodOfDay(shape.axis, day[row]!);
    if (period < 0) continue;
    visit(row, period);
    const client = clients[row]!;
    if (client >= 0) visit(row, (client + 1) * periods + period);
  }
}

/** 1 for each cell that holds an assumed row. */
export function assumedCells(population: Population, shape: Shape): Uint8Array {
  const { assumed } = population;
  if (assumed === null || !assumed.includes(1)) return shape.never;
  const cells = new Uint8Array(shape.cells);
  eachCell(population, shape, (row, cell) => {
    if (assumed[row] === 1) cells[cell] = 1;
  });
  return cells;
}
