import { WINDOW_DAYS } from './axis.ts';
import { meanDifference, medianDifference, rateRatio } from './differences.ts';
import type { Context, Measure } from './measure.ts';
import { newcombe, type Interval } from './statistics.ts';
import { ENOUGH } from './status.ts';
import { figureOfSums, twoWindows, type WindowSums } from './two-windows.ts';

/**
 * A figure in the 13-week window against the 13 weeks before. `difference` is now - before in the figure's own unit;
 * of a count and a rate it is now / before, since their interval is one of the ratio.
 */
export interface Comparison {
  readonly now: number;
  readonly before: number;
  readonly nNow: number;
  readonly nBefore: number;
  readonly difference: Interval | null;
  /** Whether the interval leaves out that nothing changed, and to which side; null = it cannot be told from chance. */
  readonly signal: 'up' | 'down' | null;
}

/**
 * The firm (index 0) and every client (1 + client) against the window before: Newcombe's interval for shares, that of
 * two medians by order statistics for durations, the exact one of two Poisson rates for rates and counts, Welch's for
 * means; none for hours. Null for a client with fewer than 10 rows (of a rate: contacts) in either window, and null as
 * a whole where the measure cannot be compared.
 */
export function comparisons(measure: Measure, context: Context): readonly (Comparison | null)[] | null {
  const windows = twoWindows(measure, context);
  if (windows === null) return null;
  return windows.now.map((now, at) => compared(measure, now, windows.before[at]!));
}

function compared(measure: Measure, now: WindowSums, before: WindowSums): Comparison | null {
  const rows = ({ n, exposure }: WindowSums): number => (measure.kind === 'rate' ? exposure : n);
  if (measure.kind !== 'count' && (rows(now) < ENOUGH || rows(before) < ENOUGH)) return null;
  const difference = differenceOf(measure, now, before);
  const none = measure.kind === 'rate' || measure.kind === 'count' ? 1 : 0;
  return {
    now: figureOfSums(measure, now),
    before: figureOfSums(measure, before),
    nNow: now.n,
    nBefore: before.n,
    difference,
    signal: difference === null ? null : difference.low > none ? 'up' : difference.high < none ? 'down' : null,
  };
}

function differenceOf({ kind }: Measure, now: WindowSums, before: WindowSums): Interval | null {
  if (kind === 'share') return newcombe(now.sum, now.n, before.sum, before.n);
  if (kind === 'duration') return medianDifference(now.values, before.values);
  if (kind === 'rate') return rateRatio(now.n, now.exposure, before.n, before.exposure);
  if (kind === 'count') return rateRatio(now.n, WINDOW_DAYS, before.n, WINDOW_DAYS);
  return kind === 'mean' ? meanDifference(now, before) : null;
}
