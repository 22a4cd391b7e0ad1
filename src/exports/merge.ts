import { codeColumn, isCodeColumn, isTextColumn, textColumn, type CodeColumn, type Column, type TextColumn } from '../facts/columns.ts';
import { plainColumn, release } from './apart.ts';
import { hashRow } from './hash.ts';

/** One column of several files, end to end; null where a file lacks it. */
export interface Part {
  readonly column: Column | null;
  readonly rows: number;
}

const total = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + part.rows, 0);

function joinCodes(parts: readonly Part[]): CodeColumn {
  const codes = new Int32Array(total(parts)).fill(-1);
  const dictionary: string[] = [];
  const byWord = new Map<string, number>();
  let at = 0;
  for (const { column, rows } of parts) {
    if (column !== null) {
      const own = column as CodeColumn;
      const map = own.dictionary.map((word) => {
        const known = byWord.get(word);
        if (known !== undefined) return known;
        byWord.set(word, dictionary.length);
        return dictionary.push(word) - 1;
      });
      const there = own.codes;
      for (let row = 0; row < rows; row++) {
        const code = there[row]!;
        if (code !== -1) codes[at + row] = map[code]!;
      }
      release(own.codes);
    }
    at += rows;
  }
  return codeColumn(codes, dictionary);
}

function joinTexts(parts: readonly Part[]): TextColumn {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + (part.column === null ? 0 : (part.column as TextColumn).bytes.length), 0));
  const offsets = new Uint32Array(total(parts) + 1);
  let at = 0;
  let base = 0;
  for (const { column, rows } of parts) {
    const own = column as TextColumn | null;
    if (own !== null) bytes.set(own.bytes, base);
    for (let row = 0; row < rows; row++) offsets[at + row + 1] = base + (own?.offsets[row + 1] ?? 0);
    base += own?.bytes.length ?? 0;
    at += rows;
    if (own === null) continue;
    release(own.bytes);
    release(own.offsets);
  }
  return textColumn(bytes, offsets);
}

function joinTyped(parts: readonly Part[], flags: boolean): Column {
  const joined = flags ? new Int8Array(total(parts)).fill(-1) : new Float64Array(total(parts)).fill(NaN);
  let at = 0;
  for (const { column, rows } of parts) {
    at += rows;
    if (column === null) continue;
    joined.set(column as Float64Array, at - rows);
    release(column as Float64Array);
  }
  return joined;
}

/** The parts of one column end to end; those that are copied are empty afterwards where they were large. */
export function join(parts: readonly Part[]): Column {
  const first = parts.find((part) => part.column !== null)!.column!;
  if (parts.length === 1) return plainColumn(first);
  if (isCodeColumn(first)) return joinCodes(parts);
  if (isTextColumn(first)) return joinTexts(parts);
  return joinTyped(parts, first instanceof Int8Array);
}

/** The rows of a column at these positions. */
export function take(column: Column, rows: Int32Array): Column {
  if (isCodeColumn(column))
    return codeColumn(
      rows.map((row) => column.codes[row]!),
      column.dictionary,
    );
  if (!isTextColumn(column)) {
    const taken = column instanceof Int8Array ? new Int8Array(rows.length) : new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]!]!;
    return taken;
  }
  const offsets = new Uint32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) offsets[i + 1] = offsets[i]! + column.offsets[rows[i]! + 1]! - column.offsets[rows[i]!]!;
  const bytes = new Uint8Array(offsets[rows.length]!);
  for (let i = 0; i < rows.length; i++) bytes.set(column.bytes.subarray(column.offsets[rows[i]!]!, column.offsets[rows[i]! + 1]!), offsets[i]!);
  return textColumn(bytes, offsets);
}

/** Fills the missing cells of row `to` from row `from`, in place. */
export function complete(column: Column, to: number, from: number): void {
  if (isTextColumn(column)) return;
  if (isCodeColumn(column)) {
    if (column.codes[to] === -1) column.codes[to] = column.codes[from]!;
  } else if (column instanceof Int8Array) {
    if (column[to] === -1) column[to] = column[from]!;
  } else if (Number.isNaN(column[to]!)) column[to] = column[from]!;
}

/** Order of two rows of a column, so that states which nothing else ranks are ranked the same in any order. */
export function compareCells(column: Column, a: number, b: number): number {
  const [first, second] = [column.at(a) ?? '', column.at(b) ?? ''];
  if (first === second || (first !== first && second !== second)) return 0;
  return first < second || first !== first ? -1 : 1;
}

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/** A number that rows which are equal in a column have in common. */
export function hashCell(column: Column, row: number): number {
  if (isCodeColumn(column)) return column.codes[row]!;
  if (column instanceof Int8Array) return column[row]!;
  if (isTextColumn(column)) return hashRow(column, row);
  double[0] = Number.isNaN(column[row]!) ? NaN : column[row]! + 0;
  return Math.imul(halves[0]!, 0x01000193) ^ halves[1]!;
}
