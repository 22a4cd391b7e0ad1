import { timesByHour } from './answer-hours.ts';
import type { Context } from './measure.ts';
import { medianInterval, quantile, type Interval } from './statistics.ts';

/** The tickets opened on one weekday in some hours of the day. */
export interface BandOfWeek {
  /** 1 for Monday to 7 for Sunday, and the hours from..to (not included) on the firm's clock. */
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Elapsed milliseconds to the first answer, with the interval of the median; null without a ticket, or too few. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly interval: Interval | null;
}

/**
 * The time to the first answer by weekday and by so many hours of opening (B4), a divisor of 24, from Monday on: the
 * tickets answered in the 13-week window. Null where no export says when.
 */
export function answersByBand(context: Context, hours: number): readonly BandOfWeek[] | null {
  const times = timesByHour(context);
  if (times === null) return null;
  return Array.from({ length: times.length / hours }, (_, at): BandOfWeek => {
    const values = times
      .slice(at * hours, (at + 1) * hours)
      .flat()
      .toSorted((a, b) => a - b);
    const [n, from] = [values.length, (at * hours) % 24];
    const place = { weekday: Math.floor((at * hours) / 24) + 1, from, to: from + hours, n };
    if (n === 0) return { ...place, median: null, p90: null, interval: null };
    return { ...place, median: quantile(values, 0.5), p90: quantile(values, 0.9), interval: medianInterval(values) };
  });
}
