import type { TextColumn } from '../facts/columns.ts';

/** A 64-bit hash in two halves, reused from row to row. */
export interface RowHash {
  low: number;
  high: number;
}

const SAMPLE = 16;

/**
 * Hash of the cells at these positions: two independent 32-bit multiplicative hashes (FNV-1a and a Murmur-style mix)
 * over their lengths and characters. Where `whole`, over every character, so that it can stand for the row; else over
 * at most sixteen of a cell, evenly spaced, to tell states of one id apart in columns that no fact holds.
 */
export function hashInto(hash: RowHash, record: readonly string[], positions: Int32Array, whole: boolean): void {
  let low = 0x811c9dc5 | 0;
  let high = 0x9747b28c | 0;
  for (let i = 0; i < positions.length; i++) {
    const cell = record[positions[i]!] ?? '';
    const { length } = cell;
    const step = whole || length <= SAMPLE ? 1 : ((length - 1) / SAMPLE + 1) | 0;
    for (let k = 0; k < length; k += step) {
      const c = cell.charCodeAt(k);
      low = Math.imul(low ^ c, 0x01000193);
      high = Math.imul(high + c, 0x5bd1e995) ^ (high >>> 15);
    }
    low = Math.imul(low ^ length, 0x01000193);
    high = Math.imul(high + length, 0x5bd1e995) ^ (high >>> 13);
  }
  hash.low = low;
  hash.high = high;
}

/** A number that rows of a column have in common where their texts are the same: FNV-1a over their bytes. */
export function hashRow({ bytes, offsets }: TextColumn, row: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}

const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');

/** The hash as sixteen hexadecimal digits. */
export function hashText(low: number, high: number): string {
  return hex(high) + hex(low);
}
