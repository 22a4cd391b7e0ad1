import { distance } from 'fastest-levenshtein';
import { addressIn } from './mail.ts';
import { coreWords } from './name-core.ts';

interface Known {
  readonly name: string;
  readonly words: ReadonlySet<string>;
  readonly text: string;
}

/** Names that share the most triples of letters are compared letter by letter, the others never. */
const COMPARED = 8;
/** Part of the shorter name's triples that the longer one must have. */
const SHARED = 0.3;
/** Triples of words such as Services say little: those of so many names, and of such a part of all, are passed over where enough others remain. */
const COMMON_NAMES = 50;
const COMMON_PART = 0.04;
const RARE_ENOUGH = 4;
const NEAR = 0.75;
const CONTAINED = 0.75;
/** Letters that a name must have before being a part of another says anything. */
const TELLING = 4;

function triples(text: string): readonly string[] {
  const padded = ` ${text} `;
  return [...new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))];
}

const known = (name: string): Known => {
  const words = coreWords(name);
  return { name, words: new Set(words), text: words.join(' ') };
};

/** A name as it is looked for; an address by its domain without the last part. */
function wanted(name: string): Known {
  const address = addressIn(name);
  return known(address === null ? name : address.slice(address.indexOf('@') + 1, address.lastIndexOf('.')));
}

/** 1 for names that differ in nothing that tells firms apart; less by edit distance, or where one holds all words of the other. */
function likeness(a: Known, b: Known): number {
  const [short, long] = a.words.size <= b.words.size ? [a, b] : [b, a];
  const longest = Math.max(a.text.length, b.text.length);
  const edited = 1 - distance(a.text, b.text) / longest;
  const contained = short.text.length >= TELLING && [...short.words].every((word) => long.words.has(word));
  return contained ? Math.max(edited, CONTAINED + (1 - CONTAINED) * (short.text.length / long.text.length)) : edited;
}

/**
 * A finder of the name most like another among the names given, null where none is near: the edit distance of what tells
 * firms apart is at most a quarter of the longer text, or one has all the words of the other, as Acme and ACME Limited (old).
 * Names that share few runs of three letters are never compared, which keeps thousands of names quick.
 */
export function nearestAmong(names: readonly string[]): (name: string) => string | null {
  const all = names.map(known).filter(({ text }) => text !== '');
  const holders = new Map<string, number[]>();
  const sizes = all.map(({ text }, at) => {
    const own = triples(text);
    for (const triple of own) {
      const list = holders.get(triple);
      if (list === undefined) holders.set(triple, [at]);
      else list.push(at);
    }
    return own.length;
  });
  const shared = new Int32Array(all.length);
  const common = Math.max(COMMON_NAMES, all.length * COMMON_PART);
  const isRare = (triple: string) => (holders.get(triple)?.length ?? 0) <= common;
  return (name) => {
    const one = wanted(name);
    if (one.text === '') return null;
    const every = triples(one.text);
    const rare = every.filter(isRare);
    const own = rare.length >= RARE_ENOUGH ? rare : every;
    const touched: number[] = [];
    for (const triple of own) for (const at of holders.get(triple) ?? []) if (shared[at]!++ === 0) touched.push(at);
    const dice = (at: number) => shared[at]! / (own.length + sizes[at]!);
    const best = touched
      .filter((at) => shared[at]! >= SHARED * Math.min(own.length, sizes[at]!))
      .sort((a, b) => dice(b) - dice(a) || a - b)
      .slice(0, COMPARED)
      .map((at) => ({ name: all[at]!.name, like: likeness(one, all[at]!) }))
      .filter(({ like }) => like >= NEAR)
      .sort((a, b) => b.like - a.like || (a.name < b.name ? -1 : 1));
    for (const at of touched) shared[at] = 0;
    return best[0]?.name ?? null;
  };
}
