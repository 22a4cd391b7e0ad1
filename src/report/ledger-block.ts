import { say } from '../language/language.ts';
import type { Block, LedgerEntry } from './model.ts';
import { count } from './words.ts';

/** Entries that a page sets; a list only a little longer is not folded. */
const SET = 10;
const MOST_UNFOLDED = 12;

/** A list set like a ledger, the most pressing first; of a long one all but the first ten are folded away. */
export function ledgerBlock(entries: readonly LedgerEntry[]): Block {
  if (entries.length <= MOST_UNFOLDED) return { kind: 'ledger', entries };
  return { kind: 'ledger', entries: entries.slice(0, SET), rest: { called: say`${count(entries.length - SET)} more`, entries: entries.slice(SET) } };
}
