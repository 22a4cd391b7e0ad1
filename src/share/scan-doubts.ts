import type { DoubtfulName } from './scan-terms.ts';
import { plain, wordsOf } from './scan-words.ts';

/** A number of one digit or two counts something, but for where the text calls it a client's. */
const SMALL = /^\d{1,2}$/;
const CALLED = /\b(?:clients?|customers?|accounts?|company|kunden?|mandant)[ \t]*(?:no\.?|nr\.?|number|nummer|id)?[ \t]*[:#№]?[ \t]*$/iu;
const JOINS = /[\p{L}\p{N}\p{M}]/u;

/** Whether a text holds a name just as it is written, as words of its own. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
    if (JOINS.test(before.slice(-1)) || JOINS.test(after.slice(0, 1))) continue;
    if (!SMALL.test(name) || CALLED.test(before)) return true;
  }
  return false;
}

/**
 * Names in what people wrote for one client that may be another's: those too short to be sure of, and first names, where they stand as they
 * are written. Names of its own, of its people and of the firm are none.
 */
export function doubtsIn(texts: readonly string[], names: readonly DoubtfulName[], client: number, own: readonly string[]): readonly DoubtfulName[] {
  if (texts.every((text) => text === '')) return [];
  const ours = new Set(own.flatMap((name) => wordsOf(name)));
  return names.filter(
    ({ text, owners }) => !owners.has(client) && !wordsOf(text).every((word) => ours.has(plain(word))) && texts.some((one) => holds(one, text)),
  );
}
