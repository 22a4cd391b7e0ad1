import type { Identity } from '../report/identities.ts';
import { doubtsIn } from './scan-doubts.ts';
import { shortIn, shortTermsOf, type ShortTerm } from './scan-short.ts';
import { termsOf, type Term, type Terms } from './scan-terms.ts';
import { piecesOf, viewsOf, type View } from './scan-views.ts';
import { plain, tokensOf, wordsOf, type Token } from './scan-words.ts';
import { writtenForms } from './scan-written.ts';

/** One file that is to be published. */
export interface Published {
  /** Path under `share/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything of one client's folder. */
export interface Shared {
  /** Id of the client; null for what lies beside the folders and is nobody's. */
  readonly client: string | null;
  readonly files: readonly Published[];
  /** What people wrote of what stands there. */
  readonly texts: readonly string[];
}

/** A name where it must not stand. */
export interface Leak {
  readonly path: string;
  /** The name, and the client whose it is; null for one that is nobody's. */
  readonly name: string;
  readonly of: string | null;
}

export interface Proof {
  readonly leaks: readonly Leak[];
  /** What may be another client's name, in what people wrote: somebody has to read it. */
  readonly doubts: readonly Leak[];
  readonly folders: number;
  readonly files: number;
  readonly bytes: number;
  /** Names searched for. */
  readonly names: number;
}

/** What a scan knows: who the clients are, and which words stand for nobody. */
export interface Knowledge {
  readonly identities: readonly Identity[];
  /** Names of the firm and of its people, which may stand on every page. */
  readonly firm: readonly string[];
  /** The words that the product itself writes. */
  readonly product: ReadonlySet<string>;
  readonly allow: readonly string[];
}

/** Letters of a name that is believed in bytes that are no text. */
const LEAST_BY_CHANCE = 6;

interface Hit {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

function hitsIn(tokens: readonly Token[], terms: Terms): readonly Hit[] {
  const hits: Hit[] = [];
  tokens.forEach(({ word, from }, at) => {
    for (const term of terms.byFirst.get(word) ?? []) {
      const { words } = term;
      if (words.every((one, place) => tokens[at + place]?.word === one)) hits.push({ term, from, to: tokens[at + words.length - 1]!.to });
    }
  });
  return hits;
}

/** Where tags were taken out of a view, as places in its plain text. */
function cutsIn(view: View): readonly number[] {
  let at = 0;
  return piecesOf(view)
    .slice(0, -1)
    .map((piece) => (at += plain(piece).length));
}

/**
 * The names in a text that are not the reader's own. One that lies wholly inside a name of the reader's own or of the firm
 * is no leak: “Acme” stands in “Acme Holdings”. The other way round it is one. `own` holds those names in every form that a page writes.
 * Without its tags a text is searched for what they parted alone: all else stands in it with them, where they also part an own name from what follows.
 */
function foreign(view: View, { terms, own }: Pick<Search, 'terms' | 'own'>, client: number, ordinary: boolean): readonly Term[] {
  const tokens = tokensOf(plain(view.text));
  const hits = hitsIn(tokens, terms).filter(
    ({ term }) => !term.owners.has(client) && (ordinary || !term.ordinary) && (view.whole || term.words.join('').length >= LEAST_BY_CHANCE),
  );
  if (hits.length === 0) return [];
  const excused = [...own.flatMap((some) => hitsIn(tokens, some)), ...hitsIn(tokens, terms).filter(({ term }) => term.owners.has(client))];
  const left = hits.filter((hit) => !excused.some(({ from, to }) => from <= hit.from && to >= hit.to));
  if (left.length === 0 || view.cut === undefined) return left.map(({ term }) => term);
  const cuts = cutsIn(view);
  return left.filter(({ from, to }) => cuts.some((at) => at > from && at < to)).map(({ term }) => term);
}

interface Search {
  readonly identities: readonly Identity[];
  readonly terms: Terms;
  readonly short: readonly ShortTerm[];
  /** Names that may stand on the page. */
  readonly own: readonly Terms[];
  /** Names of the firm and its people. */
  readonly firm: readonly string[];
}

/** Names in every form that a page writes. */
const formsOf = (names: readonly string[]): Terms => termsOf([{ client: null, names: names.flatMap(writtenForms), domains: [], people: [] }], new Set(), []);

function leaksIn({ identities, terms, short, own, firm }: Search, { client, files, texts }: Shared): readonly Leak[] {
  const at = client === null ? -1 : identities.findIndex((identity) => identity.client === client);
  const found = { terms, own: [...own, formsOf(identities[at]?.names ?? [])] };
  const told = new Map<string, Leak>();
  const tell = (path: string, some: readonly ShortTerm[]): void => {
    for (const { text, owners } of some) told.set(`${path}\n${text}`, { path, name: text, of: identities[[...owners][0]!]?.client ?? null });
  };
  for (const { path, bytes } of files) {
    tell(path, foreign({ text: path, whole: true }, found, at, false));
    for (const view of viewsOf(bytes)) tell(path, foreign(view, found, at, false));
  }
  for (const text of texts) for (const view of viewsOf(new TextEncoder().encode(text))) tell(files[0]?.path ?? '', foreign(view, found, at, true));
  tell(files[0]?.path ?? '', shortIn(texts, short, at, [...firm, ...(identities[at]?.names ?? [])]));
  return [...told.values()];
}

/** What may be another's name in what people wrote, and is none of the leaks. */
function doubtsOf({ identities, terms, firm }: Search, { client, files, texts }: Shared, leaks: readonly Leak[]): readonly Leak[] {
  const at = client === null ? -1 : identities.findIndex((identity) => identity.client === client);
  const own = [...firm, ...(identities[at]?.names ?? []), ...(identities[at]?.people ?? [])];
  const path = files[0]?.path ?? '';
  return doubtsIn(texts, terms.doubtful, at, own)
    .filter(({ text }) => !leaks.some(({ name }) => name === text))
    .map(({ text, owners }) => ({ path, name: text, of: identities[[...owners][0]!]?.client ?? null }));
}

/**
 * The proof that no page holds another client: every byte of every file, its name included, is searched for the names,
 * ids, aliases, domains and people of every other client, in the plain and inside of encodings.
 */
export function scan(shared: Iterable<Shared>, { identities, firm, product, allow }: Knowledge): Proof {
  const terms = termsOf(identities, product, allow);
  const own = [formsOf(firm)];
  const short = shortTermsOf(identities, product, allow);
  const search: Search = { identities, terms, short, own, firm };
  const leaks: Leak[] = [];
  const doubts: Leak[] = [];
  let [folders, count, bytes] = [0, 0, 0];
  for (const one of shared) {
    const found = leaksIn(search, one);
    leaks.push(...found);
    doubts.push(...doubtsOf(search, one, found));
    if (one.client !== null) folders++;
    count += one.files.length;
    for (const file of one.files) bytes += file.bytes.length;
  }
  const doubtful = terms.doubtful.filter(({ text }) => !short.some((one) => one.text === text)).length;
  return { leaks, doubts, folders, files: count, bytes, names: terms.count + short.length + doubtful };
}

/** The words of the product's own texts, from their sources. */
export function productWords(sources: readonly string[]): ReadonlySet<string> {
  return new Set(sources.flatMap((source) => wordsOf(source)));
}
