import type { ShareSettings } from '../settings.ts';
import { dayFromText, dayText, periodEnd, quarterOf } from '../time/weeks.ts';
import type { Span } from './share-model.ts';

export interface ReviewPeriod {
  readonly period: Span;
  /** As long, and just before; the quarter before a quarter. */
  readonly before: Span;
}

const span = (from: number, to: number): Span => ({ from: dayText(from), to: dayText(to) });

function stretch(from: number, to: number): ReviewPeriod {
  return { period: span(from, to), before: span(from - (to - from + 1), from - 1) };
}

/** The last quarter that is over at the end of a day. */
function lastQuarter(asOf: number): ReviewPeriod {
  const running = quarterOf(asOf);
  const from = periodEnd('quarter', running) === asOf ? running : quarterOf(running - 1);
  const before = quarterOf(from - 1);
  return { period: span(from, periodEnd('quarter', from)), before: span(before, from - 1) };
}

/**
 * What a client's page is about, as the settings say. `agreed` is the days between its reviews, NaN where none are agreed:
 * then the quarter stands in. Days run up to the as-of day, a local day number; a period that reaches beyond it ends there.
 */
export function reviewPeriod(review: ShareSettings['review'], asOf: number, agreed: number): ReviewPeriod {
  if (review === 'quarter' || (review === 'review_days' && Number.isNaN(agreed))) return lastQuarter(asOf);
  if (review === 'review_days') return stretch(asOf - Math.round(agreed) + 1, asOf);
  if ('days' in review) return stretch(asOf - review.days + 1, asOf);
  const [from, to] = [dayFromText(review.from)!, dayFromText(review.to)!];
  return stretch(from, Math.max(from, Math.min(to, asOf)));
}
