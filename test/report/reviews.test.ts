import { describe, expect, test } from 'vitest';
import { comingReviews } from '../../src/measures/reviews-coming.ts';
import type { CalendarDrawing } from '../../src/report/model.ts';
import { reviewsPage } from '../../src/report/reviews.ts';
import { contextAt, day, factsOf, instant, type Row } from '../measures/facts-of.ts';
import { demo, small } from './material-of.ts';
import { chartOf, chartsOf, expectOwnIds, expectRules, ofKind, tableOf } from './page-rules.ts';

const review = (client: string, held: string, record: string | null = 'minutes'): Row => ({
  meeting_id: `${client} ${held}`,
  client,
  kind: 'review',
  held_at: `${held} 10:00`,
  record_ref: record,
});

const meetings = [review('Ash', '2025-11-03'), review('Ash', '2026-02-02', null), review('Birch', '2025-12-01'), review('Cedar', '2026-03-02')];
const listed = [
  { name: 'Ash', reviewDays: 30 },
  { name: 'Birch' },
  { name: 'Cedar', reviewDays: 20, accountManager: 'Mo' },
  { name: 'Dogwood', reviewDays: 30, end: instant('2026-01-01') },
];
const clients = [
  { client: 'Birch', next_review: '2026-04-20' },
  { client: 'Cedar', next_review: null },
];

test('the next review is the one planned, else the last one and the days agreed; ended contracts have none', () => {
  const found = comingReviews(contextAt('2026-03-15', factsOf({ meetings, clients }, listed)))!;
  expect(found).toEqual([
    { client: 0, day: day('2026-03-04'), days: -11, planned: false, last: day('2026-02-02'), overdue: null },
    { client: 2, day: day('2026-03-22'), days: 7, planned: false, last: day('2026-03-02'), overdue: null },
    { client: 1, day: day('2026-04-20'), days: 36, planned: true, last: day('2025-12-01'), overdue: null },
  ]);
  expect(comingReviews(contextAt('2026-03-15', factsOf({ tickets: [{ ticket_id: '1', client: 'Ash' }] })))).toBeNull();
});

describe('reviewsPage', () => {
  test('keeps the rules of pages and gives every section on the demo firm', async () => {
    const page = reviewsPage(await demo());
    expectRules(page);
    expectOwnIds([page]);
    expect(page.sections.map(({ id }) => id)).toEqual(['due', 'cadence', 'figures', 'unrecorded', 'ending']);
    expect(page.title).toBe('Four reviews are due in 14 days');
    expect(tableOf(page, 'reviews-without-record').rows).toHaveLength(19);
  });

  test('names what is overdue, what is due and what it lacks', () => {
    const page = reviewsPage(small({ meetings, clients }, {}, listed));
    expectRules(page);
    expect(page.title).toBe('The review with Ash is overdue');
    expect(page.intro).toBe('One is due in the next 14 days. 1 review held so far has no record.');
    expect(tableOf(page, 'reviews-due').rows.map((row) => row.map(({ text }) => text.replaceAll('\u00a0', ' ')))).toEqual([
      ['Ash', '4 Mar 2026, 11 days ago', '2 Feb 2026', '–', '–', 'an account manager, answers to surveys, promises on record'],
      ['Cedar', '22 Mar 2026, in 7 days', '2 Mar 2026', '–', '–', 'answers to surveys, promises on record'],
    ]);
  });

  test('draws a year of reviews, the longest gap first', () => {
    const { drawing, title } = chartOf(reviewsPage(small({ meetings, clients }, {}, listed)), 'review-cadence');
    expect((drawing as CalendarDrawing).rows.map(({ label, days, due, text }) => [label, days.length, due, text])).toEqual([
      ['Birch', 1, day('2026-04-20'), 'longest gap 104 d'],
      ['Ash', 2, day('2026-03-04'), 'longest gap 91 d'],
      ['Cedar', 1, day('2026-03-22'), 'longest gap 13 d'],
    ]);
    expect(title).toBe('One client waited longer for a review than agreed');
  });

  test('counts a gap whole that ends in the year drawn, and none that ended before', () => {
    const rows = [
      review('Ash', '2022-01-10'),
      review('Ash', '2024-01-10'),
      review('Ash', '2025-04-01'),
      review('Ash', '2026-03-01'),
      review('Birch', '2024-06-03'),
    ];
    const { drawing, title, table } = chartOf(
      reviewsPage(small({ meetings: rows }, {}, [{ name: 'Ash', reviewDays: 340 }, { name: 'Birch' }])),
      'review-cadence',
    );
    const drawn = drawing as CalendarDrawing;
    expect(drawn.rows.map(({ label, text }) => [label, text])).toEqual([
      ['Birch', 'none held for 650 d'],
      ['Ash', 'longest gap 447 d'],
    ]);
    expect(table.rows.map((row) => row[4]!.value)).toEqual([650, 447]);
    expect(title).toBe('One client waited longer for a review than agreed');
    const even = chartOf(reviewsPage(small({ meetings: rows }, {}, [{ name: 'Ash', reviewDays: 450 }, { name: 'Birch' }])), 'review-cadence');
    expect(even.title).toBe('In the year drawn no client waited longer for a review than agreed');
    const without = chartOf(reviewsPage(small({ meetings: rows }, {}, [{ name: 'Ash' }, { name: 'Birch' }])), 'review-cadence');
    expect(without.title).toBe('No client has days between reviews on record');
  });

  test('says when the next one is where none is due soon, and what to record without any', () => {
    const later = reviewsPage(small({ meetings: [review('Ash', '2026-03-09')] }, {}, [{ name: 'Ash', reviewDays: 60 }]));
    expect(later.title).toBe('No review is due in 14 days');
    expect(ofKind(later, 'prose')[0]!.words).toBe('No review is due up to 29\u00a0Mar\u00a02026. The next one is on 8\u00a0May\u00a02026, with Ash.');
    const none = reviewsPage(small({ tickets: [{ ticket_id: '1', client: 'Ash', opened_at: '2026-03-02 09:00' }] }));
    expectRules(none);
    expect(none.sections.map(({ id }) => id)).toEqual(['template-meetings']);
    expect(chartsOf(none)).toEqual([]);
  });
});
