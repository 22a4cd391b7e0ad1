import { describe, expect, test } from 'vitest';
import { reviewsDue } from '../../src/measures/review-days.ts';
import { reviewCadence, unrecordedReviews } from '../../src/measures/review-lists.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { wilson } from '../../src/measures/statistics.ts';
import { contextAt, day, factsOf, instant, type Row, type Rows } from './facts-of.ts';

type Listed = Parameters<typeof factsOf>[1];
const tickets = ['Alder', 'Birch', 'Cedar'].map((client) => ({ ticket_id: client, client, opened_at: '2025-11-03 09:00' }));
const context = (rows: Rows, clients?: Listed) => contextAt('2026-03-15', factsOf({ tickets, ...rows }, clients));
const review = (client: string, held_at: string | null, row: Row = {}): Row => ({ client, kind: 'review', held_at, record_ref: null, ...row });

describe('reviews', () => {
  const meetings = [
    review('Alder', '2026-01-05 09:00', { record_ref: 'minutes/1' }),
    review('Alder', '2026-01-21 16:00'),
    review('Alder', '2026-01-21 17:00', { record_ref: 'minutes/2' }),
    review('Alder', '2026-02-07 09:00'),
    review('Alder', null),
    review('Alder', '2026-03-01 09:00', { kind: 'other' }),
    review('Birch', '2026-02-27 09:00'),
    review('Cedar', '2026-01-05 09:00'),
  ];
  const clients = [{ name: 'Alder', reviewDays: 14 }, { name: 'Birch', reviewDays: 14 }, { name: 'Cedar' }];

  test('are due the agreed days after the one before, kept up to two days late', () => {
    expect(reviewsDue(context({ meetings }, clients), 0)).toEqual([
      { day: day('2026-01-19'), kept: true },
      { day: day('2026-02-04'), kept: false },
      { day: day('2026-02-21'), kept: false },
    ]);
    expect(reviewsDue(context({ meetings }, clients), 1)).toEqual([]);
    expect(reviewsDue(context({ meetings }, clients), 2)).toBeNull();
  });

  test('one overdue by two days at the as-of day is not missed yet, nor one after the contract is over', () => {
    const due = (held: string, end = NaN) => reviewsDue(context({ meetings: [review('Alder', held)] }, [{ name: 'Alder', reviewDays: 14, end }]), 0);
    expect(due('2026-02-27 09:00')).toEqual([]);
    expect(due('2026-02-26 09:00')).toEqual([{ day: day('2026-03-12'), kept: false }]);
    expect(due('2026-02-26 09:00', instant('2026-03-10'))).toEqual([]);
  });

  test('the firm’s share adds up its clients’ reviews, by the day they were due', () => {
    const figures = allFigures(context({ meetings }, clients));
    expect(cell(figures, 'A4')).toMatchObject({ n: 3, hits: 1, value: 1 / 3 });
    expect(cell(figures, 'A4', 0)).toMatchObject({ n: 3, hits: 1, ...wilson(1, 3)! });
    expect(cell(figures, 'A4', 1).value).toBeNaN();
    expect(cell(figures, 'A4', -1, 'month', '2026-01-01')).toMatchObject({ n: 1, hits: 1 });
    expect(cell(figures, 'A4-gap')).toMatchObject({ n: 2, value: 16.5 * 86_400_000 });
    expect(leftOut(figures, 'A4-gap')).toEqual({
      'not a review': 1,
      'not held by the as-of day': 1,
      'the first review on record with the client': 3,
      'on the day of another review with the client': 1,
    });
  });

  test('clients with reviews agreed, of those with a ticket', () => {
    const figures = allFigures(context({ meetings }, clients));
    expect(cell(figures, 'A5', -1, 'month', '2025-11-01')).toMatchObject({ n: 3, hits: 2 });
    expect(cell(allFigures(context({ meetings })), 'A5', -1, 'month', '2025-11-01').value).toBeNaN();
  });

  test('on record, and the list of those that are not', () => {
    expect(cell(allFigures(context({ meetings }, clients)), 'A6')).toMatchObject({ n: 6, hits: 2 });
    expect(unrecordedReviews(context({ meetings }, clients))).toEqual([
      { client: 1, day: day('2026-02-27') },
      { client: 0, day: day('2026-02-07') },
      { client: 0, day: day('2026-01-21') },
      { client: 2, day: day('2026-01-05') },
    ]);
  });

  test('the calendar of each client, with its longest gap', () => {
    const [alder, birch, cedar] = reviewCadence(context({ meetings }, clients), day('2025-01-01'))!;
    expect(alder).toEqual({ client: 0, held: ['2026-01-05', '2026-01-21', '2026-02-07'].map(day), longestGap: 36, agreed: 14 });
    expect([birch!.longestGap, cedar!.agreed]).toEqual([16, null]);
  });

  test('a gap that began before the days asked for counts whole, one that ended before them not at all', () => {
    const gaps = (from: string) => reviewCadence(context({ meetings }, clients), day(from))!.map(({ longestGap }) => longestGap);
    const [asOf] = [day('2026-03-15')];
    expect(gaps('2026-01-16')[0]).toBe(36);
    expect(gaps('2026-02-06')[0]).toBe(36);
    expect(gaps('2026-02-20')[0]).toBe(asOf! - day('2026-02-07'));
    expect(reviewCadence(context({ meetings }, clients), day('2026-01-22'))![0]!.longestGap).toBe(36);
  });
});

describe('monthly reports', () => {
  const report = (client: string, period: string, sent_at: string): Row => ({ client, period, sent_at });
  const reports_sent = [
    report('Alder', '2026-01', '2026-02-05 18:00'),
    report('Birch', '2026-01', '2026-02-06 08:00'),
    report('Alder', '2026-02', '2026-03-02 00:00'),
    report('Birch', '2026-02', '2026-02-27 09:00'),
    report('Birch', 'spring', '2026-03-02 09:00'),
  ];
  const clients = [{ name: 'Alder' }, { name: 'Birch' }, { name: 'Cedar', start: instant('2026-02-01') }];

  test('are sent by the fifth day of the next month to every client under contract', () => {
    const figures = allFigures(context({ reports_sent }, clients));
    expect(cell(figures, 'B14', -1, 'month', '2026-01-01')).toMatchObject({ n: 2, hits: 1 });
    expect(cell(figures, 'B14', -1, 'month', '2026-02-01')).toMatchObject({ n: 3, hits: 2 });
    expect(cell(figures, 'B14', -1, 'month', '2026-03-01').value).toBeNaN();
    expect(cell(figures, 'B14', -1, 'month', '2025-12-01').value).toBeNaN();
    expect(cell(figures, 'B14')).toMatchObject({ n: 5, hits: 3 });
    expect(cell(figures, 'B14', 0)).toMatchObject({ n: 2, hits: 2, ...wilson(2, 2)! });
    expect(cell(figures, 'B14', 2)).toMatchObject({ n: 1, hits: 0, ...wilson(0, 1)! });
  });

  test('take time after the month is over', () => {
    const figures = allFigures(context({ reports_sent }, clients));
    expect(cell(figures, 'B14-delay')).toMatchObject({ n: 3, value: 4.75 * 86_400_000 });
    expect(leftOut(figures, 'B14-delay')).toEqual({ 'about no month': 1, 'sent before the month was over': 1 });
  });
});
