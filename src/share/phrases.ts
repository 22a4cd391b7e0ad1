import { phrase, say, translated } from '../language/language.ts';
import type { SharedHits, SharedPromise, Span } from '../report/share-model.ts';
import { date, hitsOf, shortDate } from '../report/words.ts';

/** Longest text of a person that stands in a list; the table behind the page has all of it. */
const LONGEST = 110;

/** A text on one line without marks that turn its direction, cut at a word where it is long. */
export function brief(text: string): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  const at = cut.lastIndexOf(' ');
  return `${[...(at > LONGEST / 2 ? cut.slice(0, at) : cut)].join('').replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Where the rest of a list stands, said on a screen alone: the table does not go with the paper. */
export function inTable(): string {
  return say`All of them are in the table that comes with this page.`;
}

/** "1 Apr to 30 Jun 2026". */
export function spanText({ from, to }: Span): string {
  return say`${from.slice(0, 4) === to.slice(0, 4) ? shortDate(from) : date(from)} to ${date(to)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  callback: phrase`A call back`,
  quote: phrase`A quote`,
  arrival: phrase`A visit`,
  task: phrase`A piece of work`,
};

const OTHER = phrase`A promise`;

/** What was promised: its wording, else its kind. */
export function promised({ wording, kind }: Pick<SharedPromise, 'wording' | 'kind'>): string {
  if (wording !== null) return wording;
  return translated(KINDS[kind ?? ''] ?? OTHER);
}

/** "; 12 of 14 in the period before; all our clients together 812 of 900": what a share is compared with. */
export function beside({ before, firm }: Pick<SharedHits, 'before' | 'firm'>): string {
  const earlier = before === null ? say`none in the period before` : say`${hitsOf(before.hits, before.n)} in the period before`;
  return `; ${earlier}${firm === null ? '' : `; ${say`all our clients together ${hitsOf(firm.hits, firm.n)}`}`}`;
}
