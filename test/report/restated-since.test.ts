import { describe, expect, test } from 'vitest';
import type { SentFigure } from '../../src/facts/sent-page.ts';
import { lastSent, restatedSince } from '../../src/report/restated-since.ts';
import { figuresShown, readingsOf } from '../../src/report/sent-figures.ts';
import { clientRecord } from '../../src/report/share-record.ts';
import { page } from '../facts/sent-of.ts';
import type { Row } from '../measures/facts-of.ts';
import { small } from './material-of.ts';

const PERIOD = { period: { from: '2026-01-01', to: '2026-02-28' }, before: { from: '2025-11-03', to: '2025-12-31' } };

/** Days of the week in January. */
const DAYS = ['05', '06', '07', '08', '09', '12', '13', '14', '15', '16', '19', '20'];
const ticket = (n: number, minutes: number): Row => ({
  ticket_id: `T${n}`,
  client: 'Ash',
  opened_at: `2026-01-${DAYS[n]} 09:00`,
  first_response_at: `2026-01-${DAYS[n]} 09:${minutes}`,
});
const promise = (n: number, kept: boolean): Row => ({
  promise_id: `P${n}`,
  client: 'Ash',
  due_at: '2026-01-20 12:00',
  kept_at: `2026-01-${kept ? 19 : 22} 12:00`,
});
const complaint = (day: string): Row => ({ complaint_id: day, client: 'Ash', received_at: `${day} 09:00`, scope: 'in' });

const TICKETS = DAYS.map((_, n) => ticket(n, 20 + n));
const PROMISES = [promise(0, true), promise(1, false)];
const ALL = { tickets: TICKETS, promises: PROMISES, complaints: [complaint('2026-01-12')] };

/** What a page made of these rows showed. */
function shownBy(material = small(ALL)): readonly SentFigure[] {
  const record = clientRecord(material, 0, PERIOD, { letters: [], since: null });
  return figuresShown(record, new Map(material.measures.map(({ id, version }) => [id, version])));
}
const sentOf = (figures = shownBy(), settings = 'same') => page('Ash', '2026-03-02', { asOf: '2026-03-01', ...PERIOD, figures, settings });
const since = (rows: object, sent = sentOf()) => restatedSince(small({ ...ALL, ...rows }), 0, sent, 'same');

test('what a page shows: hits of n, the median or of a few the slowest, and the number of complaints', () => {
  expect(shownBy().map(({ figure, value, n }) => [figure, value, n])).toEqual([
    ['promises', 1, 2],
    ['answers', 25.5 * 60_000, 12],
    ['complaints', 1, 1],
  ]);
  const few = clientRecord(small({ tickets: TICKETS.slice(0, 3) }), 0, PERIOD, { letters: [], since: null });
  expect(readingsOf(few)).toEqual({ promises: null, visits: null, answers: { value: 22 * 60_000, n: 3 }, satisfied: null, complaints: { value: 0, n: 0 } });
});

describe('the page sent last', () => {
  test('is told by the day and the order of sending, and is none of a later report', () => {
    const material = small(ALL);
    const pages = [
      page('Ash', '2026-03-02', { asOf: '2026-03-01', sequence: 2, entry: 'second' }),
      page('Ash', '2026-03-02', { asOf: '2026-03-01', sequence: 1, entry: 'first' }),
      page('Ash', '2026-03-23', { asOf: '2026-03-22', entry: 'of a later report' }),
      page('Nobody', '2026-03-09', { asOf: '2026-03-08' }),
    ];
    expect([...lastSent(material, { pages, damaged: [] })].map(([client, { entry }]) => [client, entry])).toEqual([[0, 'second']]);
  });
});

describe('what was restated since', () => {
  test('is nothing where all reads the same, rows of another time or client notwithstanding', () => {
    expect(since({})).toBeNull();
    const others = [
      { ...ticket(3, 59), ticket_id: 'x', client: 'Birch' },
      { ...ticket(0, 30), ticket_id: 'y', opened_at: '2026-03-02 09:00', first_response_at: '2026-03-02 09:30' },
    ];
    expect(since({ tickets: [...TICKETS, ...others] })).toBeNull();
  });

  test('is what the page said and what it says now, with the reason as far as it can be told', () => {
    expect(since({ promises: [...PROMISES, promise(2, true)] })).toEqual({
      sent: '2026-03-02',
      period: PERIOD.period,
      changes: [{ figure: 'promises', was: { value: 1, n: 2 }, is: { value: 2, n: 3 }, why: 'more' }],
    });
    const reasonOf = (rows: object, sent = sentOf()) => since(rows, sent)?.changes.map(({ figure, why }) => [figure, why]);
    expect(reasonOf({ promises: [promise(0, true), promise(1, true)] })).toEqual([['promises', 'corrected']]);
    expect(reasonOf({ promises: [promise(0, true), promise(1, true)] }, sentOf(shownBy(), 'others'))).toEqual([['promises', 'settings']]);
    expect(reasonOf({ promises: PROMISES.slice(1) })).toEqual([['promises', 'fewer']]);
    expect(reasonOf({ complaints: [] })).toEqual([['complaints', 'fewer']]);
    expect(since({ promises: [] })?.changes[0]).toEqual({ figure: 'promises', was: { value: 1, n: 2 }, is: null, why: 'fewer' });
    const older = shownBy().map((one) => (one.figure === 'answers' ? { ...one, value: 60_000, version: 0 } : one));
    expect(reasonOf({}, sentOf(older))).toEqual([['answers', 'counting']]);
  });

  test('is no difference that the page does not show, and no figure that it did not have', () => {
    const near = shownBy().map((one) => (one.figure === 'answers' ? { ...one, value: one.value + 5_000 } : one));
    expect(since({}, sentOf(near))).toBeNull();
    expect(since({}, sentOf([{ figure: 'a figure of another version', value: 1, n: 1, version: 1 }]))).toBeNull();
    expect(since({ promises: [...PROMISES, promise(2, true)] }, sentOf(shownBy().filter(({ figure }) => figure !== 'promises')))).toBeNull();
  });
});
