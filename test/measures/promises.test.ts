import { describe, expect, test } from 'vitest';
import { leadTimePairs, overduePromises } from '../../src/measures/promise-lists.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const HOUR = 3_600_000;
const tickets = [{ ticket_id: 'T1', client: 'Alder', opened_at: '2026-01-05 09:00' }];
const context = (rows: Rows) => contextAt('2026-03-15', factsOf({ tickets, ...rows }));
const figuresOfRows = (rows: Rows) => allFigures(context(rows));
const promise = (id: string, row: Row): Row => ({ promise_id: id, client: 'Alder', ...row });

describe('promises', () => {
  const promises = [
    promise('P1', { due_at: '2026-03-10 12:00', kept_at: '2026-03-10 12:00', told_at: '2026-03-09 12:00' }),
    promise('P2', { due_at: '2026-03-10 12:00', kept_at: '2026-03-10 18:00', told_at: '2026-03-10 11:00', revised_due_at: '2026-03-11 12:00' }),
    promise('P3', { due_at: '2026-03-10 12:00', kept_at: '2026-03-16 09:00', told_at: '2026-03-10 12:00' }),
    promise('P4', { due_at: '2026-03-12 12:00', client: null, ticket_id: 'T1' }),
    promise('P5', { due_at: '2026-03-16 12:00', kept_at: '2026-03-10 12:00' }),
  ];

  test('are kept by the time first given; one due later does not count yet', () => {
    const figures = figuresOfRows({ promises });
    expect(cell(figures, 'B21')).toMatchObject({ n: 4, hits: 1 });
    expect(cell(figures, 'B21', 0)).toMatchObject({ n: 4, hits: 1 });
    expect(cell(figures, 'B21', -1, 'week', '2026-03-09')).toMatchObject({ n: 4, hits: 1 });
    expect(leftOut(figures, 'B21')).toEqual({ 'not due by the as-of day': 1 });
  });

  test('slip by the time from due to kept, and are overdue while not kept', () => {
    const figures = figuresOfRows({ promises });
    expect(cell(figures, 'B21-slip')).toMatchObject({ n: 1, value: 6 * HOUR });
    expect(leftOut(figures, 'B21-slip')).toEqual({ 'not due by the as-of day': 1, 'not kept by the as-of day': 2, 'kept in time': 1 });
    expect(cell(figures, 'B21-overdue')).toMatchObject({ n: 4, hits: 2 });
  });

  test('a slip told when it is due is not told beforehand', () => {
    expect(cell(figuresOfRows({ promises }), 'B16')).toMatchObject({ n: 3, hits: 1 });
  });

  test('those overdue are listed, the oldest first', () => {
    expect(overduePromises(context({ promises }))).toEqual([
      { row: 2, id: 'P3', client: 0, due: day('2026-03-10'), days: 5 },
      { row: 3, id: 'P4', client: 0, due: day('2026-03-12'), days: 3 },
    ]);
  });

  test('without a record of what was kept nothing is said', () => {
    const rows = { promises: [promise('P1', { due_at: '2026-03-10 12:00' })] };
    for (const id of ['B21', 'B21-slip', 'B21-overdue', 'B16', 'E10-late']) expect(figuresOfRows(rows).grid(id, 'window')).toBeNull();
    expect(overduePromises(context(rows))).toBeNull();
  });

  test('name an hour or only a day', () => {
    const made = (id: string, due_has_time: boolean | null): Row => promise(id, { made_at: '2026-03-09 09:00', due_at: '2026-03-10 12:00', due_has_time });
    const figures = figuresOfRows({ promises: [made('P1', true), made('P2', false), made('P3', false), made('P4', null)] });
    expect(cell(figures, 'C3')).toMatchObject({ n: 3, hits: 1 });
    expect(leftOut(figures, 'C3')).toEqual({ 'nothing records it': 1 });
  });
});

describe('lead times', () => {
  const made = (id: string, row: Row): Row => promise(id, { made_at: '2026-03-02 09:00', due_at: '2026-03-04 09:00', requested_at: null, ...row });
  const promises = [
    made('P1', { requested_at: '2026-03-01 09:00', kept_at: '2026-03-05 09:00' }),
    made('P2', { requested_at: '2026-03-03 09:00', kept_at: '2026-03-03 09:00' }),
    made('P3', { kept_at: '2026-03-02 10:00' }),
    made('P4', { due_at: '2026-03-02 09:00', kept_at: '2026-03-02 10:00' }),
    made('P5', { requested_at: '2026-03-03 09:00' }),
  ];

  test('asked for, agreed and taken, over the same promises; yesterday counts as no time left', () => {
    const figures = figuresOfRows({ promises });
    expect(cell(figures, 'C12-asked')).toMatchObject({ n: 2, value: 12 * HOUR });
    expect(cell(figures, 'C12-agreed')).toMatchObject({ n: 2, value: 48 * HOUR });
    expect(cell(figures, 'C12-actual')).toMatchObject({ n: 2, value: 48 * HOUR });
    expect(leftOut(figures, 'C12-asked')).toEqual({
      'not kept by the as-of day': 1,
      'due when it was made, or before': 1,
      'the client asked for no time': 1,
    });
  });

  test('padded is under half of the time promised: half of it is not', () => {
    const figures = figuresOfRows({ promises });
    expect(cell(figures, 'E10-padding')).toMatchObject({ n: 3, hits: 1 });
    expect(cell(figures, 'E10-late')).toMatchObject({ n: 3, hits: 1 });
    const pairs = leadTimePairs(context({ promises }))!;
    expect(pairs.map(({ id, client, promised, taken }) => [id, client, promised / HOUR, taken / HOUR])).toEqual([
      ['P1', 0, 48, 72],
      ['P2', 0, 48, 24],
      ['P3', 0, 48, 1],
    ]);
    expect(pairs[0]!.kept - pairs[2]!.kept).toBe(3);
  });
});

describe('promises of one kind', () => {
  test('a call back ends with the first call of ours that names it, or with the promise kept', () => {
    const callback = (id: string, row: Row = {}): Row => promise(id, { kind: 'callback', made_at: '2026-03-13 17:00', due_at: '2026-03-16 12:00', ...row });
    const call = (promise_id: string, at: string, row: Row = {}): Row => ({ client: 'Alder', promise_id, at, direction: 'out', channel: 'phone', ...row });
    const rows: Rows = {
      promises: [callback('P1'), callback('P2', { kept_at: '2026-03-13 18:00' }), callback('P3'), promise('P4', { kind: 'task', due_at: '2026-03-16 12:00' })],
      contacts: [
        call('P1', '2026-03-14 10:00'),
        call('P1', '2026-03-13 19:00', { channel: 'mail' }),
        call('P1', '2026-03-13 19:00', { direction: 'in' }),
        call('P1', '2026-03-13 16:00'),
        call('P2', '2026-03-13 20:00'),
        call('P3', '2026-03-16 09:00'),
      ],
    };
    const figures = figuresOfRows(rows);
    expect(cell(figures, 'E7')).toMatchObject({ n: 2, value: 9 * HOUR });
    expect(cell(figures, 'E7-working')).toMatchObject({ n: 2, value: HOUR });
    expect(leftOut(figures, 'E7')).toEqual({ 'of another kind': 1, 'not called back by the as-of day': 1 });
  });

  test('quotes stand apart', () => {
    const quote = (id: string, kept_at: string, kind = 'quote'): Row => promise(id, { kind, due_at: '2026-03-10 12:00', kept_at });
    const figures = figuresOfRows({ promises: [quote('P1', '2026-03-10 09:00'), quote('P2', '2026-03-12 12:00'), quote('P3', '2026-03-20 09:00', 'task')] });
    expect(cell(figures, 'E9')).toMatchObject({ n: 2, hits: 1 });
    expect(cell(figures, 'E9-slip')).toMatchObject({ n: 1, value: 48 * HOUR });
  });
});
