import { DAY_MS, dayOf, weekday } from '../time/weeks.ts';
import { answeredTickets } from './answered-tickets.ts';
import { WINDOW_DAYS } from './axis.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { quantile } from './statistics.ts';
import { ticketsOf } from './tickets-columns.ts';

/** The tickets opened in one hour of the week. */
export interface HourOfWeek {
  /** 1 for Monday to 7 for Sunday, and the hour that begins, 0 to 23, on the firm's clock. */
  readonly weekday: number;
  readonly hour: number;
  readonly n: number;
  /** Elapsed milliseconds to the first answer; null without a ticket. */
  readonly median: number | null;
  readonly p90: number | null;
}

const HOUR_MS = 3_600_000;
const HOURS = 168;

/**
 * Elapsed ms to the first answer of the tickets answered in the 13-week window, as F1 counts them, by the hour of the
 * week in which they were opened: 168 lists from Monday 00:00 on the firm's clock. Null where no export says when.
 */
export function timesByHour(context: Context): readonly (readonly number[])[] | null {
  const population = answeredTickets(context, () => ({ value: () => 0 }));
  if (population === null) return null;
  const { opened, answered } = ticketsOf(context)!;
  const times: number[][] = Array.from({ length: HOURS }, () => []);
  population.day.forEach((day, row) => {
    if (day === LEFT_OUT || day <= context.asOf - WINDOW_DAYS) return;
    const [from, { zone }] = [opened![row]!, context];
    const on = dayOf(from, zone);
    const hour = Math.floor((from + zone.offsetAt(from) - on * DAY_MS) / HOUR_MS);
    times[(weekday(on) - 1) * 24 + hour]!.push(answered![row]! - from);
  });
  return times;
}

/** The time to the first answer by the hour of the week in which a ticket was opened (B4), from Monday 00:00. */
export function answersByHour(context: Context): readonly HourOfWeek[] | null {
  const times = timesByHour(context);
  if (times === null) return null;
  return times.map((values, at) => {
    const sorted = values.toSorted((a, b) => a - b);
    const [median, p90] = [0.5, 0.9].map((share) => (sorted.length === 0 ? null : quantile(sorted, share))) as [number | null, number | null];
    return { weekday: Math.floor(at / 24) + 1, hour: at % 24, n: sorted.length, median, p90 };
  });
}
