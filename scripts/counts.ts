import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Counted } from '../src/measures/cells.ts';
import type { Grid } from '../src/measures/grid.ts';

/** What a cell of each column holds where it says nothing. */
const NOTHING = { value: NaN, n: 0, hits: NaN, exposure: NaN, low: NaN, high: NaN, p90: NaN, assumed: 0 } as const;
type Column = keyof typeof NOTHING;
const COLUMNS = Object.keys(NOTHING) as readonly Column[];

/** A grid as it is written: without the columns that say nothing. */
type SlimGrid = Pick<Grid, 'measure' | 'grain' | 'starts' | 'clients'> & {
  readonly cells: number;
  readonly columns: Partial<Record<Column, Float64Array | Uint8Array>>;
};
type SlimCounted = Pick<Counted, 'account'> & { readonly grids: readonly SlimGrid[] };

function says(cells: Float64Array | Uint8Array, nothing: number): boolean {
  let at = 0;
  while (at < cells.length && Object.is(cells[at], nothing)) at++;
  return at < cells.length;
}

function slim({ account, grids }: Counted): SlimCounted {
  const slimmed = grids.map((grid): SlimGrid => {
    const { measure, grain, starts, clients } = grid;
    const columns = Object.fromEntries(COLUMNS.filter((column) => says(grid[column], NOTHING[column])).map((column) => [column, grid[column]]));
    return { measure, grain, starts, clients, cells: grid.n.length, columns };
  });
  return { account, grids: slimmed };
}

/** Columns that say nothing, one for all grids of as many cells. */
function silence() {
  const columns = new Map<string, Float64Array>();
  return (cells: number, nothing: number): Float64Array => {
    const key = `${cells} ${nothing}`;
    const column = columns.get(key) ?? new Float64Array(cells).fill(nothing);
    columns.set(key, column);
    return column;
  };
}

function filled({ cells, columns, ...grid }: SlimGrid, silent: ReturnType<typeof silence>): Grid {
  const numbers = (column: Column): Float64Array => {
    const given = columns[column];
    return given === undefined ? silent(cells, NOTHING[column]) : new Float64Array(given);
  };
  return {
    ...grid,
    starts: new Int32Array(grid.starts),
    value: numbers('value'),
    n: numbers('n'),
    hits: numbers('hits'),
    exposure: numbers('exposure'),
    low: numbers('low'),
    high: numbers('high'),
    p90: numbers('p90'),
    assumed: columns.assumed === undefined ? new Uint8Array(cells) : new Uint8Array(columns.assumed),
  };
}

const LENGTH_BYTES = 8;

/** Writes counts to a file, each before it is handed on, so that no two need be in memory. */
export function* countsKept(path: string, counts: Iterable<Counted>): Generator<Counted> {
  const file = openSync(path, 'wx');
  try {
    for (const counted of counts) {
      const bytes = serialize(slim(counted));
      for (const part of [new Uint8Array(Float64Array.of(bytes.length).buffer), bytes]) for (let at = 0; at < part.length;) at += writeSync(file, part, at);
      yield counted;
    }
  } finally {
    closeSync(file);
  }
}

function filledFrom(file: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length;) {
    const read = readSync(file, bytes, at, bytes.length - at, null);
    if (read === 0) return false;
    at += read;
  }
  return true;
}

/** The counts of a file, which is removed once they are read. */
export function* countsIn(path: string): Generator<Counted> {
  const file = openSync(path, 'r');
  const silent = silence();
  try {
    const length = new Float64Array(1);
    while (filledFrom(file, new Uint8Array(length.buffer, 0, LENGTH_BYTES))) {
      const bytes = new Uint8Array(length[0]!);
      if (!filledFrom(file, bytes)) throw new Error(`${path} is cut short`);
      const { account, grids } = deserialize(bytes) as SlimCounted;
      yield { account, grids: grids.map((grid) => filled(grid, silent)) };
    }
  } finally {
    closeSync(file);
    rmSync(path);
  }
}
