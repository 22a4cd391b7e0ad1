import { expect, test } from 'vitest';
import { gravityOf } from '../../src/measures/gravity.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const figuresOfRows = (rows: Rows) => allFigures(contextAt('2026-03-15', factsOf(rows)));
const closed = (id: string, row: Row): Row => ({ ticket_id: id, client: 'Alder', opened_at: '2026-03-02 09:00', closed_at: '2026-03-10 09:00', ...row });

test.each([
  ['Urgent', 1],
  ['P1 Critical', 1],
  ['Priority 1 - Emergency Response', 1],
  ['Priority 2 - Quick Response', 2],
  ['very high', 1],
  ['HIGH', 2],
  ['1 - Low', 4],
  ['p3', 3],
  ['3', 3],
  ['Normal', 3],
  ['lowest', 5],
  ['Highland', null],
  ['24 hours', null],
  ['1.5', null],
  ['whenever', null],
  ['', null],
])('the place of %j is %s', (text, place) => {
  expect(gravityOf(text)).toBe(place);
});

test('a choice offered in tickets of more than four hours', () => {
  const entry = (ticket_id: string, minutes: number, started_at = '2026-03-05 09:00'): Row => ({ ticket_id, client: 'Alder', started_at, minutes });
  const figures = figuresOfRows({
    tickets: [
      closed('1', { options_offered: true }),
      closed('2', { options_offered: false }),
      closed('3', { options_offered: true }),
      closed('4', { options_offered: null }),
      closed('5', { options_offered: true, closed_at: null }),
      closed('6', { options_offered: true }),
    ],
    time_entries: [
      entry('1', 200),
      entry('1', 41),
      entry('2', 300),
      entry('3', 240),
      entry('4', 300),
      entry('5', 300),
      entry('6', 240),
      entry('6', 30, '2026-03-16 09:00'),
    ],
  });
  expect(cell(figures, 'C5')).toMatchObject({ n: 2, hits: 1 });
  expect(leftOut(figures, 'C5')).toEqual({ 'not closed by the as-of day': 1, 'four hours of work logged, or less': 2, 'nothing records it': 1 });
  expect(figuresOfRows({ tickets: [closed('1', { options_offered: true })] }).grid('C5', 'window')).toBeNull();
});

test('a plan noted in tickets of the two highest priorities', () => {
  const figures = figuresOfRows({
    tickets: [
      closed('1', { priority: 'P1', plan_noted: true }),
      closed('2', { priority: 'High', plan_noted: false }),
      closed('3', { priority: 'Medium', plan_noted: true }),
      closed('4', { priority: 'Some day', plan_noted: true }),
      closed('5', { priority: null, plan_noted: true }),
      closed('6', { priority: 'Urgent', plan_noted: null }),
      closed('7', { priority: 'Urgent', plan_noted: true, closed_at: '2026-03-16 09:00' }),
    ],
  });
  expect(cell(figures, 'C7')).toMatchObject({ n: 2, hits: 1 });
  expect(leftOut(figures, 'C7')).toEqual({
    'not closed by the as-of day': 1,
    'no priority, or one whose rank nothing says': 2,
    'of a lower priority': 1,
    'nothing records it': 1,
  });
});

test('the first answer to complaints by how grave they are', () => {
  const complaint = (id: string, severity: string | null, responded_at: string | null): Row => ({
    complaint_id: id,
    client: 'Alder',
    received_at: '2026-03-10 09:00',
    severity,
    responded_at,
  });
  const figures = figuresOfRows({
    complaints: [
      complaint('1', 'high', '2026-03-10 10:00'),
      complaint('2', 'Critical', '2026-03-10 12:00'),
      complaint('3', 'medium', '2026-03-10 15:00'),
      complaint('4', 'S4', '2026-03-11 09:00'),
      complaint('5', 'odd', '2026-03-11 09:00'),
      complaint('6', null, '2026-03-11 09:00'),
      complaint('7', 'high', null),
    ],
  });
  const hours = (severity: string) => [cell(figures, `D19-${severity}`).n, cell(figures, `D19-${severity}`).value / 3_600_000];
  expect([hours('high'), hours('medium'), hours('low')]).toEqual([
    [2, 2],
    [1, 6],
    [1, 24],
  ]);
  expect(leftOut(figures, 'D19-high')).toEqual({ 'not answered by the as-of day': 1, 'nothing says how grave it is': 2, 'of another severity': 2 });
});
