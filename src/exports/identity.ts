import type { TextColumn } from '../facts/columns.ts';
import { hashText } from './hash.ts';
import type { ParsedTable } from './parse.ts';

/** What became of a row; the higher wins where a source row gives facts to several tables. */
export const DUPLICATE = 1;
export const SUPERSEDED = 2;
/** Its cells went into the fact of another row. */
export const COMBINED = 3;
export const FACT = 4;

/** Open-addressing table from the bytes of an id to a slot: the row that stands for it now. */
function idTable({ ids, part, tools }: Rows): { readonly find: (row: number) => number; readonly replace: (row: number) => void } {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, ids.length * 2)));
  const slots = new Int32Array(size).fill(-1);
  const { bytes, offsets } = ids;
  function hashOf(row: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return (hash ^ (hash >>> 15)) & (size - 1);
  }
  function equal(a: number, b: number): boolean {
    const from = offsets[a]!;
    const other = offsets[b]!;
    const length = offsets[a + 1]! - from;
    if (offsets[b + 1]! - other !== length || tools[part[a]!] !== tools[part[b]!]) return false;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[other + i]) return false;
    return true;
  }
  function slotOf(row: number): number {
    let slot = hashOf(row);
    while (slots[slot] !== -1 && !equal(slots[slot]!, row)) slot = (slot + 1) & (size - 1);
    return slot;
  }
  return {
    find(row) {
      const slot = slotOf(row);
      const known = slots[slot]!;
      if (known === -1) slots[slot] = row;
      return known;
    },
    replace(row) {
      slots[slotOf(row)] = row;
    },
  };
}

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

const later = (a: number, b: number) => (a > b || (b !== b && a === a) ? 1 : b > a || (a !== a && b === b) ? -1 : 0);

/** What was read of the rows. */
export interface Cells {
  /** 0 where two rows hold the same, else their order. */
  readonly compare: (a: number, b: number) => number;
  /** Fills the missing cells of one row from another. */
  readonly complete: (to: number, from: number) => void;
}

/** Which of two states of one id is newer by what tells it: own update time, changes counted, newest instant of the file; 0 where nothing does. */
function age(rows: Rows, a: number, b: number): number {
  return (
    (rows.updated === null ? 0 : later(rows.updated[a]!, rows.updated[b]!)) ||
    (rows.sequence === null ? 0 : later(rows.sequence[a]!, rows.sequence[b]!)) ||
    later(rows.fileNewest[rows.part[a]!]!, rows.fileNewest[rows.part[b]!]!)
  );
}

/** Which of two states of one id counts: the newer, else the cells themselves decide. */
function newer(rows: Rows, cells: Cells, a: number, b: number): boolean {
  const order = age(rows, a, b) || rows.hashLow[a]! - rows.hashLow[b]! || rows.hashHigh[a]! - rows.hashHigh[b]! || cells.compare(a, b);
  return order > 0;
}

/** What became of each row, and the superseded ones that nothing says are older, each with the row that counts in its place. */
export interface States {
  readonly outcome: Uint8Array;
  readonly undecided: readonly { readonly row: number; readonly counts: number }[];
}

/**
 * One state for each id: which rows are facts, and what became of each of the others. Rows equal in every cell are
 * duplicates ; of different states of one id the newest is the fact. Rows that complete one another count as used. The outcome does not depend on the order of files or rows.
 */
export function oneStateEach(rows: Rows, cells: Cells): States {
  const count = rows.part.length;
  const outcome = new Uint8Array(count);
  const table = idTable(rows);
  const seen = new Set<string>();
  const even: number[] = [];
  const combines = (row: number) => rows.parts[rows.part[row]!]!.combine;
  for (let row = 0; row < count; row++) {
    const known = table.find(row);
    if (known === -1) {
      outcome[row] = FACT;
      if (combines(row)) seen.add(hashText(rows.hashLow[row]!, rows.hashHigh[row]!));
    } else if (rows.hashLow[known] === rows.hashLow[row] && rows.hashHigh[known] === rows.hashHigh[row] && cells.compare(known, row) === 0) {
      outcome[row] = DUPLICATE;
    } else if (combines(row)) {
      const text = hashText(rows.hashLow[row]!, rows.hashHigh[row]!);
      outcome[row] = seen.has(text) ? DUPLICATE : COMBINED;
      seen.add(text);
      cells.complete(known, row);
    } else {
      const counts = newer(rows, cells, row, known);
      const passed = counts ? known : row;
      if (age(rows, row, known) === 0) even.push(passed);
      outcome[passed] = SUPERSEDED;
      if (!counts) continue;
      outcome[row] = FACT;
      table.replace(row);
    }
  }
  const undecided = even.map((row) => ({ row, counts: table.find(row) })).filter(({ row, counts }) => age(rows, counts, row) === 0);
  return { outcome, undecided };
}
