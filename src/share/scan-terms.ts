import type { Identity } from '../report/identities.ts';
import { wordsOf } from './scan-words.ts';

/** A name that must not stand on the page of another client. */
export interface Term {
  readonly text: string;
  readonly words: readonly string[];
  /** Clients whose name it is, by their place among the identities. */
  readonly owners: ReadonlySet<number>;
  /** Words of the product itself: only what people wrote is searched for it. */
  readonly ordinary: boolean;
}

/** A name that may be a word or a number like others, as it is written. */
export interface DoubtfulName {
  readonly text: string;
  readonly owners: ReadonlySet<number>;
}

/** Terms by their first word, those of every client. */
export interface Terms {
  readonly byFirst: ReadonlyMap<string, readonly Term[]>;
  readonly count: number;
  /** Names too short to tell a person or a firm by, and first names: what people wrote may hold them by chance. */
  readonly doubtful: readonly DoubtfulName[];
}

const LEAST_LETTERS = 3;
const LEAST_DIGITS = 5;
/** A name of one word stands for a person only from so many letters on; a first name is anybody’s. */
const LEAST_PERSON = 8;
/** From so many letters on a name of several words is looked for without the blanks too. */
const LEAST_JOINED = 8;

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/** The names of a person as texts: the address and the name of `Ann Lee <ann@acme.com>` apart. */
function namesOfPerson(person: string): readonly string[] {
  const address = /<([^<>]+@[^<>]+)>/.exec(person);
  return address === null ? [person] : [person.slice(0, address.index), address[1]!];
}

function isTelling(words: readonly string[], kind: 'name' | 'domain' | 'person', text: string): boolean {
  const joined = words.join('');
  if (/^\p{N}*$/u.test(joined)) return joined.length >= LEAST_DIGITS;
  if (kind !== 'person' || ADDRESS.test(text)) return [...joined].length >= (/^[\p{ASCII}]*$/u.test(joined) ? LEAST_LETTERS : 2);
  return words.length > 1 ? [...joined].length > LEAST_LETTERS : [...joined].length >= LEAST_PERSON || /\p{N}/u.test(joined);
}

/** The first word of a person's name of several: what colleagues call them. */
function firstName(person: string): string | null {
  const [first, ...more] = person.trim().split(/\s+/u);
  return more.length > 0 && /^\p{Lu}\p{Ll}{2,}$/u.test(first!) ? first! : null;
}

/** Every text that tells a client, with its kind. */
function textsOf({ names, domains, people }: Identity): readonly (readonly ['name' | 'domain' | 'person', string])[] {
  return [
    ...names.map((text) => ['name', text] as const),
    ...domains.map((text) => ['domain', text] as const),
    ...people.flatMap(namesOfPerson).map((text) => ['person', text] as const),
  ];
}

interface Building {
  readonly text: string;
  readonly words: readonly string[];
  readonly owners: Set<number>;
}

/**
 * What to look for, from who the clients are. `product` holds the words that the product itself writes: a name made of
 * them alone, or of one letter or two, is searched for in people's texts only. `allow` are words that name nobody.
 */
export function termsOf(identities: readonly Identity[], product: ReadonlySet<string>, allow: readonly string[]): Terms {
  const found = new Map<string, Building>();
  const allowed = new Set(allow.map((text) => wordsOf(text).join(' ')));
  const doubtful = new Map<string, Set<number>>();
  const doubt = (text: string, owner: number): void => {
    if (text !== '' && !allowed.has(wordsOf(text).join(' '))) doubtful.set(text, (doubtful.get(text) ?? new Set()).add(owner));
  };
  const add = (text: string, words: readonly string[], owner: number): void => {
    const key = words.join(' ');
    if (words.length === 0 || allowed.has(key)) return;
    const known = found.get(key);
    if (known === undefined) found.set(key, { text: text.trim(), words, owners: new Set([owner]) });
    else known.owners.add(owner);
  };
  identities.forEach((identity, owner) => {
    for (const [kind, text] of textsOf(identity)) {
      const words = wordsOf(text);
      if (!isTelling(words, kind, text.trim())) {
        doubt(text.trim(), owner);
        continue;
      }
      add(text, words, owner);
      if (kind === 'person') doubt(firstName(text) ?? '', owner);
      const joined = words.join('');
      if (words.length > 1 && joined.length >= LEAST_JOINED) add(text, [joined], owner);
    }
  });
  return { ...indexed([...found.values()], product), doubtful: [...doubtful].map(([text, owners]) => ({ text, owners })) };
}

function indexed(all: readonly Building[], product: ReadonlySet<string>): Pick<Terms, 'byFirst' | 'count'> {
  const byFirst = new Map<string, Term[]>();
  for (const { text, words, owners } of all) {
    const ordinary = words.every((word) => product.has(word) || /^\p{N}+$/u.test(word));
    const term: Term = { text, words, owners, ordinary };
    const known = byFirst.get(words[0]!);
    if (known === undefined) byFirst.set(words[0]!, [term]);
    else known.push(term);
  }
  return { byFirst, count: all.length };
}
