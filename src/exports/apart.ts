import { codeColumn, isCodeColumn, isTextColumn, textColumn, type Column } from '../facts/columns.ts';
import type { ParsedFile, ParsedTable } from './parse.ts';

type Typed = Float64Array | Int32Array | Uint32Array | Int8Array | Uint8Array;

/** Arrays smaller than this are left to the garbage collector; the memory of very small ones may be shared. */
const LARGE = 1 << 17;

/** Gives back the memory of an array that was copied and is not needed any more: it is empty from now on. */
export function release({ buffer }: { readonly buffer: ArrayBufferLike }): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength >= LARGE) buffer.transferToFixedLength(0);
}

function copied<Array extends Typed>(array: Array, buffer: ArrayBuffer): Array {
  const copy = new (array.constructor as new (buffer: ArrayBuffer, from: number, length: number) => Array)(buffer, 0, array.length);
  copy.set(array);
  return copy;
}

/** The array in memory of its own, and nothing where it lay before. */
function moved<Array extends Typed>(array: Array): Array {
  if (array.byteLength < LARGE) return array;
  const copy = copied(array, new ArrayBuffer(array.byteLength, { maxByteLength: array.byteLength }));
  release(array);
  return copy;
}

/** The array in memory that is read fastest: a copy of one that was set apart. */
export function plain<Array extends Typed>(array: Array): Array {
  const { buffer } = array;
  if (!(buffer instanceof ArrayBuffer) || !buffer.resizable) return array;
  const copy = copied(array, new ArrayBuffer(array.byteLength));
  release(array);
  return copy;
}

function columnBy(column: Column, of: <Array extends Typed>(array: Array) => Array): Column {
  if (isCodeColumn(column)) return codeColumn(of(column.codes), column.dictionary);
  return isTextColumn(column) ? textColumn(of(column.bytes), of(column.offsets)) : of(column);
}

/** A column in memory that is read fastest. */
export const plainColumn = (column: Column): Column => columnBy(column, plain);

const tableApart = (table: ParsedTable): ParsedTable => ({
  ...table,
  columns: new Map([...table.columns].map(([field, column]) => [field, columnBy(column, moved)])),
  line: moved(table.line),
  hashLow: moved(table.hashLow),
  hashHigh: moved(table.hashHigh),
  sequence: table.sequence === null ? null : moved(table.sequence),
});

/**
 * A parsed file whose large columns lie apart, each in pages of its own, as those of a resizable buffer do: the next file is
 * read where this one was, and a column goes back to the system as soon as it is released, which it otherwise would not
 * among others. The given file is empty from then on.
 */
export const setApart = (file: ParsedFile): ParsedFile => ({ ...file, tables: file.tables.map(tableApart) });
