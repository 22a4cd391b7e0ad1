import { ascending } from './order.ts';

/** Rows of a table by a key of theirs (a client, a ticket), each in the order of their instants. */
export interface Timelines {
  /** How many rows a key has. */
  count(key: number): number;
  /** Instants of a key, ascending; empty for keys without rows. */
  at(key: number): Float64Array;
  /** The rows of these instants; rows of one instant stand in any order. */
  rows(key: number): Int32Array;
  /** The instant at a place in the line of a key, NaN where there is none. */
  instant(key: number, place: number): number;
  /** The row at a place in the line of a key, -1 where there is none. */
  row(key: number, place: number): number;
  /** Place of the last instant of a key before another instant, -1 for none and for NaN. */
  lastBefore(key: number, instant: number): number;
}

/** The rows that count, by their key from 0 to `keys` - 1, in the order of their instants; packed, so that no row is an object. */
export function timelines(keyOf: Int32Array, instants: Float64Array, keys: number, counts: (row: number) => boolean): Timelines {
  const chosen = new Int32Array(instants.length);
  const starts = new Int32Array(keys + 1);
  let count = 0;
  for (let row = 0; row < instants.length; row++) {
    if (keyOf[row]! < 0 || !counts(row)) continue;
    chosen[count++] = row;
    starts[keyOf[row]! + 1]!++;
  }
  for (let key = 0; key < keys; key++) starts[key + 1]! += starts[key]!;
  const [rows, at, next] = [new Int32Array(count), new Float64Array(count), starts.slice(0, -1)];
  for (const row of ascending(instants, chosen.subarray(0, count))) {
    const place = next[keyOf[row]!]!++;
    rows[place] = row;
    at[place] = instants[row]!;
  }
  const part = <T extends Int32Array | Float64Array>(of: T, key: number): T => of.subarray(starts[key] ?? 0, starts[key + 1] ?? 0) as T;
  const lengthOf = (key: number): number => (starts[key + 1] ?? 0) - (starts[key] ?? 0);
  const stands = (key: number, place: number): boolean => place >= 0 && place < lengthOf(key);
  const lastBefore = (key: number, instant: number): number => {
    let [low, high] = [0, lengthOf(key)];
    const first = high === 0 ? 0 : starts[key]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at[first + middle]! < instant) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    count: lengthOf,
    at: (key) => part(at, key),
    rows: (key) => part(rows, key),
    instant: (key, place) => (stands(key, place) ? at[starts[key]! + place]! : NaN),
    row: (key, place) => (stands(key, place) ? rows[starts[key]! + place]! : -1),
    lastBefore,
  };
}

/** Place of the last instant of a key before another instant, -1 for none. */
export function lastBefore(lines: Timelines, key: number, instant: number): number {
  return lines.lastBefore(key, instant);
}

/** First instant of a key at another instant or after it, NaN for none. */
export function firstFrom(lines: Timelines, key: number, instant: number): number {
  return lines.instant(key, lines.lastBefore(key, instant) + 1);
}

/** The rows at a place in the line of a key, with all others of the same instant. */
export function rowsAt(lines: Timelines, key: number, place: number): Int32Array {
  const at = lines.at(key);
  let [from, to] = [place, place + 1];
  while (from > 0 && at[from - 1] === at[place]) from--;
  while (at[to] === at[place]) to++;
  return lines.rows(key).subarray(from, to);
}
