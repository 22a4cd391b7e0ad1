import { deserialize, serialize } from 'node:v8';
import { codeColumn, isCodeColumn, isTextColumn, textColumn, type Column } from '../facts/columns.ts';
import type { ParsedFile, ParsedTable } from './parse.ts';

type Typed = Float64Array | Int32Array | Uint32Array | Int8Array | Uint8Array;

const kinds = { Float64Array, Int32Array, Uint32Array, Int8Array, Uint8Array } as const;

/** A typed array that is a part of its own. */
interface Span {
  readonly kind: keyof typeof kinds;
  /** Which part. */
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

/** A parsed file as bytes: a head, and after it the columns as they lie in memory, so that nothing is copied. */
export function packed(parsed: ParsedFile): readonly Uint8Array[] {
  const arrays: Uint8Array[] = [];
  const put = (array: Typed): Span => {
    const { buffer, byteOffset, byteLength } = array;
    return { kind: array.constructor.name as Span['kind'], part: arrays.push(new Uint8Array(buffer, byteOffset, byteLength)) };
  };
  const head: Head = { ...parsed, tables: parsed.tables.map((table) => storedTable(table, put)) };
  return [serialize(head), ...arrays];
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

/** The parsed file in what `packed` gave, whose memory its columns are from now on. */
export function unpacked(parts: readonly Uint8Array[]): ParsedFile {
  const head = deserialize(parts[0]!) as Head;
  const arrayAt = ({ kind, part }: Span): Typed => {
    const { buffer, byteOffset, byteLength } = parts[part]!;
    return new kinds[kind](buffer as ArrayBuffer, byteOffset, byteLength / kinds[kind].BYTES_PER_ELEMENT);
  };
  return { ...head, tables: head.tables.map((table) => tableFrom(table, arrayAt)) };
}
