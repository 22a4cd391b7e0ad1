import { WINDOW_DAYS } from './axis.ts';
import { endedWithoutTime } from './ended.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';
import { dayStart } from '../time/weeks.ts';

/** Closed tickets from which on those without an answer tell of the tool, and not of chance. */
const LEAST = 10;

/** Tickets closed in the window of 13 weeks, and those of them without a first answer on record. */
export interface AnswersKept {
  readonly closed: number;
  readonly without: number;
  /** Whether most of them have one: else an open ticket without one may have been answered all the same. */
  readonly mostly: boolean;
}

/** How far the exports record first answers; a ticket that is closed by its status alone counts when it was opened. Null where none gives any. */
export const answersKept: (context: Context) => AnswersKept | null = once((context) => {
  const tickets = ticketsOf(context);
  if (tickets === null || tickets.answered === null) return null;
  const { answered, closed: ends, opened, table } = tickets;
  const over = endedWithoutTime(table);
  const rules = neverCounted(tickets);
  const from = dayStart(context.asOf - WINDOW_DAYS + 1, context.zone);
  let [closed, without] = [0, 0];
  for (let row = 0; row < table.rows; row++) {
    const at = over(row) ? (opened?.[row] ?? NaN) : (ends?.[row] ?? NaN);
    if (!(at >= from && at < context.end) || rules.some(([, holds]) => holds(row))) continue;
    closed++;
    if (Number.isNaN(answered[row]!)) without++;
  }
  return { closed, without, mostly: closed < LEAST || without * 2 <= closed };
});
