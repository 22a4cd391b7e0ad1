import { holidayDays, openingsOf, orderedWeek, type CalendarSpec, type Openings } from './openings.ts';
import { lastAtOrBefore } from './search.ts';
import { dayOf } from './weeks.ts';
import { zoneOf } from './zone.ts';

export type { CalendarSpec, Opening } from './openings.ts';

/** Opening time of one calendar. */
export interface WorkingTime {
  /** Opening time in ms from one instant to a later one; NaN when either is NaN, b is before a, or outside 1900 to 2199. */
  between(aMs: number, bMs: number): number;
  /** Length of one business day in ms of opening time: the mean of the weekdays with any; NaN for a calendar that never opens. */
  readonly businessDay: number;
}

/** Open all day, every day: working time equals elapsed time. */
export const ALWAYS_OPEN: CalendarSpec = {
  zone: 'UTC',
  week: Array.from({ length: 7 }, () => [[0, 1440]]),
  holidays: [],
};

const FIRST_DAY = -25_567;
const LAST_DAY = 84_005;
const MARGIN_DAYS = 400;
const MINUTE_MS = 60_000;

/**
 * The working clock of a calendar, exact over clock changes, prepared for local days [fromDay, toDay]. Instants outside
 * are answered too: the preparation then grows (an empty or NaN span prepares nothing yet). Throws RangeError for an unknown zone, an impossible opening or holiday.
 */
export function workingTime(spec: CalendarSpec, fromDay: number, toDay: number): WorkingTime {
  const zone = zoneOf(spec.zone);
  if (zone === null) throw new RangeError(`Unknown time zone: ${spec.zone}.`);
  const week = orderedWeek(spec.week);
  const closed = holidayDays(spec.holidays);
  const prepared = (from: number, to: number): Openings => openingsOf(week, closed, zone, Math.max(FIRST_DAY, from), Math.min(LAST_DAY, to));
  let openings = prepared(fromDay, toDay);
  let hint = 0;

  const cover = (day: number): void => {
    const { fromDay: from, toDay: to } = openings;
    if (day >= from && day <= to) return;
    const grown: readonly [number, number] = from <= to ? [from, to] : [day, day];
    openings = prepared(Math.min(grown[0], day - MARGIN_DAYS), Math.max(grown[1], day + MARGIN_DAYS));
  };
  const openedBefore = (epochMs: number): number => {
    hint = Math.max(0, lastAtOrBefore(openings.opens, epochMs, hint));
    return openedUpTo(openings, hint, epochMs);
  };

  const between = (aMs: number, bMs: number): number => {
    if (!(aMs <= bMs)) return NaN;
    const [first, last] = [dayOf(aMs, zone), dayOf(bMs, zone)];
    if (first < FIRST_DAY || last > LAST_DAY) return NaN;
    cover(first);
    cover(last);
    return openedBefore(bMs) - openedBefore(aMs);
  };
  return { between, businessDay: businessDayOf(week) };
}

function businessDayOf(week: CalendarSpec['week']): number {
  const open = week.map((day) => day.reduce((minutes, [from, to]) => minutes + to - from, 0)).filter((minutes) => minutes > 0);
  return (open.reduce((sum, minutes) => sum + minutes, 0) / open.length) * MINUTE_MS;
}

function openedUpTo({ opens, closes, before }: Openings, index: number, epochMs: number): number {
  const open = opens[index];
  if (open === undefined || epochMs <= open) return before[index] ?? 0;
  return (before[index] as number) + Math.min(epochMs, closes[index] as number) - open;
}
