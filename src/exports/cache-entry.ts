import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { codeColumn, isCodeColumn, isTextColumn, textColumn, type Column } from '../facts/columns.ts';
import type { ParsedFile, ParsedTable } from './parse.ts';

type Typed = Float64Array | Int32Array | Uint32Array | Int8Array | Uint8Array;

const kinds = { Float64Array, Int32Array, Uint32Array, Int8Array, Uint8Array } as const;

/** A typed array that is a part of its own. */
interface Span {
  readonly kind: keyof typeof kinds;
  /** Which part of the entry. */
  readonly part: number;
}

type Stored = { readonly codes: Span; readonly dictionary: readonly string[] } | { readonly bytes: Span; readonly offsets: Span } | { readonly values: Span };

interface StoredTable extends Omit<ParsedTable, 'columns' | 'line' | 'hashLow' | 'hashHigh' | 'sequence'> {
  readonly columns: readonly (readonly [string, Stored])[];
  readonly line: Span;
  readonly hashLow: Span;
  readonly hashHigh: Span;
  readonly sequence: Span | null;
}

type Head = Omit<ParsedFile, 'tables'> & { readonly tables: readonly StoredTable[] };

/** Parts before the columns: the hash of all others and of the key, and the head. */
const FRONT = 2;

function hashOf(key: string, parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256').update(key);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function storedTable(table: ParsedTable, put: (array: Typed) => Span): StoredTable {
  const stored = (column: Column): Stored => {
    if (isCodeColumn(column)) return { codes: put(column.codes), dictionary: column.dictionary };
    return isTextColumn(column) ? { bytes: put(column.bytes), offsets: put(column.offsets) } : { values: put(column) };
  };
  return {
    ...table,
    columns: [...table.columns].map(([field, column]) => [field, stored(column)]),
    line: put(table.line),
    hashLow: put(table.hashLow),
    hashHigh: put(table.hashHigh),
    sequence: table.sequence === null ? null : put(table.sequence),
  };
}

/** A parsed file as the parts of a cache entry: a hash, the head, and the columns as they lie in memory, so that nothing is copied. */
export function entryOf(parsed: ParsedFile, key: string): readonly Uint8Array[] {
  const arrays: Uint8Array[] = [];
  const put = (array: Typed): Span => {
    const { buffer, byteOffset, byteLength } = array;
    const part = FRONT + arrays.push(new Uint8Array(buffer, byteOffset, byteLength)) - 1;
    return { kind: array.constructor.name as Span['kind'], part };
  };
  const head: Head = { ...parsed, tables: parsed.tables.map((table) => storedTable(table, put)) };
  const parts = [serialize(head), ...arrays];
  return [hashOf(key, parts), ...parts];
}

function tableFrom(stored: StoredTable, arrayAt: (span: Span) => Typed): ParsedTable {
  const column = (one: Stored): Column => {
    if ('codes' in one) return codeColumn(arrayAt(one.codes) as Int32Array, one.dictionary);
    if ('bytes' in one) return textColumn(arrayAt(one.bytes) as Uint8Array, arrayAt(one.offsets) as Uint32Array);
    return arrayAt(one.values) as Float64Array | Int8Array;
  };
  return {
    ...stored,
    columns: new Map(stored.columns.map(([field, one]) => [field, column(one)])),
    line: arrayAt(stored.line) as Int32Array,
    hashLow: arrayAt(stored.hashLow) as Int32Array,
    hashHigh: arrayAt(stored.hashHigh) as Int32Array,
    sequence: stored.sequence === null ? null : (arrayAt(stored.sequence) as Float64Array),
  };
}

/** The parsed file in the parts of a cache entry, which are its columns from now on; null where they are not what was written under the key. */
export function parsedFrom(entry: readonly Uint8Array[], key: string): ParsedFile | null {
  const [hash, ...parts] = entry;
  if (hash === undefined || parts.length === 0 || !hashOf(key, parts).every((byte, at) => hash[at] === byte)) return null;
  const head = deserialize(parts[0]!) as Head;
  const arrayAt = ({ kind, part }: Span): Typed => {
    const { buffer, byteOffset, byteLength } = entry[part]!;
    return new kinds[kind](buffer as ArrayBuffer, byteOffset, byteLength / kinds[kind].BYTES_PER_ELEMENT);
  };
  return { ...head, tables: head.tables.map((table) => tableFrom(table, arrayAt)) };
}
