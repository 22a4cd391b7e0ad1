import { codes } from '../facts/table.ts';
import { DAY_MS } from '../time/weeks.ts';
import { daysOf } from './days.ts';
import type { DerivedCell, Measure } from './measure.ts';
import { populationOf, type Rule } from './population.ts';
import { FIRST_REVIEW, leaves, NO_CLIENT, NOT_HELD, NOT_REVIEW, SAME_DAY } from './reasons.ts';
import { reviewsDue, reviewsOf, type Reviews } from './review-days.ts';

const notHeld = ({ review, held }: Reviews): readonly Rule[] => [
  [NOT_REVIEW, (row) => review[row] === 0],
  [NOT_HELD, (row) => Number.isNaN(held[row])],
];

const gap: Measure = {
  id: 'A4-gap',
  title: 'Time between reviews',
  question: 'How long do we go without a review?',
  definition: 'Days from one review held with a client to the next. A review counts on the day it was held; several on one day are one.',
  formula: 'median and 90th percentile of (review − the review before)',
  unit: 'duration',
  inputs: ['meetings.held_at', 'meetings.kind'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(NOT_REVIEW, NOT_HELD, NO_CLIENT, FIRST_REVIEW, SAME_DAY),
  version: 1,
  population: (context) => {
    const reviews = reviewsOf(context);
    if (reviews === null) return null;
    const { table, held, days } = reviews;
    const on = daysOf(context, held);
    const rowOf = new Map<string, number>();
    const meeting = (row: number): string => `${table.client[row]} ${on[row]}`;
    for (let row = table.rows - 1; row >= 0; row--) if (reviews.review[row] === 1) rowOf.set(meeting(row), row);
    const before = (row: number): number => days.get(table.client[row]!)!.findLast((day) => day < on[row]!) ?? NaN;
    return populationOf(context, table, {
      leftOut: [
        ...notHeld(reviews),
        [NO_CLIENT, (row) => table.client[row]! < 0],
        [FIRST_REVIEW, (row) => Number.isNaN(before(row))],
        [SAME_DAY, (row) => rowOf.get(meeting(row)) !== row],
      ],
      at: held,
      value: (row) => (on[row]! - before(row)) * DAY_MS,
    });
  },
};

const cadence: Measure = {
  id: 'A4',
  title: 'Reviews held when due',
  question: 'Do we meet as often as we agreed?',
  definition:
    'Every review after the first is due the agreed days after the one before, and kept up to two days late. One that is overdue at the as-of day is missed. It counts when it was due.',
  formula: 'reviews held within the agreed days + 2 ÷ reviews due',
  unit: 'share',
  inputs: ['A4-gap', 'meetings.held_at', 'meetings.kind', 'clients.review_days', 'clients.end'],
  kind: 'derived',
  clock: 'elapsed',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: ({ client, from, to }, context): DerivedCell | null => {
    const due = reviewsDue(context, client)?.filter(({ day }) => day >= from && day <= to) ?? [];
    const hits = due.filter(({ kept }) => kept).length;
    return due.length === 0 ? null : { value: hits / due.length, n: due.length, hits };
  },
};

const agreed: Measure = {
  id: 'A5',
  title: 'Clients with reviews agreed',
  question: 'Do our contracts say how often we meet?',
  definition: 'Of the clients with a ticket in the period, the share with days between reviews on record.',
  formula: 'active clients with days between reviews ÷ active clients',
  unit: 'share',
  inputs: ['A1-tickets', 'clients.review_days'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  overClients: true,
  derive: (inputs, { facts }): DerivedCell | null => {
    const { list } = facts.clients;
    if (!((inputs.get('A1-tickets')?.n ?? 0) > 0) || list.every(({ reviewDays }) => Number.isNaN(reviewDays))) return null;
    const hits = Number.isNaN(list[inputs.client]!.reviewDays) ? 0 : 1;
    return { value: hits, n: 1, hits };
  },
};

const onRecord: Measure = {
  id: 'A6',
  title: 'Reviews on record',
  question: 'Do we keep a record of what was said?',
  definition: 'Of the reviews held in the period, the share with a record that can be found.',
  formula: 'reviews held with a record ÷ reviews held',
  unit: 'share',
  inputs: ['meetings.held_at', 'meetings.kind', 'meetings.record_ref'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(NOT_REVIEW, NOT_HELD),
  version: 1,
  population: (context) => {
    const reviews = reviewsOf(context);
    const record = reviews && codes(reviews.table, 'record_ref');
    if (reviews === null || record === null) return null;
    return populationOf(context, reviews.table, { leftOut: notHeld(reviews), at: reviews.held, value: (row) => (record.codes[row]! >= 0 ? 1 : 0) });
  },
};

/** Whether we meet as often as agreed, and keep a record. */
export const reviews: readonly Measure[] = [gap, cadence, agreed, onRecord];
