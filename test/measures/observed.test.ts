import { describe, expect, test } from 'vitest';
import type { TableName } from '../../src/facts/table.ts';
import { firstDays } from '../../src/measures/observed.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, day, factsOf, instant, type Row, type Rows } from './facts-of.ts';

const context = (rows: Rows) => contextAt('2026-03-15', factsOf(rows));
const at = '2026-03-03 10:00';
const client = 'Alder';

/** One row of each table that is a record of days, and a figure that it alone gives, in the week from 2 March. */
const ALONE: readonly (readonly [TableName, Row, string, number])[] = [
  ['tickets', { ticket_id: '1', client, opened_at: at }, 'A1-tickets', 1],
  ['surveys', { response_id: '1', client, answered_at: at, answer: 'good' }, 'S1', 1],
  ['complaints', { complaint_id: '1', client, received_at: at }, 'A11-count', 1],
  ['contacts', { client, at, channel: 'in-person' }, 'A9', 1],
  ['time_entries', { entry_id: '1', client, started_at: at, minutes: 90 }, 'A14-all', 1.5],
  ['appointments', { appointment_id: '1', client, window_start: at, window_end: '2026-03-03 11:00', arrived_at: '2026-03-03 10:30' }, 'C13', 1],
  ['promises', { promise_id: '1', client, due_at: at, kept_at: '2026-03-03 09:00' }, 'B21', 1],
  ['meetings', { client, kind: 'review', held_at: at, record_ref: 'minutes' }, 'A6', 1],
  ['replacements', { replacement_id: '1', client, replaced_at: at, spare_at: at }, 'E5', 1],
  ['reports_sent', { client, period: '2026-02', sent_at: at }, 'B14-delay', instant(at) - instant('2026-03-01')],
  ['training', { event_id: '1', client, at, invited: 4, attended: 3 }, 'A7-offers', 1],
];

describe.each(ALONE)('a workspace of %s alone', (table, row, measure, value) => {
  const found = context({ [table]: [row] });

  test('is kept from its first row on', () => {
    expect([...firstDays(found)]).toEqual([[table, day('2026-03-03')]]);
  });

  test('has figures', () => {
    const figures = allFigures(found);
    expect(cell(figures, measure).value).toBe(value);
    expect(cell(figures, measure, 0, 'week', '2026-03-02').value).toBe(value);
  });
});

test('visits agreed without a window count from the day agreed, and no table by what lies ahead', () => {
  const visit = (id: string, row: Row): Row => ({ appointment_id: id, client, window_start: null, scheduled_on: null, ...row });
  const first = (...appointments: readonly Row[]) => firstDays(context({ appointments })).get('appointments');
  expect(first(visit('1', { scheduled_on: '2026-02-10' }), visit('2', { window_start: at }))).toBe(day('2026-02-10'));
  expect(first(visit('1', { scheduled_on: '2026-02-10', window_start: at }))).toBe(day('2026-03-03'));
  expect(first(visit('1', { window_start: '2026-03-16 09:00' }))).toBeUndefined();
});

test('events mark charts and are no record of days', () => {
  expect(firstDays(context({ events: [{ date: at, label: 'Moved' }] })).size).toBe(0);
});

describe('outside a client’s contract', () => {
  const ticket = (id: string, opened_at: string, of: string): Row => ({ ticket_id: id, client: of, opened_at, closed_at: opened_at });
  const rows: Rows = {
    tickets: [ticket('1', '2026-01-05 09:00', 'Alder'), ticket('2', '2026-02-11 09:00', 'Birch'), ticket('3', '2026-03-11 09:00', 'Birch')],
    complaints: [{ complaint_id: '1', client: 'Alder', received_at: '2026-01-05 09:00' }],
    time_entries: [{ entry_id: '1', client: 'Alder', started_at: '2026-01-05 09:00', minutes: 60 }],
  };
  const clients = [{ name: 'Alder' }, { name: 'Birch', start: instant('2026-02-04 00:00'), end: instant('2026-03-01 23:59') }];
  const figures = allFigures(contextAt('2026-03-15', factsOf(rows, clients)));
  const weeks = ['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-23', '2026-03-02', '2026-03-09'];
  const of = (measure: string, who: number) => weeks.map((start) => cell(figures, measure, who, 'week', start).value);

  test('no rows are no value before its first day and after its last one, and 0 in a week that it touches', () => {
    expect(of('A11-count', 1)).toEqual([NaN, 0, 0, 0, NaN, NaN]);
    expect(of('A14-all', 1)).toEqual([NaN, 0, 0, 0, NaN, NaN]);
  });

  test('rows are counted all the same', () => {
    expect(of('A1-tickets', 1)).toEqual([NaN, 0, 1, 0, NaN, 1]);
  });

  test('a rate has no value without rows, and one with rows that it is counted against', () => {
    expect(of('D1-rate', 1)).toEqual([NaN, NaN, 0, NaN, NaN, 0]);
    const before = cell(figures, 'D1-rate', 1, 'week', '2026-01-26');
    const during = cell(figures, 'D1-rate', 1, 'week', '2026-02-02');
    expect([before.hits, before.exposure, during.hits, during.exposure]).toEqual([NaN, NaN, 0, 0]);
  });

  test('other clients and the firm are as before', () => {
    expect(of('A11-count', 0)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(of('A1-tickets', -1)).toEqual([0, 0, 1, 0, 0, 1]);
    expect(of('D1-rate', -1)).toEqual([NaN, NaN, 0, NaN, NaN, 0]);
  });

  test('a client with tickets outside of its contract counts as one that was not asked', () => {
    const surveys: readonly Row[] = [{ response_id: '1', client: 'Alder', sent_at: '2026-01-05 09:00', answered_at: null, answer: null }];
    const asked = allFigures(contextAt('2026-03-15', factsOf({ ...rows, surveys }, clients)));
    expect(cell(asked, 'A1', -1, 'week', '2026-03-09')).toMatchObject({ n: 1, hits: 0 });
    expect(cell(asked, 'A1')).toMatchObject({ n: 2, hits: 1 });
  });
});
