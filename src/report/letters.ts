import { dayFromText, dayText, periodEnd } from '../time/weeks.ts';
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

const HEADING = /^##[ \t]+(.+?)[ \t]*#*$/;
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

/** The words of a file by the times that its headings of the second level name; what stands under no such heading is left out. */
export function lettersIn(text: string): readonly Letter[] {
  const letters: (Span & { lines: string[] })[] = [];
  let open: string[] | null = null;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const heading = HEADING.exec(line)?.[1];
    const span = heading === undefined ? null : spanOf(heading);
    if (span !== null) {
      open = [];
      letters.push({ ...span, lines: open });
    } else open?.push(line);
  }
  return letters.map(({ from, to, lines }) => ({ from, to, text: lines.join('\n').trim() }));
}

/** The words for a period: the first that hold its last day and are not blank; null without any. */
export function letterFor(letters: readonly Letter[], period: Span): string | null {
  return letters.find(({ from, to, text }) => from <= period.to && to >= period.to && text !== '')?.text ?? null;
}
