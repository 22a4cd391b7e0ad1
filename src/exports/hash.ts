/** A 64-bit hash in two halves, reused from row to row. */
export interface RowHash {
  low: number;
  high: number;
}

const SAMPLE = 4;

/**
 * Hash of the first `width` cells of a record: two independent 32-bit multiplicative hashes (FNV-1a and a
 * Murmur-style mix) over the lengths and characters of the cells. Where `whole`, over every character; else over four to
 * seven of a cell, evenly spaced, which is enough to tell states of one id apart once their columns are compared too.
 */
export function hashInto(hash: RowHash, record: readonly string[], width: number, whole: boolean): void {
  let low = 0x811c9dc5 | 0;
  let high = 0x9747b28c | 0;
  for (let i = 0; i < width; i++) {
    const cell = record[i]!;
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

const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');

/** The hash as sixteen hexadecimal digits. */
export function hashText(low: number, high: number): string {
  return hex(high) + hex(low);
}
