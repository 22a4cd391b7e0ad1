import type { TextColumn } from '../facts/columns.ts';
import { hashRow } from './hash.ts';
import type { ParsedTable } from './parse.ts';
import { rowTable, type RowTable } from './row-table.ts';

/** The rows of one table over all its files, as far as telling them apart needs. */
export interface Rows {
  readonly ids: TextColumn;
  readonly part: Int32Array;
  /** Which tool the ids of each part belong to: numbers of different tools are different ids. */
  readonly tools: readonly number[];
  readonly hashLow: Int32Array;
  readonly hashHigh: Int32Array;
  /** Own update time, NaN without one. */
  readonly updated: Float64Array | null;
  readonly sequence: Float64Array | null;
  /** Newest instant of each part's file. */
  readonly fileNewest: readonly number[];
  readonly parts: readonly ParsedTable[];
}

/** What was read of the rows. */
export interface Cells {
  /** 0 where two rows hold the same, else their order. */
  readonly compare: (a: number, b: number) => number;
  /** A number that rows which hold the same have in common. */
  readonly hash: (row: number) => number;
  /** Fills the missing cells of one row from another. */
  readonly complete: (to: number, from: number) => void;
}

/** Whether two rows have one id of one tool. */
const sameId =
  ({ ids: { bytes, offsets }, part, tools }: Rows) =>
  (a: number, b: number): boolean => {
    const from = offsets[a]!;
    const other = offsets[b]!;
    const length = offsets[a + 1]! - from;
    if (offsets[b + 1]! - other !== length || tools[part[a]!] !== tools[part[b]!]) return false;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[other + i]) return false;
    return true;
  };

/** The rows by their ids: for each the row that stands for it now. */
export function idTable(rows: Rows): RowTable {
  return rowTable(rows.part.length, (row) => hashRow(rows.ids, row), sameId(rows));
}

/** Tells the states of one id apart: given the row that stands for the id, the first row that is equal to another in every cell, which may be itself. */
export function stateTable(rows: Rows, cells: Cells): (row: number, known: number) => number {
  const count = rows.part.length;
  const isSameId = sameId(rows);
  const same = (a: number, b: number) => rows.hashLow[a] === rows.hashLow[b] && rows.hashHigh[a] === rows.hashHigh[b] && cells.compare(a, b) === 0;
  const entered = new Uint8Array(count);
  let table: RowTable | null = null;
  return (row, known) => {
    if (same(known, row)) return known;
    table ??= rowTable(
      count,
      (one) => rows.hashLow[one]! ^ cells.hash(one),
      (a, b) => isSameId(a, b) && same(a, b),
    );
    if (entered[known] === 0) table.find(known);
    entered[known] = 1;
    const first = table.find(row);
    if (first !== -1) return first;
    entered[row] = 1;
    return row;
  };
}
