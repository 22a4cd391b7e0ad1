const SIGN = 0x8000_0000;
/** Index of the high word of a Float64 in a Uint32Array on this machine. */
const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;
const MANY = 65_536;

/**
 * The given rows in ascending order of their values, NaN last; equal values keep their order. A radix sort over the
 * bits of the numbers, which stand in the order of the numbers once the sign is turned (IEEE 754). Many rows take
 * digits of 16 bits, few rows smaller ones, whose tables are quicker to clear.
 */
export function ascending(values: Float64Array, rows: Int32Array): Int32Array {
  const words = sortableWords(values);
  const bits = rows.length > MANY ? 16 : 8;
  let order = rows;
  for (const word of [1 - HIGH, HIGH]) for (let shift = 0; shift < 32; shift += bits) order = pass(words, order, word, shift, 2 ** bits);
  return order;
}

/**
 * Rows in an order in which their numbers add up to the same sum however the rows are shuffled: as they stand where
 * the numbers are whole, which add up without rounding, else ascending.
 */
export function summingOrder(values: Float64Array): Int32Array {
  const rows = new Int32Array(values.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return largestOfWhole(values) < Infinity ? rows : ascending(values, rows);
}

/** Whether any of the numbers add up without rounding in any order: all are whole, and their sum stays below 2^53. NaN is left out. */
export function addsExactly(values: Float64Array): boolean {
  return largestOfWhole(values) * values.length <= Number.MAX_SAFE_INTEGER;
}

/** Largest size of whole numbers, Infinity where one is not whole. */
function largestOfWhole(values: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (Number.isNaN(value)) continue;
    if (value !== Math.trunc(value) || !Number.isFinite(value)) return Infinity;
    largest = Math.max(largest, Math.abs(value));
  }
  return largest;
}

function sortableWords(values: Float64Array): Uint32Array {
  const words = new Uint32Array(values.slice().buffer);
  for (let at = 0; at < words.length; at += 2) {
    const negative = words[at + HIGH]! >= SIGN;
    words[at + HIGH] = words[at + HIGH]! ^ (negative ? 0xffff_ffff : SIGN);
    if (negative) words[at + 1 - HIGH] = ~words[at + 1 - HIGH]!;
  }
  return words;
}

function pass(words: Uint32Array, rows: Int32Array, word: number, shift: number, digits: number): Int32Array {
  const starts = new Int32Array(digits + 1);
  for (let i = 0; i < rows.length; i++) starts[((words[rows[i]! * 2 + word]! >>> shift) & (digits - 1)) + 1]!++;
  if (starts.includes(rows.length)) return rows;
  for (let digit = 0; digit < digits; digit++) starts[digit + 1]! += starts[digit]!;
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const digit = (words[row * 2 + word]! >>> shift) & (digits - 1);
    sorted[starts[digit]!++] = row;
  }
  return sorted;
}
