import { codes, numbers, type FactTable } from '../facts/table.ts';
import { upTo } from './complaints-columns.ts';
import { daysOf } from './days.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { once } from './once.ts';
import { dayStart } from '../time/weeks.ts';

/** Days late that a review still counts as kept. */
const GRACE = 2;

/** The reviews held up to the as-of day. */
export interface Reviews {
  readonly table: FactTable;
  readonly held: Float64Array;
  /** 1 where the meeting is a review. */
  readonly review: Uint8Array;
  /** Local days of the reviews held with each client, ascending, one a day. */
  readonly days: ReadonlyMap<number, readonly number[]>;
}

/** The reviews held, null where no meetings are kept, or nothing says which are reviews and when they were held. */
export const reviewsOf: (context: Context) => Reviews | null = once((context) => {
  const table = context.facts.tables.meetings;
  const [kind, column] = [table && codes(table, 'kind'), table && numbers(table, 'held_at')];
  if (table === undefined || !kind || !column) return null;
  const code = kind.dictionary.indexOf('review');
  const review = Uint8Array.from(kind.codes, (one) => (code >= 0 && one === code ? 1 : 0));
  const held = upTo(context, column, table.rows);
  const on = daysOf(context, held);
  const found = new Map<number, Set<number>>();
  for (let row = 0; row < table.rows; row++) {
    const client = table.client[row]!;
    if (client < 0 || review[row] === 0 || on[row] === LEFT_OUT) continue;
    const own = found.get(client);
    if (own === undefined) found.set(client, new Set([on[row]!]));
    else own.add(on[row]!);
  }
  const days = new Map([...found].map(([client, some]) => [client, [...some].toSorted((a, b) => a - b)] as const));
  return { table, held, review, days };
});

/** A review that was due. */
export interface ReviewDue {
  readonly day: number;
  readonly kept: boolean;
}

/**
 * The reviews due with a client by the as-of day: each after the first at the one before + the days agreed, kept up to
 * two days late; and one more, missed, where the as-of day is past that. Null where no days are agreed or no review was held.
 */
export function reviewsDue(context: Context, client: number): readonly ReviewDue[] | null {
  const { reviewDays, end } = context.facts.clients.list[client]!;
  const held = reviewsOf(context)?.days.get(client);
  if (held === undefined || Number.isNaN(reviewDays)) return null;
  const due = held.slice(1).map((on, place) => ({ day: held[place]! + reviewDays, kept: on <= held[place]! + reviewDays + GRACE }));
  const next = held.at(-1)! + reviewDays;
  const over = end < dayStart(next, context.zone);
  return context.asOf > next + GRACE && !over ? [...due, { day: next, kept: false }] : due;
}
