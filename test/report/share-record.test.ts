import { describe, expect, test } from 'vitest';
import { clientRecord } from '../../src/report/share-record.ts';
import type { ClientRecord } from '../../src/report/share-model.ts';
import type { Row } from '../measures/facts-of.ts';
import { small } from './material-of.ts';

const PERIOD = { period: { from: '2026-01-01', to: '2026-02-28' }, before: { from: '2025-11-03', to: '2025-12-31' } };
const recordOf = (rows: Parameters<typeof small>[0], reviewDays = NaN): ClientRecord =>
  clientRecord(small(rows, {}, [{ name: 'Ash', reviewDays }, { name: 'Birch' }]), 0, PERIOD, { letters: [], since: null });

describe('a complaint', () => {
  const told = (row: Row) => recordOf({ complaints: [{ complaint_id: '1', client: 'Ash', received_at: '2026-02-03 09:00', ...row }] }).complaints[0]!;
  test('has the days of its steps', () => {
    const steps = { responded_at: '2026-02-03 11:00', acted_at: '2026-02-05 10:00', confirmed_at: '2026-02-06 10:00', closed_at: '2026-02-09 10:00' };
    expect(told(steps)).toEqual({ day: '2026-02-03', answered: 7_200_000, acted: '2026-02-05', confirmed: '2026-02-06', closed: '2026-02-09', isOpen: false });
  });
  test('has none that is not recorded, lies before it or after the as-of day', () => {
    expect(told({})).toEqual({ day: '2026-02-03', answered: null, acted: null, confirmed: null, closed: null, isOpen: false });
    expect(told({ acted_at: '2026-02-02 10:00', confirmed_at: '2026-03-20 10:00' })).toMatchObject({ acted: null, confirmed: null });
  });
  test('is open only where the record closes others', () => {
    const received = (id: string, more: Row = {}): Row => ({ complaint_id: id, client: 'Ash', received_at: `2026-02-0${id} 09:00`, ...more });
    const open = (...complaints: readonly Row[]) => recordOf({ complaints }).complaints.map(({ isOpen }) => isOpen);
    expect(open(received('1'), received('2'))).toEqual([false, false]);
    expect(open(received('1', { closed_at: '2026-02-05 09:00' }), received('2'))).toEqual([false, true]);
  });
});

describe('a page', () => {
  const nextOf = (review: string) => recordOf({ clients: [{ client: 'Ash', next_review: review }] }).next;
  test('is the agenda of a review up to as much time after its period as that is long', () => {
    expect(nextOf('2026-04-28')).toMatchObject({ review: '2026-04-28', agenda: true });
    expect(nextOf('2026-04-29')).toMatchObject({ review: '2026-04-29', agenda: false });
  });
  test('says of a review that no day is planned for that it is due', () => {
    const meetings = [{ client: 'Ash', kind: 'review', planned_at: '2026-03-02 09:00', held_at: '2026-03-02 09:00' }];
    const nextAfter = (more: Row) => recordOf({ clients: [{ client: 'Ash', ...more }], meetings }, 28).next;
    expect(nextAfter({})).toMatchObject({ review: '2026-03-30', planned: false, agenda: true });
    expect(nextAfter({ next_review: '2026-03-27' })).toMatchObject({ review: '2026-03-27', planned: true, agenda: true });
  });
  test('is no agenda of a review that is over', () => {
    expect(nextOf('2026-03-15')).toMatchObject({ review: null, agenda: false });
  });
});

describe('surveys that nobody answered', () => {
  const survey = (id: number, client: string, sent: string | null, answered: string | null = null, more: Row = {}): Row => ({
    response_id: String(id),
    client,
    sent_at: sent,
    answered_at: answered,
    answer: answered === null ? null : '5',
    scale_low: 1,
    scale_high: 5,
    ...more,
  });
  const birch = survey(1, 'Birch', '2025-12-01 09:00', '2025-12-02 09:00');
  const unanswered = (...rows: readonly Row[]) => recordOf({ surveys: rows }).unanswered;

  test('are counted by the day on which they were sent', () => {
    expect(unanswered(birch, survey(2, 'Ash', '2026-01-12 09:00'), survey(3, 'Ash', '2026-02-12 09:00'), survey(4, 'Ash', '2026-03-02 09:00'))).toEqual({
      asked: 2,
    });
    expect(unanswered(birch, survey(2, 'Ash', '2026-02-27 09:00', '2026-03-02 09:00'))).toEqual({ asked: 1 });
    expect(unanswered(birch)).toEqual({ asked: 0 });
  });
  test('are none where somebody answered, however it is to be read', () => {
    expect(unanswered(birch, survey(2, 'Ash', '2026-01-12 09:00', '2026-01-13 09:00'))).toBeNull();
    expect(unanswered(birch, survey(2, 'Ash', '2026-01-12 09:00', '2026-01-13 09:00', { answer: 'perhaps', scale_low: null, scale_high: null }))).toBeNull();
  });
  test('are unknown where no surveys of that time are kept', () => {
    expect(recordOf({ tickets: [{ ticket_id: '1', client: 'Ash', opened_at: '2026-01-12 09:00' }] }).unanswered).toBeNull();
    expect(unanswered(survey(1, 'Birch', '2026-03-02 09:00'))).toBeNull();
  });
  test('say since when there are records, where they begin inside the period', () => {
    const { unanswered: none, begun } = recordOf({ surveys: [survey(1, 'Birch', '2026-02-02 09:00'), survey(2, 'Ash', '2026-02-12 09:00')] });
    expect([none, begun]).toEqual([{ asked: 1 }, [{ part: 'answers', day: '2026-02-02' }]]);
  });
});
