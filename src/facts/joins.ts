import type { CodeColumn, TextColumn } from './columns.ts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const encoder = new TextEncoder();

/**
 * Finds the row of an id, -1 for none and for null; of several rows with one id the first. Ids stay packed: the table
 * hashes their bytes (FNV-1a, open addressing) and no text is made.
 */
export function rowsById(ids: TextColumn): (id: string | null) => number {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, ids.length * 2)));
  const slots = new Int32Array(size).fill(-1);
  const find = (bytes: Uint8Array, from: number, to: number): number => {
    let slot = hash(bytes, from, to) & (size - 1);
    for (let row = slots[slot]!; row !== -1 && !equals(ids, row, bytes, from, to); row = slots[slot]!) slot = (slot + 1) & (size - 1);
    return slot;
  };
  for (let row = 0; row < ids.length; row++) {
    const [from, to] = [ids.offsets[row]!, ids.offsets[row + 1]!];
    if (from === to) continue;
    const slot = find(ids.bytes, from, to);
    if (slots[slot] === -1) slots[slot] = row;
  }
  return (id) => {
    if (id === null || id === '') return -1;
    const bytes = bytesOf(id);
    return slots[find(bytes, 0, bytes.length)]!;
  };
}

/** For each row of a reference the row that it names, -1 where it names none or one that is not there. */
export function rowsNamed(refs: CodeColumn | null, rows: number, rowOf: (id: string | null) => number): Int32Array {
  if (refs === null) return new Int32Array(rows).fill(-1);
  const targets = Int32Array.from(refs.dictionary, rowOf);
  return refs.codes.map((code) => targets[code] ?? -1);
}

/** UTF-8 of a text; plain ASCII, which most ids are, goes without the encoder. */
function bytesOf(id: string): Uint8Array {
  const bytes = new Uint8Array(id.length);
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    if (unit > 0x7f) return encoder.encode(id);
    bytes[at] = unit;
  }
  return bytes;
}

function hash(bytes: Uint8Array, from: number, to: number): number {
  let mixed = FNV_OFFSET;
  for (let at = from; at < to; at++) mixed = Math.imul(mixed ^ bytes[at]!, FNV_PRIME);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function equals(ids: TextColumn, row: number, bytes: Uint8Array, from: number, to: number): boolean {
  const start = ids.offsets[row]!;
  const length = ids.offsets[row + 1]! - start;
  if (length !== to - from) return false;
  for (let at = 0; at < length; at++) if (ids.bytes[start + at] !== bytes[from + at]) return false;
  return true;
}
