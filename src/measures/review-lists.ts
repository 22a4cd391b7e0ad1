import { codes } from '../facts/table.ts';
import { daysOf } from './days.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { reviewsOf } from './review-days.ts';

export interface Unrecorded {
  /** Index of the client, UNMAPPED for one that is not listed, and the local day of the review. */
  readonly client: number;
  readonly day: number;
}

/** The reviews held without a record, the newest first; null where nothing says which have one. */
export function unrecordedReviews(context: Context): readonly Unrecorded[] | null {
  const reviews = reviewsOf(context);
  const record = reviews && codes(reviews.table, 'record_ref');
  if (reviews === null || record === null) return null;
  const { table, held, review } = reviews;
  const day = daysOf(context, held);
  const rows = [...day.keys()].filter((row) => day[row] !== LEFT_OUT && review[row] === 1 && record.codes[row]! < 0);
  return rows.map((row) => ({ client: table.client[row]!, day: day[row]! })).toSorted((a, b) => b.day - a.day || a.client - b.client);
}

export interface Cadence {
  readonly client: number;
  /** Local days of the reviews held, ascending. */
  readonly held: readonly number[];
  /** The longest time from one to the next, or to the as-of day, in days, of those that end in the days asked for; each counts whole. */
  readonly longestGap: number;
  /** Days agreed between reviews, null where none are. */
  readonly agreed: number | null;
}

/** The reviews held with each client that has any, and its longest gap from a local day on, for the calendar strip; null where none are recorded. */
export function reviewCadence(context: Context, from: number): readonly Cadence[] | null {
  const reviews = reviewsOf(context);
  if (reviews === null) return null;
  return [...reviews.days.keys()]
    .toSorted((a, b) => a - b)
    .map((client) => {
      const held = reviews.days.get(client)!;
      const gaps = held.map((day, place) => ({ from: day, to: held[place + 1] ?? context.asOf })).filter(({ to }) => to >= from);
      const { reviewDays } = context.facts.clients.list[client]!;
      return {
        client,
        held,
        longestGap: Math.max(...gaps.map((gap) => gap.to - gap.from)),
        agreed: Number.isNaN(reviewDays) ? null : reviewDays,
      };
    });
}
