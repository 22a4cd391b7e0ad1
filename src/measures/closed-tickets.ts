import type { Context, Population } from './measure.ts';
import { once } from './once.ts';
import { populationOf } from './population.ts';
import { NOT_CLOSED } from './reasons.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';

/** The tickets closed up to the as-of day, by the day they were closed; null where nothing says when. */
export const closedTickets: (context: Context) => Population | null = once((context) => {
  const tickets = ticketsOf(context);
  if (tickets === null || tickets.closed === null) return null;
  const { table, closed } = tickets;
  return populationOf(context, table, {
    leftOut: [...neverCounted(tickets), [NOT_CLOSED, (row) => Number.isNaN(closed[row])]],
    at: closed,
  });
});
