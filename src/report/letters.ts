import { dayFromText, dayText, periodEnd } from '../time/weeks.ts';
import { letterHeadings } from './letter-headings.ts';
import type { Span } from './share-model.ts';

/** A file of `clients/` with an account manager's words. */
export interface LetterFile {
  /** Path in the workspace, such as `clients/acme.md`. */
  readonly file: string;
  readonly text: string;
}

/** Words of one time. */
export interface Letter extends Span {
  readonly text: string;
}

const QUARTER = /^(\d{4})[ -]?Q([1-4])$/i;
const MONTH = /^(\d{4})-(\d{2})$/;
const DAYS = /^(\d{4}-\d{2}-\d{2})\s+(?:to|–|-)\s+(\d{4}-\d{2}-\d{2})$/;

function periodOf(grain: 'quarter' | 'month', year: string, month: number): Span | null {
  const from = dayFromText(`${year}-${String(month).padStart(2, '0')}-01`);
  return from === null ? null : { from: dayText(from), to: dayText(periodEnd(grain, from)) };
}

/** The time that a heading names: `2026 Q2`, `2026-06` or `2026-04-01 to 2026-06-30`; null for any other. */
function spanOf(heading: string): Span | null {
  const quarter = QUARTER.exec(heading);
  if (quarter !== null) return periodOf('quarter', quarter[1]!, Number(quarter[2]) * 3 - 2);
  const month = MONTH.exec(heading);
  if (month !== null) return periodOf('month', month[1]!, Number(month[2]));
  const [, from, to] = DAYS.exec(heading) ?? [];
  if (from === undefined || to === undefined || dayFromText(from) === null || dayFromText(to) === null || from > to) return null;
  return { from, to };
}

/** A heading that names no time where one has to stand, and the number of its line, from 1. */
export interface StrayHeading {
  readonly line: number;
  readonly text: string;
}

/** A file of words as it is divided. */
export interface LettersRead {
  readonly letters: readonly Letter[];
  /** Their own words stand nowhere. */
  readonly strays: readonly StrayHeading[];
  /** Number of the line, from 1, of the first words that stand before all such headings, and so nowhere; null without any. */
  readonly before: number | null;
}

/**
 * The words of a file by the times that its headings of the second level name. Any other heading of that level ends the words before it, so that
 * what is meant for another time stands on no page; so does one of the first level, which without words before it is the title of the file.
 */
export function lettersRead(text: string): LettersRead {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const headings = letterHeadings(lines);
  const letters: (Span & { lines: string[] })[] = [];
  const strays: StrayHeading[] = [];
  let open: string[] | null = null;
  let before: number | null = null;
  for (let at = 0; at < lines.length; at += headings.get(at)?.lines ?? 1) {
    const heading = headings.get(at);
    if (heading === undefined) {
      open?.push(lines[at]!);
      if (letters.length + strays.length === 0 && lines[at]!.trim() !== '') before ??= at + 1;
      continue;
    }
    const span = spanOf(heading.text);
    if (span === null && heading.level === 1 && open === null) continue;
    open = span === null ? null : [];
    if (span === null) strays.push({ line: at + 1, text: lines[at]!.trim() });
    else letters.push({ ...span, lines: open! });
  }
  return { letters: letters.map(({ from, to, lines: own }) => ({ from, to, text: own.join('\n').trim() })), strays, before };
}

/** The words of a file by their times alone. */
export const lettersIn = (text: string): readonly Letter[] => lettersRead(text).letters;

/** The words for a period: the first that hold its last day and are not blank; null without any. */
export function letterFor(letters: readonly Letter[], period: Span): string | null {
  return letters.find(({ from, to, text }) => from <= period.to && to >= period.to && text !== '')?.text ?? null;
}
