import { distance } from 'fastest-levenshtein';
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

/** Letters that a name must have before a word that holds it, or is written nearly like it, says no more than it; and from which two of them may differ. */
const TELLING = 4;
const LONG = 5;

function isNear(word: string, name: string): boolean {
  const shorter = Math.min(word.length, name.length);
  return shorter >= TELLING && distance(word, name) <= (shorter >= LONG ? 2 : 1);
}

/** What a word has besides names: nothing where it is one or nearly one, else what stands around those in it. */
function besides(word: string, names: readonly string[]): readonly string[] {
  if (names.some((name) => name === word || isNear(word, name))) return [];
  const telling = names.filter((name) => name.length >= TELLING);
  return telling.reduce<readonly string[]>((parts, name) => parts.flatMap((part) => part.split(name)), [word]);
}

/** The words of names, and each name without its blanks, the longest first. */
function namesIn(names: readonly string[]): readonly string[] {
  const all = names.flatMap((name) => [...wordsOf(name), wordsOf(name).join('')]);
  return [...new Set(all)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
}

/** What makes a passphrase too easily guessed, null for nothing. `names` are those of the firm and of the client, its aliases among them. */
export function weakness(phrase: string, names: readonly string[]): string | null {
  const signs = [...usedPhrase(phrase)];
  if (signs.length < LEAST_PHRASE) return `it has fewer than ${LEAST_PHRASE} characters`;
  if (new Set(signs).size < LEAST_DIFFERENT) return `it has fewer than ${LEAST_DIFFERENT} different characters`;
  if (WORDS_ALONE.test(phrase) && usedPhrase(phrase).split(/[\s-]+/u).length < LEAST_WORDS) return 'it is fewer than four words, without a digit or sign';
  const known = namesIn(names);
  const own = wordsOf(phrase)
    .flatMap((word) => besides(word, known))
    .filter((part) => !/^\p{N}{1,4}$/u.test(part));
  return own.join('').length < LEAST_DIFFERENT ? 'it is little more than the names of the firm and of the client' : null;
}
