import { beforeAfter, type BeforeAfter, type Span } from './before-after.ts';
import { complaintTime, courtesyTime, type ComplaintTime, type CourtesyTime } from './cost-inputs.ts';
import type { Figures } from './grid.ts';
import type { Context } from './measure.ts';
import { endedTables } from './observed.ts';
import { programmeStart } from './programme-start.ts';
import { rateDifference, type Interval } from './statistics.ts';
import type { Signal } from './xmr.ts';

/** A figure a week with its interval. */
export interface Weekly extends Interval {
  readonly value: number;
}

/**
 * Why no change is claimed: no programme is dated, too few weeks lie before it, the exports end before the as-of day, the
 * weekly rates show no signal, or none on the side of the change, or the interval of the difference does not exclude zero.
 */
export type Unclaimed = 'no-start' | 'no-baseline' | 'ended' | 'no-signal' | 'other-side' | 'no-difference';

/** Everything that the page about the cost of complaints may say. Amounts are a week, times hours, unrounded. */
export interface Cost {
  /** First day of the programme, null without one. */
  readonly start: number | null;
  /** What complaints are compared against: the rate measure and the factor of its unit. */
  readonly against: { readonly measure: 'A11-rate' | 'D1-rate'; readonly per: number };
  readonly history: BeforeAfter;
  /** Complaints received a week now; null without a complete week. */
  readonly complaints: number | null;
  readonly perComplaint: ComplaintTime;
  /** Courtesy, null where no contacts are kept. */
  readonly courtesy: CourtesyTime | null;
  /** The signal that lets a change be claimed: on the side of the change, whose interval excludes zero; null = no change can be told from chance. */
  readonly signal: Signal | null;
  readonly claimed: boolean;
  /** Null where a change is claimed. */
  readonly unclaimed: Unclaimed | null;
  /** Complaints avoided (negative: added) a week, and what they would have cost; null unless claimed. */
  readonly avoided: Weekly | null;
  readonly returned: Weekly | null;
  /** Returned less courtesy, and returned for each hour of courtesy; null unless claimed and without courtesy. */
  readonly net: Weekly | null;
  readonly ratio: number | null;
  /** Complaints a week at which courtesy pays for itself, claimed or not; null without courtesy. */
  readonly breakEven: number | null;
}

/**
 * What complaints cost against the courtesy that is to prevent them, for the firm: the weeks since the programme's
 * start (or the newest 13) beside the baseline before it. Null without a rate of complaints per contact or ticket, and
 * without a complete week now.
 */
export function complaintCost(figures: Figures, context: Context): Cost | null {
  const found = costs.get(figures);
  if (found !== undefined) return found;
  const cost = costOf(figures, context);
  costs.set(figures, cost);
  return cost;
}

const costs = new WeakMap<Figures, Cost | null>();

function costOf(figures: Figures, context: Context): Cost | null {
  const start = programmeStart(context);
  const against = figures.grid('A11-rate', 'week') === null ? ({ measure: 'D1-rate', per: 100 } as const) : ({ measure: 'A11-rate', per: 1000 } as const);
  const history = beforeAfter(figures, against.measure, start);
  const now = history?.now ?? null;
  if (history === null || now === null) return null;
  const perComplaint = complaintTime(context, now.from, now.to);
  const courtesy = courtesyTime(context, now);
  const shown = ended(context) ? null : claimedSignal(history);
  const difference = shown === null ? null : avoidedAWeek(history.baseline!, now);
  const avoided = difference !== null && difference.low * difference.high > 0 ? difference : null;
  const signal = avoided === null ? null : shown;
  const returned = avoided && scaled(avoided, perComplaint.mean, 0);
  const spent = courtesy?.hoursAWeek ?? null;
  return {
    start,
    against,
    history,
    complaints: now.weeks > 0 ? now.complaints / now.weeks : null,
    perComplaint,
    courtesy,
    signal,
    claimed: signal !== null,
    unclaimed: signal === null ? whyUnclaimed(start, history, context, shown) : null,
    avoided,
    returned,
    net: returned && spent !== null ? scaled(returned, 1, -spent) : null,
    ratio: returned && spent !== null && spent > 0 ? returned.value / spent : null,
    breakEven: spent === null ? null : spent / perComplaint.mean,
  };
}

/** Whether the complaints or what they are counted against stop before the as-of day: their silence is no fall. */
function ended(context: Context): boolean {
  const tables = endedTables(context);
  return (['complaints', 'contacts', 'tickets'] as const).some((table) => tables.has(table));
}

/** A signal in the weekly rates on the side to which the rate moved, and only with a baseline and an exposure now. */
function claimedSignal({ baseline, now, signals }: BeforeAfter): Signal | null {
  if (baseline === null || now === null || !(baseline.exposure > 0 && now.exposure > 0)) return null;
  const side = now.rate < baseline.rate ? 'below' : 'above';
  return signals.rates.find((signal) => signal.side === side) ?? null;
}

function whyUnclaimed(start: number | null, { baseline, signals }: BeforeAfter, context: Context, shown: Signal | null): Unclaimed {
  if (start === null) return 'no-start';
  if (baseline === null) return 'no-baseline';
  if (ended(context)) return 'ended';
  if (signals.rates.length === 0) return 'no-signal';
  return shown === null ? 'other-side' : 'no-difference';
}

function avoidedAWeek(baseline: Span, now: Span): Weekly | null {
  const interval = rateDifference(baseline.complaints, baseline.exposure, now.complaints, now.exposure);
  if (interval === null) return null;
  return scaled({ value: baseline.rate - now.rate, ...interval }, now.exposure / now.weeks, 0);
}

function scaled({ value, low, high }: Weekly, factor: number, added: number): Weekly {
  return { value: value * factor + added, low: low * factor + added, high: high * factor + added };
}
