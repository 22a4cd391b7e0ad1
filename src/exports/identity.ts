import { hashText } from './hash.ts';
import type { RowTable } from './row-table.ts';
import { idTable, stateTable, type Cells, type Rows } from './rows-alike.ts';

/** What became of a row; the higher wins where a source row gives facts to several tables. */
export const DUPLICATE = 1;
export const SUPERSEDED = 2;
/** Its cells went into the fact of another row. */
export const COMBINED = 3;
export const FACT = 4;

const later = (a: number, b: number) => (a > b || (b !== b && a === a) ? 1 : b > a || (a !== a && b === b) ? -1 : 0);

/** Which of two states of one id is newer by what tells it: own update time, changes counted, newest instant of the file; 0 where nothing does. */
function age(rows: Rows, a: number, b: number): number {
  return (
    (rows.updated === null ? 0 : later(rows.updated[a]!, rows.updated[b]!)) ||
    (rows.sequence === null ? 0 : later(rows.sequence[a]!, rows.sequence[b]!)) ||
    later(rows.fileNewest[rows.part[a]!]!, rows.fileNewest[rows.part[b]!]!)
  );
}

/** Order of two states of one id: the newer after the other, else the cells themselves decide. */
function order(rows: Rows, cells: Cells, a: number, b: number): number {
  return age(rows, a, b) || rows.hashLow[a]! - rows.hashLow[b]! || rows.hashHigh[a]! - rows.hashHigh[b]! || cells.compare(a, b);
}

/** What became of each row, and the superseded ones that nothing says are older, each with the row that counts in its place. */
export interface States {
  readonly outcome: Uint8Array;
  readonly undecided: readonly { readonly row: number; readonly counts: number }[];
}

/** The rows that complete others of their id, the newer first: where two of them fill one cell, the newer does. */
function combining(rows: Rows, cells: Cells): Int32Array {
  const combines = rows.parts.map(({ combine }) => combine);
  if (!combines.includes(true)) return new Int32Array();
  const all = rows.part.map((part, row) => (combines[part] ? row : -1)).filter((row) => row !== -1);
  return all.sort((a, b) => order(rows, cells, b, a));
}

/** Makes one fact of the rows of one id that complete one another, and says so in `outcome`. */
function combine(rows: Rows, cells: Cells, ids: RowTable, outcome: Uint8Array): void {
  const seen = new Set<string>();
  for (const row of combining(rows, cells)) {
    const known = ids.find(row);
    const text = hashText(rows.hashLow[row]!, rows.hashHigh[row]!);
    outcome[row] = known === -1 ? FACT : seen.has(text) ? DUPLICATE : COMBINED;
    if (outcome[row] === COMBINED) cells.complete(known, row);
    seen.add(text);
  }
}

/**
 * One state for each id: which rows are facts, and what became of each of the others. Of rows equal in every cell the first
 * stands for all, and the others are duplicates; of the different states of one id the newest is the fact, and the others are
 * superseded, each once. A state is as new as the newest file that holds it. Rows that complete one another count as used.
 * How many rows became what, and what the facts say, does not depend on the order of files or rows.
 */
export function oneStateEach(rows: Rows, cells: Cells): States {
  const count = rows.part.length;
  const outcome = new Uint8Array(count);
  const ids = idTable(rows);
  const firstOf = stateTable(rows, cells);
  const states: Rows = { ...rows, part: rows.part.slice() };
  const even = new Set<number>();
  for (let row = 0; row < count; row++) {
    const part = rows.part[row]!;
    if (rows.parts[part]!.combine) continue;
    const known = ids.find(row);
    if (known === -1) {
      outcome[row] = FACT;
      continue;
    }
    const state = firstOf(row, known);
    if (state !== row) {
      outcome[row] = DUPLICATE;
      if (later(rows.fileNewest[part]!, rows.fileNewest[states.part[state]!]!) <= 0) continue;
      states.part[state] = part;
    }
    if (state === known) continue;
    const counts = order(states, cells, state, known) > 0;
    const passed = counts ? known : state;
    if (age(states, state, known) === 0) even.add(passed);
    outcome[passed] = SUPERSEDED;
    if (!counts) continue;
    outcome[state] = FACT;
    ids.replace(state);
  }
  combine(rows, cells, ids, outcome);
  const undecided = [...even]
    .filter((row) => outcome[row] === SUPERSEDED)
    .map((row) => ({ row, counts: ids.find(row) }))
    .filter(({ row, counts }) => age(states, counts, row) === 0);
  return { outcome, undecided };
}
