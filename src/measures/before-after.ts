import type { Figures } from './grid.ts';
import { segments, type Segment, type Signal } from './xmr.ts';

/** Weeks of one time, with what was counted in them. Days are day numbers; both are inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly weeks: number;
  readonly complaints: number;
  /** Contacts, or closed tickets; 0 where there were none. */
  readonly exposure: number;
  /** Complaints per contact or closed ticket, NaN without any. */
  readonly rate: number;
}

/** Weekly complaints before and since the programme's start. */
export interface BeforeAfter {
  /** Monday of each week looked at: those of the baseline, then those since the start. */
  readonly starts: readonly number[];
  /** Weekly counts and rates (per 1 contact or ticket), null = no value. */
  readonly counts: readonly (number | null)[];
  readonly rates: readonly (number | null)[];
  /** Index of the first week since the start; the number of weeks where there is no start. */
  readonly startsAt: number;
  /** Null where fewer than 12 weeks before the start have data. */
  readonly baseline: Span | null;
  /** Weeks since the start, or the newest 13 where there is no start; null without a complete one. */
  readonly now: Span | null;
  /** Signals of the weeks since the start against the limits of the baseline. */
  readonly signals: { readonly counts: readonly Signal[]; readonly rates: readonly Signal[] };
}

const BASELINE_WEEKS = { least: 12, most: 53 };
const NEWEST_WEEKS = 13;

interface Week {
  readonly start: number;
  readonly complaints: number;
  readonly exposure: number;
}

/**
 * The firm's weekly complaints by a rate measure, cut at the start of the programme. The baseline is the weeks that
 * end before the start, back to the first without data, 53 at most; a week that the start divides is in neither.
 * Null where the rate measure has no figures.
 */
export function beforeAfter(figures: Figures, rateMeasure: string, start: number | null): BeforeAfter | null {
  const weeks = weeksOf(figures, rateMeasure);
  if (weeks === null) return null;
  const before = start === null ? [] : weeks.filter((week) => week.start + 6 < start);
  const usable = lastWithData(before, BASELINE_WEEKS.most);
  const since = lastWithData(
    weeks.filter((week) => week.start >= (start ?? -Infinity)),
    start === null ? NEWEST_WEEKS : Infinity,
  );
  const shown = [...usable, ...since];
  const counts = shown.map(({ complaints }) => (Number.isNaN(complaints) ? null : complaints));
  const rates = shown.map(({ complaints, exposure }) => (exposure > 0 ? complaints / exposure : null));
  return {
    starts: shown.map((week) => week.start),
    counts,
    rates,
    startsAt: start === null ? shown.length : usable.length,
    baseline: usable.length < BASELINE_WEEKS.least ? null : spanOf(usable),
    now: spanOf(since),
    signals: { counts: signalsSince(counts, usable.length), rates: signalsSince(rates, usable.length) },
  };
}

function weeksOf(figures: Figures, rateMeasure: string): readonly Week[] | null {
  const grid = figures.grid(rateMeasure, 'week');
  if (grid === null) return null;
  return Array.from(grid.starts, (start, period) => ({
    start,
    complaints: grid.hits[period]!,
    exposure: grid.exposure[period]!,
  }));
}

function lastWithData(weeks: readonly Week[], most: number): readonly Week[] {
  const gap = weeks.findLastIndex(({ complaints, exposure }) => Number.isNaN(complaints) || Number.isNaN(exposure));
  return weeks.slice(gap + 1).slice(-most);
}

function spanOf(weeks: readonly Week[]): Span | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const known = weeks.filter(({ complaints }) => !Number.isNaN(complaints));
  const complaints = known.reduce((sum, week) => sum + week.complaints, 0);
  const exposure = known.reduce((sum, week) => sum + week.exposure, 0);
  return {
    from: first.start,
    to: last.start + 6,
    weeks: known.length,
    complaints,
    exposure,
    rate: complaints / exposure,
  };
}

function signalsSince(values: readonly (number | null)[], startsAt: number): readonly Signal[] {
  if (startsAt === 0) return [];
  const after = segments(values, [startsAt], { floor: 0 }).find((segment: Segment) => segment.from === startsAt);
  return after?.againstPrevious ?? [];
}
