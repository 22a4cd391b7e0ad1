import type { Identity } from '../report/identities.ts';
import { plain, wordsOf } from './scan-words.ts';

/** A name of two signs, or an id of three or four digits, that must not stand in what people wrote for another client. */
export interface ShortTerm {
  readonly text: string;
  /** Clients whose name it is, by their place among the identities. */
  readonly owners: ReadonlySet<number>;
}

/** Capitals or digits, two of them: EY, 3M. Such as Go begin sentences too. */
const NAME = /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2}$/u;
const ID = /^\d{3,4}$/;

/** What everybody writes in capitals: abbreviations, units, sheets of paper, quarters and tools. */
const EVERYDAY = new Set(
  (
    'AD AI AM AP AR AV BI CC CD CI CV DB DC DE DJ DR EU EX FR GB HD HQ HR ID IE II IM IO IP IS IT IV JS KB KO KW LA LG MA MB MD ME MR MS MY NB NY OK OR OS PA PC PM PO PR ' +
    'PS QA QR RE SD SE SI SO SQ ST TB TV UI UK UN UP US UX VM VI VP VS XL XP XX A0 A1 A2 A3 A4 A5 M1 M2 M3 M4 F1 F2 F5 P1 P2 P3 P4 Q1 Q2 Q3 Q4 H1 H2 V1 V2 4G 5G 4K 8K 2D 3D'
  ).split(' '),
);

/** A number where it is said to be a client's: client 312, customer no. 312, account #312. */
const CALLED = /\b(?:clients?|customers?|accounts?|company|kunden?|mandant)[ \t]*(?:no\.?|nr\.?|number|nummer|id)?[ \t]*[:#№]?[ \t]*(\d{3,4})\b/giu;
const WHOLE = /[\p{L}\p{N}\p{M}]+/gu;

/** The short names among those of a client, that of “EY Ltd” without its legal form among them, and its short ids. */
function shortOf(names: readonly string[]): readonly string[] {
  const cores = new Set(names.map((name) => plain(name.trim())).filter((core) => /^[a-z0-9]{2}$/.test(core)));
  const words = names.flatMap((name) => name.match(WHOLE) ?? []).filter((word) => NAME.test(word) && cores.has(plain(word)));
  return [...words, ...names.map((name) => name.trim()).filter((name) => ID.test(name))];
}

/**
 * The short names and ids to look for. Names in capitals alone are told from words, and only as they are written; a number only where the text
 * says that it is a client's. Words that the product or everybody writes, and those allowed, are none.
 */
export function shortTermsOf(identities: readonly Identity[], product: ReadonlySet<string>, allow: readonly string[]): readonly ShortTerm[] {
  const allowed = new Set(allow.map((text) => plain(text.trim())));
  const found = new Map<string, Set<number>>();
  identities.forEach(({ names }, owner) => {
    for (const name of new Set(shortOf(names))) {
      const everyday = EVERYDAY.has(name) || product.has(plain(name));
      if ((ID.test(name) || !everyday) && !allowed.has(plain(name))) found.set(name, (found.get(name) ?? new Set()).add(owner));
    }
  });
  return [...found].map(([text, owners]) => ({ text, owners }));
}

/** The short names and ids of others in what people wrote for one client; those that are part of a name of its own or of the firm are none. */
export function shortIn(texts: readonly string[], terms: readonly ShortTerm[], client: number, own: readonly string[]): readonly ShortTerm[] {
  if (terms.length === 0) return [];
  const ours = new Set(own.flatMap((name) => wordsOf(name)));
  const said = new Set(
    texts.flatMap((text) => [...(text.match(WHOLE) ?? []).filter((word) => NAME.test(word)), ...[...text.matchAll(CALLED)].map(([, id]) => id!)]),
  );
  return terms.filter(({ text, owners }) => said.has(text) && !owners.has(client) && !ours.has(plain(text)));
}
