import { codes, numbers, type FactTable } from '../facts/table.ts';
import { upTo } from './complaints-columns.ts';
import type { Context, Population } from './measure.ts';
import { once } from './once.ts';
import { populationOf, type Rule } from './population.ts';
import { AFTER, CANCELLED, NO_DAY, NO_OUTCOME, NO_WINDOW, WINDOW_OPEN } from './reasons.ts';
import { clientsByTicket, ticketsNamed } from './tickets-columns.ts';

/** What measures read of the appointments. Instants in epoch ms, NaN = none; a column that no file gave is null. */
export interface Visits {
  readonly table: FactTable;
  /** Own client, else the ticket's. */
  readonly client: Int32Array;
  /** Row of the ticket that it belongs to, -1 for none. */
  readonly ticket: Int32Array;
  readonly from: Float64Array | null;
  readonly to: Float64Array | null;
  /** Start of the window, else the time agreed. */
  readonly agreed: Float64Array;
  /** Up to the as-of day. */
  readonly arrived: Float64Array | null;
  /** When it was cancelled, up to the as-of day. */
  readonly cancelledAt: Float64Array;
  readonly cancelled: Uint8Array;
  readonly status: (row: number) => string | null;
}

/** The appointments, null without any. */
export const visitsOf: (context: Context) => Visits | null = once((context) => {
  const table = context.facts.tables.appointments;
  if (table === undefined) return null;
  const ticket = ticketsNamed(context, table);
  const [from, to, on, arrived] = ['window_start', 'window_end', 'scheduled_on', 'arrived_at'].map((field) => numbers(table, field));
  const status = codes(table, 'status');
  const cancelledAt = upTo(context, numbers(table, 'cancelled_at'), table.rows);
  const statusOf = (row: number): string | null => status?.at(row) ?? null;
  return {
    table,
    client: clientsByTicket(context, table, ticket),
    ticket,
    from: from ?? null,
    to: to ?? null,
    agreed: Float64Array.from({ length: table.rows }, (_, row) => (Number.isNaN(from?.[row] ?? NaN) ? (on?.[row] ?? NaN) : from![row]!)),
    arrived: arrived ? upTo(context, arrived, table.rows) : null,
    cancelledAt,
    cancelled: Uint8Array.from(cancelledAt, (at, row) => (!Number.isNaN(at) || statusOf(row) === 'cancelled' ? 1 : 0)),
    status: statusOf,
  };
});

interface Choice {
  readonly leftOut?: readonly Rule[];
  readonly value: (row: number) => number;
}

/** Why an appointment is not among those with a window. */
export const WINDOWED = [NO_WINDOW, AFTER];

/** The appointments whose window began up to the as-of day, by its day; null where no windows are recorded. */
export function windowedVisits(context: Context, choose: (visits: Visits, from: Float64Array, to: Float64Array) => Choice | null): Population | null {
  const visits = visitsOf(context);
  if (visits === null || visits.from === null || visits.to === null) return null;
  const { from, to, table, client } = visits;
  const choice = choose(visits, from, to);
  if (choice === null) return null;
  const rules: readonly Rule[] = [
    [NO_WINDOW, (row) => Number.isNaN(from[row]) || Number.isNaN(to[row])],
    [AFTER, (row) => from[row]! >= context.end],
  ];
  return populationOf(context, table, { leftOut: [...rules, ...(choice.leftOut ?? [])], at: from, client, value: choice.value });
}

/** Why an appointment is not among those agreed up to the as-of day. */
export const AGREED = [NO_DAY, AFTER];

/** The appointments agreed for a day up to the as-of day, by that day; null without any, and where `choose` finds that a column is missing. */
export function agreedVisits(context: Context, choose: (visits: Visits) => Choice | null): Population | null {
  const visits = visitsOf(context);
  const choice = visits && choose(visits);
  if (visits === null || choice === null) return null;
  const { agreed, table, client } = visits;
  const rules: readonly Rule[] = [
    [NO_DAY, (row) => Number.isNaN(agreed[row])],
    [AFTER, (row) => agreed[row]! >= context.end],
  ];
  return populationOf(context, table, { leftOut: [...rules, ...(choice.leftOut ?? [])], at: agreed, client, value: choice.value });
}

/** Why an appointment is not among those of which we know whether we came. */
export const DECIDED = [...WINDOWED, WINDOW_OPEN, CANCELLED, NO_OUTCOME];

/**
 * The appointments whose window is over and of which the record says whether we came: an arrival, the status missed, or
 * no status and no arrival. Null where no windows or arrivals are recorded.
 */
export function decidedVisits(context: Context, choose: (from: Float64Array, to: Float64Array, arrived: Float64Array) => Choice): Population | null {
  return windowedVisits(context, (visits, from, to) => {
    const { arrived, cancelled, status } = visits;
    if (arrived === null) return null;
    const { leftOut = [], value } = choose(from, to, arrived);
    const known = (row: number): boolean => !Number.isNaN(arrived[row]) || status(row) === 'missed' || status(row) === null;
    const rules: readonly Rule[] = [
      [WINDOW_OPEN, (row) => to[row]! >= context.end],
      [CANCELLED, (row) => cancelled[row] === 1],
      [NO_OUTCOME, (row) => !known(row)],
    ];
    return { leftOut: [...rules, ...leftOut], value };
  });
}
