import { endedWithoutTime } from './ended.ts';
import type { Context } from './measure.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';

/** Tickets that wait for a first answer at the as-of day. */
export interface Unanswered {
  readonly count: number;
  /** Milliseconds that the oldest has waited, null without any. */
  readonly oldest: number | null;
}

/**
 * Open tickets without a first answer, of a client by its index and of the firm by -1. One that was resolved or closed
 * without an answer waits no more. Null where no export says when tickets are opened or answered.
 */
export function unanswered(context: Context): ((client: number) => Unanswered) | null {
  const tickets = ticketsOf(context);
  if (tickets === null || tickets.opened === null || tickets.answered === null) return null;
  const { opened, answered, closed, table } = tickets;
  const over = endedWithoutTime(table);
  const rules = neverCounted(tickets);
  const found = new Map<number, Unanswered>();
  const add = (client: number, age: number): void => {
    const { count, oldest } = found.get(client) ?? { count: 0, oldest: null };
    found.set(client, { count: count + 1, oldest: Math.max(oldest ?? 0, age) });
  };
  for (let row = 0; row < table.rows; row++) {
    const gone = [answered, closed].some((ends) => !Number.isNaN(ends?.[row] ?? NaN)) || over(row);
    if (gone || !(opened[row]! < context.end) || rules.some(([, holds]) => holds(row))) continue;
    add(-1, context.end - opened[row]!);
    if (table.client[row]! >= 0) add(table.client[row]!, context.end - opened[row]!);
  }
  return (client) => found.get(client) ?? { count: 0, oldest: null };
}
