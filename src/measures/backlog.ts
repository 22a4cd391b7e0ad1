import { codes, numbers } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { contactsOf } from './contacts-columns.ts';
import { endedWithoutTime } from './ended.ts';
import { upTo } from './complaints-columns.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import { quantile } from './statistics.ts';
import { neverCounted, ticketsNamed, ticketsOf } from './tickets-columns.ts';

/** Tickets open at the as-of day. */
export interface Backlog {
  readonly open: number;
  /** Open for more than 14 days and untouched for more than 7; null where nothing records what is done in between. */
  readonly abandoned: number | null;
  /** Of which it is not known whether they are abandoned: see OpenTicket. */
  readonly unknown: number;
  /** Milliseconds that the one in the middle has been open, and the oldest; null without any. */
  readonly median: number | null;
  readonly oldest: number | null;
  /** Ages in ms, ascending. */
  readonly ages: readonly number[];
}

export interface OpenTicket {
  /** Row of the ticket, and index of its client, UNNAMED or UNMAPPED. */
  readonly row: number;
  readonly client: number;
  /** Local day on which it was opened, and milliseconds since. */
  readonly opened: number;
  readonly age: number;
  /** Milliseconds since anything was recorded about it up to the as-of day. */
  readonly untouched: number;
  /** Null where only a change after the as-of day is known, which hides what was changed before it. */
  readonly abandoned: boolean | null;
}

const DAY = 86_400_000;
const LONG = 14 * DAY;
const UNTOUCHED = 7 * DAY;

/** The tickets open at the as-of day, the oldest first; null where nothing says when tickets are opened or closed. */
export const openTickets: (context: Context) => readonly OpenTicket[] | null = once((context) => {
  const tickets = ticketsOf(context);
  if (tickets === null || tickets.opened === null || tickets.closed === null) return null;
  const { opened, closed, table } = tickets;
  const [over, rules, touched] = [endedWithoutTime(table), neverCounted(tickets), lastTouched(context)];
  const updated = numbers(table, 'updated_at');
  const found: OpenTicket[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!(opened[row]! < context.end) || !Number.isNaN(closed[row]) || over(row) || rules.some(([, holds]) => holds(row))) continue;
    const age = context.end - opened[row]!;
    const untouched = touched === null ? NaN : context.end - Math.max(opened[row]!, touched[row]!);
    const isLeft = age > LONG && untouched > UNTOUCHED;
    const abandoned = isLeft && (updated?.[row] ?? NaN) >= context.end ? null : isLeft;
    found.push({ row, client: table.client[row]!, opened: dayOf(opened[row]!, context.zone), age, untouched, abandoned });
  }
  return found.toSorted((a, b) => b.age - a.age || a.row - b.row);
});

/** The backlog at the as-of day: of a client by its index, of the firm by -1; null where it is not known. */
export const backlog: (context: Context) => ((client: number) => Backlog) | null = once((context) => {
  const tickets = openTickets(context);
  if (tickets === null) return null;
  const known = new Map<number, OpenTicket[]>([[-1, [...tickets]]]);
  for (const ticket of tickets) {
    if (ticket.client < 0) continue;
    const own = known.get(ticket.client);
    if (own === undefined) known.set(ticket.client, [ticket]);
    else own.push(ticket);
  }
  const touchKnown = touchesKept(context);
  return (client) => summary(known.get(client) ?? [], touchKnown);
});

/** Whether anything records what is done about tickets in between: their updates, or contacts or time entries that name them. */
function touchesKept(context: Context): boolean {
  const { tickets, time_entries: entries } = context.facts.tables;
  const contacts = contactsOf(context)?.table;
  const named = [contacts, entries && numbers(entries, 'started_at') ? entries : undefined].some(
    (table) => table !== undefined && codes(table, 'ticket_id') !== null,
  );
  return named || numbers(tickets!, 'updated_at') !== null;
}

function summary(tickets: readonly OpenTicket[], touchKnown: boolean): Backlog {
  const ages = tickets.map(({ age }) => age).toSorted((a, b) => a - b);
  const abandoned = touchKnown ? tickets.filter((ticket) => ticket.abandoned === true).length : null;
  const unknown = tickets.filter((ticket) => ticket.abandoned === null).length;
  return { open: ages.length, abandoned, unknown, median: ages.length === 0 ? null : quantile(ages, 0.5), oldest: ages.at(-1) ?? null, ages };
}

/**
 * Last instant up to the as-of day at which anything is recorded about each ticket, -Infinity without one; null where
 * neither updates, contacts nor time entries are.
 */
function lastTouched(context: Context): Float64Array | null {
  if (!touchesKept(context)) return null;
  const tickets = ticketsOf(context)!;
  const last = new Float64Array(tickets.table.rows).fill(-Infinity);
  const touch = (row: number, at: number): void => {
    if (row >= 0 && at > last[row]!) last[row] = at;
  };
  const [updated, reopened] = ['updated_at', 'reopened_at'].map((field) => upTo(context, numbers(tickets.table, field), last.length));
  for (const at of [updated!, tickets.answered, reopened!]) at?.forEach((when, row) => touch(row, when));
  const contacts = contactsOf(context);
  const { time_entries: entries } = context.facts.tables;
  for (const [table, at] of [[contacts?.table, contacts?.at] as const, [entries, entries && numbers(entries, 'started_at')] as const]) {
    if (!table || !at || codes(table, 'ticket_id') === null) continue;
    ticketsNamed(context, table).forEach((ticket, row) => at[row]! < context.end && touch(ticket, at[row]!));
  }
  return last;
}
