import { wordsOf } from '../scan-words.ts';
import { usedPhrase } from './agreed.ts';

/**
 * Fewest characters of a passphrase. NIST SP 800-63B asks for 15 where nothing else is asked for; whoever has the page may try
 * phrases for as long as they please, so one more, not many times the same, and of plain words four (picked at random from a
 * list of 7,776 they are 52 bits, five of them 64).
 */
export const LEAST_PHRASE = 16;
const LEAST_DIFFERENT = 8;
const LEAST_WORDS = 4;
const WORDS_ALONE = /^[\p{L}\p{M}\s'’-]+$/u;

/** What makes a passphrase too easily guessed, null for nothing. `names` are those of the firm and of the client. */
export function weakness(phrase: string, names: readonly string[]): string | null {
  const signs = [...usedPhrase(phrase)];
  if (signs.length < LEAST_PHRASE) return `it has fewer than ${LEAST_PHRASE} characters`;
  if (new Set(signs).size < LEAST_DIFFERENT) return `it has fewer than ${LEAST_DIFFERENT} different characters`;
  if (WORDS_ALONE.test(phrase) && usedPhrase(phrase).split(/[\s-]+/u).length < LEAST_WORDS) return 'it is fewer than four words, without a digit or sign';
  const known = new Set(names.flatMap(wordsOf));
  const own = wordsOf(phrase).filter((word) => !known.has(word) && !/^\p{N}{1,4}$/u.test(word));
  return own.join('').length < LEAST_DIFFERENT ? 'it is little more than the names of the firm and of the client' : null;
}
