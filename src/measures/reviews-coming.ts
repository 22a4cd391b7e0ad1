import { numbers } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { underContract } from './client-days.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import { overduePromises } from './promise-lists.ts';
import { reviewsOf } from './review-days.ts';

/** The next review with a client. */
export interface ComingReview {
  readonly client: number;
  /** Local day on which it is planned, else due; days until then, negative = overdue. */
  readonly day: number;
  readonly days: number;
  readonly planned: boolean;
  /** Day of the last one held, null where none is on record. */
  readonly last: number | null;
  /** Promises overdue at the as-of day; null where none are recorded. */
  readonly overdue: number | null;
}

const plannedDays: (context: Context) => Float64Array = once(({ facts, zone }) => {
  const days = new Float64Array(facts.clients.list.length).fill(NaN);
  const table = facts.tables.clients;
  const column = table === undefined ? null : numbers(table, 'next_review');
  table?.client.forEach((client, row) => {
    const at = column?.[row] ?? NaN;
    if (client >= 0 && !Number.isNaN(at)) days[client] = dayOf(at, zone);
  });
  return days;
});

/**
 * The next review of every client under contract, the longest overdue first: the day planned in the clients table where
 * it lies after the last one held, else the last one + the days agreed. Clients with neither are left out; null where no
 * client has either.
 */
export function comingReviews(context: Context): readonly ComingReview[] | null {
  const { list } = context.facts.clients;
  const held = reviewsOf(context);
  const planned = plannedDays(context);
  const overdue = overduePromises(context);
  const found = list.flatMap(({ reviewDays }, client): readonly ComingReview[] => {
    if (!underContract(context, client, context.asOf)) return [];
    const last = held?.days.get(client)?.at(-1) ?? null;
    const isPlanned = planned[client]! > (last ?? -Infinity);
    const day = isPlanned ? planned[client]! : last === null ? NaN : last + reviewDays;
    if (Number.isNaN(day)) return [];
    const owed = overdue?.filter((one) => one.client === client).length ?? null;
    return [{ client, day, days: day - context.asOf, planned: isPlanned, last, overdue: owed }];
  });
  if (found.length === 0 && (held === null || list.every(({ reviewDays }) => Number.isNaN(reviewDays)))) return null;
  return found.toSorted((a, b) => a.day - b.day || a.client - b.client);
}
