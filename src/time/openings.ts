import { DAY_MS, dayFromText, weekday } from './weeks.ts';
import type { Zone } from './zone.ts';

/** A stretch of opening time in minutes after local midnight, 0 to 1440. */
export type Opening = readonly [openMinute: number, closeMinute: number];

/** When a firm or a client is open: its zone, the openings of Monday to Sunday, and days (YYYY-MM-DD) without any. */
export interface CalendarSpec {
  readonly zone: string;
  readonly week: readonly (readonly Opening[])[];
  readonly holidays: readonly string[];
}

/** Openings over [fromDay, toDay] in epoch ms, ascending; `before[i]` is the opening time up to `opens[i]`. */
export interface Openings {
  readonly fromDay: number;
  readonly toDay: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly before: Float64Array;
}

const MINUTE_MS = 60_000;

/**
 * The openings of a calendar over some local days. Edges are put at the instant the wall clock first reaches them, so
 * a day of 24 hours lasts 23 or 25 where the clock changes, and an opening inside a skipped hour lasts no time.
 */
export function openingsOf(week: readonly (readonly Opening[])[], closed: ReadonlySet<number>, zone: Zone, fromDay: number, toDay: number): Openings {
  const opens: number[] = [];
  const closes: number[] = [];
  for (let day = fromDay; day <= toDay; day++) {
    if (closed.has(day)) continue;
    for (const [openMinute, closeMinute] of week[weekday(day) - 1] ?? []) {
      opens.push(zone.reaches(day * DAY_MS + openMinute * MINUTE_MS));
      closes.push(zone.reaches(day * DAY_MS + closeMinute * MINUTE_MS));
    }
  }
  return {
    fromDay,
    toDay,
    opens: Float64Array.from(opens),
    closes: Float64Array.from(closes),
    before: sumsBefore(opens, closes),
  };
}

function sumsBefore(opens: readonly number[], closes: readonly number[]): Float64Array {
  const before = new Float64Array(opens.length);
  let sum = 0;
  opens.forEach((open, index) => {
    before[index] = sum;
    sum += (closes[index] as number) - open;
  });
  return before;
}

/**
 * The openings of a week, each day's in order and merged where they meet or overlap, Monday first.
 * Throws RangeError for more than seven days or minutes that are not 0 <= open < close <= 1440.
 */
export function orderedWeek(week: CalendarSpec['week']): readonly (readonly Opening[])[] {
  if (week.length > 7) throw new RangeError(`A calendar week has seven days, not ${week.length}.`);
  return week.map((day) => {
    const merged: [number, number][] = [];
    for (const [open, close] of day.toSorted((a, b) => a[0] - b[0])) {
      if (!(open >= 0 && open < close && close <= 1440)) throw new RangeError(`Not an opening: minutes ${open} to ${close}.`);
      const last = merged.at(-1);
      if (last !== undefined && open <= last[1]) last[1] = Math.max(last[1], close);
      else merged.push([open, close]);
    }
    return merged;
  });
}

/** The day numbers of dates YYYY-MM-DD. Throws RangeError for a text that is no date. */
export function holidayDays(dates: readonly string[]): ReadonlySet<number> {
  return new Set(
    dates.map((date) => {
      const day = dayFromText(date);
      if (day === null) throw new RangeError(`Not a holiday date (YYYY-MM-DD): ${date}.`);
      return day;
    }),
  );
}
