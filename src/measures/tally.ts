import { periodOfDay, type Axis } from './axis.ts';
import type { Population } from './measure.ts';

/** Where the cells of a grid lie: `(client + 1) * periods + period`, the firm being client -1. */
export interface Shape {
  readonly axis: Axis;
  readonly clients: number;
}

export interface Tally {
  /** Rows of each cell. */
  readonly rows: Float64Array;
  /** Rows with a number, and the sum of their numbers. */
  readonly counted: Float64Array;
  readonly sum: Float64Array;
}

export function cellsOf({ axis, clients }: Shape): number {
  return axis.starts.length * (clients + 1);
}

/**
 * Rows and sums of each cell; a row of no client counts for the firm only. Without numbers every row counts as 1.
 * `order` is the order in which rows are added up; as they stand where it is absent.
 */
export function tally(population: Population, numbers: Float64Array | null, shape: Shape, order: Int32Array | null = null): Tally {
  const cells = cellsOf(shape);
  const periods = shape.axis.starts.length;
  const { client: clients, day } = population;
  const [rows, counted, sum] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let i = 0; i < day.length; i++) {
    const row = order === null ? i : order[i]!;
    const period = periodOfDay(shape.axis, day[row]!);
    if (period < 0) continue;
    const client = clients[row]!;
    const number = numbers === null ? 1 : numbers[row]!;
    const cell = client < 0 ? -1 : (client + 1) * periods + period;
    rows[period]!++;
    if (cell >= 0) rows[cell]!++;
    if (Number.isNaN(number)) continue;
    counted[period]!++;
    sum[period]! += number;
    if (cell < 0) continue;
    counted[cell]!++;
    sum[cell]! += number;
  }
  return { rows, counted, sum };
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
  const cells = new Uint8Array(cellsOf(shape));
  const { assumed } = population;
  if (assumed === null) return cells;
  eachCell(population, shape, (row, cell) => {
    if (assumed[row] === 1) cells[cell] = 1;
  });
  return cells;
}
