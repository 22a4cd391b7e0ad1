import { dayFromText, dayText, monthOf, periodEnd } from '../time/weeks.ts';

/** Name under which the archive of sent pages stands among the files. */
export const SENT_ARCHIVE = 'sent archive';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** One figure that a sent page showed, by its measure and that measure's version: hits of n, or milliseconds over n rows. */
export interface SentFigure {
  readonly figure: string;
  readonly value: number;
  readonly n: number;
  readonly version: number;
}

/** A page that went to a client, as the archive keeps it. Days are ISO texts. */
export interface SentPage {
  /** Folder in the archive. */
  readonly entry: string;
  /** Id of the client on the day of sending. */
  readonly client: string;
  readonly sent: string;
  /** Last day of the report that the page was made of. */
  readonly asOf: string;
  readonly period: Days;
  readonly before: Days;
  /** SHA-256 of its files, in hexadecimal digits. */
  readonly hash: string;
  /** 1 for the first of the archive, one more for each further one. */
  readonly sequence: number;
  /** Hash of the settings at the time. */
  readonly settings: string;
  readonly figures: readonly SentFigure[];
}

/** What the archive of sent pages holds; `damaged` names the entries that cannot be believed. */
export interface SentArchive {
  readonly pages: readonly SentPage[];
  readonly damaged: readonly string[];
}

export const NONE_SENT: SentArchive = { pages: [], damaged: [] };

/** By the day of sending, and on one day in the order of sending. */
export const inOrderSent = (a: SentPage, b: SentPage): number => (a.sent < b.sent ? -1 : a.sent > b.sent ? 1 : 0) || a.sequence - b.sequence;

/**
 * The month that a page is about, `YYYY-MM`: the last one of which it tells at least half of the days, else the month of
 * its last day. A page about a quarter is the report of the quarter's last month.
 */
export function monthTold({ from, to }: Days): string {
  const [first, last] = [dayFromText(from)!, dayFromText(to)!];
  for (let month = monthOf(last); month >= monthOf(first); month = monthOf(month - 1)) {
    const end = periodEnd('month', month);
    const told = Math.min(end, last) - Math.max(month, first) + 1;
    if (told * 2 >= end - month + 1) return dayText(month).slice(0, 7);
  }
  return to.slice(0, 7);
}
