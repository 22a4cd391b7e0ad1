/** Columns of a table of facts. All are array-likes with `length` and `at`, so arquero stores them as they are. */

/** Texts coded by a dictionary: `codes[i]` is an index into `dictionary`, -1 = missing. */
export interface CodeColumn {
  readonly length: number;
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  at(row: number): string | null;
}

/** Mostly distinct texts, packed as UTF-8: row i lies in `bytes` from `offsets[i]` to `offsets[i + 1]`; an empty span = missing. */
export interface TextColumn {
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  at(row: number): string | null;
}

/** Instants in epoch milliseconds or plain numbers; NaN = missing. */
export type NumberColumn = Float64Array;
/** 1 yes, 0 no, -1 missing. */
export type FlagColumn = Int8Array;

export type Column = CodeColumn | TextColumn | NumberColumn | FlagColumn;

/** A coded column over the given codes and dictionary. */
export function codeColumn(codes: Int32Array, dictionary: readonly string[]): CodeColumn {
  return {
    length: codes.length,
    codes,
    dictionary,
    at: (row) => dictionary[codes[row] ?? -1] ?? null,
  };
}

/** A column of words, null where one is missing, coded by a dictionary of its own. */
export function codedColumn(words: readonly (string | null)[]): CodeColumn {
  const dictionary = [...new Set(words.filter((word) => word !== null))];
  const codeOf = new Map(dictionary.map((word, at) => [word, at] as const));
  return codeColumn(
    Int32Array.from(words, (word) => (word === null ? -1 : codeOf.get(word)!)),
    dictionary,
  );
}

const decoder = new TextDecoder();

/** A packed column over the given bytes; `offsets` holds one entry more than there are rows. */
export function textColumn(bytes: Uint8Array, offsets: Uint32Array): TextColumn {
  return {
    length: offsets.length - 1,
    bytes,
    offsets,
    at(row) {
      const from = offsets[row]!;
      const to = offsets[row + 1]!;
      return from === to ? null : decoder.decode(bytes.subarray(from, to));
    },
  };
}

export function isCodeColumn(column: Column): column is CodeColumn {
  return 'dictionary' in column;
}

export function isTextColumn(column: Column): column is TextColumn {
  return 'offsets' in column;
}

/** Whether a row has nothing in this column. */
export function isMissing(column: Column, row: number): boolean {
  if (column instanceof Float64Array) return Number.isNaN(column[row]!);
  if (column instanceof Int8Array) return column[row] === -1;
  return isCodeColumn(column) ? column.codes[row] === -1 : column.offsets[row] === column.offsets[row + 1];
}

/** Rows of a column that have something in it, from one row up to another. */
export function filledIn(column: Column, from: number, to: number): number {
  if (column instanceof Float64Array) return filledNumbers(column, from, to);
  if (column instanceof Int8Array || isCodeColumn(column)) return filledCodes('dictionary' in column ? column.codes : column, from, to);
  return filledTexts(column, from, to);
}

function filledNumbers(column: Float64Array, from: number, to: number): number {
  let filled = 0;
  for (let row = from; row < to; row++) if (!Number.isNaN(column[row]!)) filled++;
  return filled;
}

function filledCodes(codes: Int32Array | Int8Array, from: number, to: number): number {
  let filled = 0;
  for (let row = from; row < to; row++) if (codes[row] !== -1) filled++;
  return filled;
}

function filledTexts({ offsets }: TextColumn, from: number, to: number): number {
  let filled = 0;
  for (let row = from; row < to; row++) if (offsets[row] !== offsets[row + 1]) filled++;
  return filled;
}
