import { expect, test } from 'vitest';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const figuresOfRows = (rows: Rows, settings: object = {}) => allFigures(contextAt('2026-03-15', factsOf(rows), settings));
const course = (id: string, client: string, at: string, row: Row = {}): Row => ({ event_id: id, client, at, invited: null, attended: null, ...row });
const ticket = (id: string, client: string, opened_at: string, row: Row = {}): Row => ({ ticket_id: id, client, opened_at, ...row });

test('active clients invited in the 26 weeks up to the end of the period', () => {
  const figures = figuresOfRows({
    tickets: ['Alder', 'Birch', 'Cedar', 'Dell', 'Elm'].map((client, index) => ticket(String(index), client, '2026-03-10 09:00')),
    training: [
      course('1', 'Alder', '2025-09-15 00:00'),
      course('2', 'Birch', '2025-09-14 23:00'),
      course('3', 'Cedar', '2026-03-15 20:00', { invited: 3 }),
      course('4', 'Dell', '2026-02-10 09:00', { invited: 0 }),
      course('5', 'Elm', '2026-03-16 09:00'),
      course('6', 'Fir', '2026-03-01 09:00'),
    ],
  });
  expect(cell(figures, 'A7')).toMatchObject({ n: 5, hits: 2 });
  expect(cell(figures, 'A7', 1).value).toBe(0);
  expect(cell(figures, 'A7', 5).value).toBeNaN();
  expect(cell(figures, 'A7-offers', 0, 'month', '2025-09-01').value).toBe(1);
  expect(leftOut(figures, 'A7-offers')).toEqual({ 'after the as-of day': 1, 'nobody was invited': 1 });
});

test('nobody is known not to be invited before training is kept', () => {
  const figures = figuresOfRows({
    tickets: [ticket('1', 'Alder', '2026-02-10 09:00'), ticket('2', 'Alder', '2026-03-10 09:00')],
    training: [course('1', 'Alder', '2026-03-04 09:00')],
  });
  expect(cell(figures, 'A7', -1, 'week', '2026-02-09').value).toBeNaN();
  expect(cell(figures, 'A7', -1, 'week', '2026-03-09').value).toBe(1);
});

test('of the people invited, those who came', () => {
  const figures = figuresOfRows({
    training: [
      course('1', 'Alder', '2026-03-03 09:00', { invited: 8, attended: 5 }),
      course('2', 'Alder', '2026-03-04 09:00', { invited: 2, attended: 4 }),
      course('3', 'Alder', '2026-03-04 09:00', { invited: 6 }),
      course('4', 'Birch', '2026-03-11 09:00', { invited: 4, attended: 0 }),
      course('5', 'Birch', '2026-03-16 09:00', { invited: 40, attended: 40 }),
    ],
  });
  expect(cell(figures, 'A7-attendance')).toMatchObject({ value: 0.5, n: 14, hits: 7 });
  expect(cell(figures, 'A7-attendance', 0)).toMatchObject({ value: 0.7, n: 10, hits: 7 });
  expect(cell(figures, 'A7-attendance', -1, 'week', '2026-03-09')).toMatchObject({ value: 0, n: 4, hits: 0 });
  expect(cell(figures, 'A7-attendance', 0, 'week', '2026-03-09').value).toBeNaN();
});

test('how-to questions in the 60 days before a course and after it', () => {
  const asks = (id: string, opened_at: string, row: Row = {}) => ticket(id, 'Alder', opened_at, { category: 'How To', merged_into: null, ...row });
  const rows: Rows = {
    tickets: [
      asks('old', '2025-10-01 09:00', { category: 'Mail' }),
      asks('1', '2025-11-02 10:00'),
      asks('2', '2025-11-02 09:59'),
      asks('3', '2025-12-31 09:00', { category: 'how to' }),
      asks('4', '2025-12-31 09:00', { category: 'Mail' }),
      asks('5', '2025-12-31 09:00', { merged_into: '3' }),
      { ...asks('6', '2025-12-31 09:00'), client: 'Birch' },
      asks('7', '2026-01-01 10:00'),
      asks('8', '2026-03-02 09:59'),
      asks('9', '2026-03-02 10:00'),
      asks('10', '2026-02-01 10:00'),
    ],
    training: [
      course('1', 'Alder', '2026-01-01 10:00', { attended: 2 }),
      course('2', 'Birch', '2026-01-01 10:00', { attended: 1 }),
      course('3', 'Alder', '2026-01-01 10:00', { attended: 0 }),
      course('4', 'Alder', '2026-01-01 10:00'),
      course('5', 'Alder', '2026-01-15 10:00', { attended: 2 }),
      course('6', 'Alder', '2025-11-01 10:00', { attended: 2 }),
    ],
  };
  const figures = figuresOfRows(rows, { training: { how_to: ['How to'] } });
  expect(cell(figures, 'A7-before', 0)).toMatchObject({ n: 1, value: 2 });
  expect(cell(figures, 'A7-after', 0)).toMatchObject({ n: 1, value: 3 });
  expect(cell(figures, 'A7-before')).toMatchObject({ n: 2, value: 1.5 });
  expect(cell(figures, 'A7-after', -1, 'week', '2026-03-02')).toMatchObject({ n: 2, value: 1.5 });
  expect(leftOut(figures, 'A7-before')).toEqual({
    'nobody came': 1,
    'nothing says whether anybody came': 1,
    'under 60 days ago': 1,
    'under 60 days after tickets were first kept': 1,
  });
  expect(figuresOfRows(rows).grid('A7-before', 'window')).toBeNull();
});

test('a course within 30 days of a complaint outside the contract', () => {
  const complaint = (id: string, received_at: string, row: Row = {}): Row => ({ complaint_id: id, client: 'Alder', received_at, scope: 'out', ...row });
  const figures = figuresOfRows({
    complaints: [
      complaint('1', '2026-01-05 10:00'),
      complaint('2', '2026-01-05 09:59'),
      complaint('3', '2026-01-05 10:00', { scope: 'in' }),
      complaint('4', '2026-01-05 10:00', { client: 'Birch' }),
      complaint('5', '2025-12-01 10:00'),
      complaint('6', '2026-03-01 10:00'),
      complaint('7', '2026-03-01 10:00', { client: 'Birch' }),
      complaint('8', '2026-01-05 10:00', { client: null }),
    ],
    training: [
      course('1', 'Alder', '2025-12-10 10:00'),
      course('2', 'Alder', '2026-02-04 10:00'),
      course('3', 'Birch', '2026-03-02 10:00'),
      course('4', 'Birch', '2026-01-10 10:00', { invited: 0 }),
    ],
  });
  expect(cell(figures, 'A21')).toMatchObject({ n: 4, hits: 2 });
  expect(cell(figures, 'A21', 1)).toMatchObject({ n: 2, hits: 1 });
  expect(leftOut(figures, 'A21')).toEqual({
    'another scope': 1,
    'before training was kept': 1,
    'of no client': 1,
    'nothing offered yet, and under 30 days old': 1,
  });
});
