import { numbers } from '../facts/table.ts';
import type { Context, Population } from './measure.ts';
import { once } from './once.ts';
import { populationOf, refined, type Rule } from './population.ts';
import { AFTER, BEFORE_OPENING, MACHINE, MERGED, NO_RESOLUTION, NOT_ANSWERED, NOT_OPENED, NOT_RESOLVED, REOPENED } from './reasons.ts';
import { neverCounted, ticketsOf, type Tickets } from './tickets-columns.ts';

/** Why a ticket is not among those answered, and those resolved. */
export const ANSWERED = [MERGED, MACHINE, NOT_OPENED, AFTER, NOT_ANSWERED, BEFORE_OPENING];
export const RESOLVED = [MERGED, MACHINE, NOT_OPENED, AFTER, REOPENED, NO_RESOLUTION, NOT_RESOLVED, BEFORE_OPENING];

export type Clock = 'elapsed' | 'working';

interface Values {
  readonly leftOut?: readonly Rule[];
  readonly value: (row: number) => number;
  readonly possible?: Population['possible'];
}

/** The tickets answered up to the as-of day, by the day of the first answer; null where no export says when. */
export function answeredTickets(context: Context, valuesOf: (tickets: Tickets) => Values): Population | null {
  const population = answered(context);
  return population && refined(population, valuesOf(ticketsOf(context)!));
}

/** The tickets resolved up to the as-of day, by the day of the last resolution; null where no export says when. */
export function resolvedTickets(context: Context, valuesOf: (tickets: Tickets) => Values): Population | null {
  const population = resolved(context);
  return population && refined(population, valuesOf(ticketsOf(context)!));
}

const answered = once((context) => {
  const tickets = ticketsOf(context);
  if (tickets === null || tickets.opened === null || tickets.answered === null) return null;
  const { answered: at, opened, table } = tickets;
  const unanswered: readonly Rule[] = [
    [NOT_ANSWERED, (row) => Number.isNaN(at[row])],
    [BEFORE_OPENING, (row) => at[row]! < opened[row]!],
  ];
  const leftOut = [...neverCounted(tickets), ...notOpened(context, opened), ...unanswered];
  return populationOf(context, table, { leftOut, at });
});

const resolved = once((context) => {
  const tickets = ticketsOf(context);
  if (tickets === null || tickets.opened === null || tickets.resolved === null) return null;
  const { opened, resolved: at, table } = tickets;
  const backwards: Rule = [BEFORE_OPENING, (row) => at[row]! < opened[row]!];
  const open = [...notOpened(context, opened), ...unresolved(context, tickets, at), backwards];
  return populationOf(context, table, { leftOut: [...neverCounted(tickets), ...open], at });
});

/** Milliseconds from opening to the first answer of an answered ticket. */
export function answerTimes(tickets: Tickets, clock: Clock, { working }: Context): (row: number) => number {
  const [opened, answered] = [tickets.opened!, tickets.answered!];
  if (clock === 'elapsed') return (row) => answered[row]! - opened[row]!;
  const { client } = tickets.table;
  return (row) => working(client[row]!).between(opened[row]!, answered[row]!);
}

/** Milliseconds from opening to the resolution of a resolved ticket; waiting on the client is off the working clock. */
export function resolutionTimes(tickets: Tickets, clock: Clock, { working }: Context): (row: number) => number {
  const [opened, resolved] = [tickets.opened!, tickets.resolved!];
  if (clock === 'elapsed') return (row) => resolved[row]! - opened[row]!;
  const { client } = tickets.table;
  const pending = numbers(tickets.table, 'pending_minutes');
  return (row) => {
    const waited = (pending?.[row] ?? NaN) * 60_000;
    return Math.max(0, working(client[row]!).between(opened[row]!, resolved[row]!) - (Number.isNaN(waited) ? 0 : waited));
  };
}

function notOpened({ end }: Context, opened: Float64Array): readonly Rule[] {
  return [
    [NOT_OPENED, (row) => Number.isNaN(opened[row])],
    [AFTER, (row) => opened[row]! >= end],
  ];
}

function unresolved({ end }: Context, { closed, table }: Tickets, resolved: Float64Array): readonly Rule[] {
  const ever = numbers(table, 'resolved_at')!;
  return [
    [REOPENED, (row) => Number.isNaN(resolved[row]) && ever[row]! < end],
    [NO_RESOLUTION, (row) => Number.isNaN(resolved[row]) && !Number.isNaN(closed?.[row] ?? NaN)],
    [NOT_RESOLVED, (row) => Number.isNaN(resolved[row])],
  ];
}
