import { lastCompleteWeekEnd, periodEnd, periodStarts } from '../time/weeks.ts';
import { LEFT_OUT, type Grain } from './measure.ts';

/** The periods of a grain up to the as-of day, and the period of each day. */
export interface Axis {
  readonly grain: Grain;
  readonly starts: Int32Array;
  /** Last day of each period, the as-of day at most. */
  readonly ends: Int32Array;
  readonly firstDay: number;
  /** Period of day `firstDay + i`, -1 where it lies in none. */
  readonly periodOf: Int32Array;
}

export const GRAINS: readonly Grain[] = ['week', 'month', 'quarter', 'window'];

/** Days of the window: 13 weeks. */
export const WINDOW_DAYS = 91;

/**
 * Weeks (complete ones), months and quarters that touch the days from `firstDay` to `asOf`, and the window of 13 weeks
 * that ends on `asOf`. Without a first day (Infinity) there is the window alone.
 */
export function axesOf(firstDay: number, asOf: number): Readonly<Record<Grain, Axis>> {
  return {
    week: axisOf('week', periodStarts('week', firstDay, lastCompleteWeekEnd(asOf)), firstDay, asOf),
    month: axisOf('month', periodStarts('month', firstDay, asOf), firstDay, asOf),
    quarter: axisOf('quarter', periodStarts('quarter', firstDay, asOf), firstDay, asOf),
    window: axisOf('window', [asOf - WINDOW_DAYS + 1], firstDay, asOf),
  };
}

/** The period of a day, -1 where it lies in none and for LEFT_OUT. */
export function periodOfDay({ firstDay, periodOf }: Axis, day: number): number {
  return day === LEFT_OUT ? -1 : (periodOf[day - firstDay] ?? -1);
}

function axisOf(grain: Grain, firsts: readonly number[], firstDay: number, asOf: number): Axis {
  const starts = Int32Array.from(firsts);
  const ends = starts.map((start) => (grain === 'window' ? asOf : Math.min(asOf, periodEnd(grain, start))));
  const periodOf = new Int32Array(Number.isFinite(firstDay) ? Math.max(0, asOf - firstDay + 1) : 0).fill(-1);
  starts.forEach((start, period) => {
    periodOf.fill(period, Math.max(0, start - firstDay), Math.max(0, ends[period]! - firstDay + 1));
  });
  return { grain, starts, ends, firstDay, periodOf };
}
