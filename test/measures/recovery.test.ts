import { describe, expect, test } from 'vitest';
import { stepDone } from '../../src/measures/steps.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const HOUR = 3_600_000;
const figuresOfRows = (rows: Rows) => allFigures(contextAt('2026-03-15', factsOf(rows)));
const complaint = (id: string, received_at: string, row: Row = {}): Row => ({
  complaint_id: id,
  client: 'Alder',
  received_at,
  ...row,
});

describe('the first answer to a complaint', () => {
  const complaints = [
    complaint('C1', '2026-03-09 12:00', { responded_at: '2026-03-10 12:00' }),
    complaint('C2', '2026-03-09 12:00', { responded_at: '2026-03-10 12:01', escalated_at: '2026-03-10 12:00' }),
    complaint('C3', '2026-03-09 12:00', { responded_at: null, escalated_at: '2026-03-10 12:00' }),
    complaint('C4', '2026-03-15 12:00', { responded_at: null }),
    complaint('C5', '2026-03-09 12:00', { responded_at: '2026-03-16 12:00' }),
    complaint('C6', '2026-03-15 12:00', { responded_at: '2026-03-15 13:00', escalated_at: '2026-03-15 14:00' }),
  ];

  test('24 hours still count, silence after them is a miss, silence before them is not counted', () => {
    const figures = figuresOfRows({ complaints });
    expect(cell(figures, 'D3')).toMatchObject({ n: 5, hits: 2 });
    expect(leftOut(figures, 'D3')).toEqual({ 'not answered yet, and under 24 hours old': 1 });
    expect(cell(figures, 'D3-median')).toMatchObject({ n: 3, value: 24 * HOUR });
  });

  test('escalated means before our answer', () => {
    expect(cell(figuresOfRows({ complaints }), 'D4')).toMatchObject({ n: 6, hits: 2 });
  });

  test('of a complaint made from a ticket the ticket’s first human answer counts', () => {
    const tickets = [
      {
        ticket_id: 'T1',
        client: 'Alder',
        opened_at: '2026-03-09 09:00',
        first_response_at: '2026-03-09 09:01',
        first_human_response_at: '2026-03-11 09:00',
      },
    ];
    const made = complaint('ticket:T1', '2026-03-09 09:00', { ticket_id: 'T1', responded_at: '2026-03-09 09:01' });
    const figures = figuresOfRows({ tickets, complaints: [made] });
    expect(cell(figures, 'D3')).toMatchObject({ n: 1, hits: 0 });
    expect(cell(figures, 'D3-median').value).toBe(48 * HOUR);
  });

  test('a log without answers has none either beside a complaint made from a ticket', () => {
    const tickets = [{ ticket_id: 'T1', client: 'Alder', opened_at: '2026-03-09 09:00', first_response_at: '2026-03-09 10:00' }];
    const made = complaint('ticket:T1', '2026-03-09 09:00', { ticket_id: 'T1', responded_at: '2026-03-09 10:00' });
    const figures = figuresOfRows({ tickets, complaints: [made, complaint('C1', '2026-03-09 12:00')] });
    expect(cell(figures, 'D3')).toMatchObject({ n: 1, hits: 1 });
    expect(leftOut(figures, 'D3')).toEqual({ 'nothing records when it was answered': 1 });
  });

  test('a log that keeps no answers has no misses', () => {
    const figures = figuresOfRows({ complaints: [complaint('C1', '2026-03-09 12:00')] });
    expect(cell(figures, 'D3').value).toBeNaN();
    expect(leftOut(figures, 'D3')).toEqual({ 'nothing records when it was answered': 1 });
  });
});

describe('the eight steps', () => {
  test('a step counts when no earlier one that is there has a later time', () => {
    const none = Float64Array.of(NaN, NaN, NaN, NaN);
    const first = Float64Array.of(10, 10, NaN, 10);
    const second = Float64Array.of(20, 5, 20, NaN);
    const third = Float64Array.of(20, 7, 15, 9);
    expect([...stepDone(first, [])]).toEqual([1, 1, 0, 1]);
    expect([...stepDone(second, [first])]).toEqual([1, 0, 1, 0]);
    expect([...stepDone(third, [second, first])]).toEqual([1, 0, 0, 0]);
    expect([...stepDone(third, [none])]).toEqual([1, 1, 1, 1]);
  });

  const steps = (row: Row): Row => ({
    responded_at: '2026-03-03 09:00',
    thanked_at: '2026-03-03 09:00',
    heard_at: '2026-03-03 09:10',
    restated_at: null,
    apologised_at: '2026-03-03 09:20',
    committed_at: '2026-03-03 09:30',
    acted_at: '2026-03-04 09:00',
    confirmed_at: '2026-03-04 08:00',
    ...row,
  });
  const complaints = [
    complaint('C1', '2026-03-02 09:00', steps({ closed_at: '2026-03-10 09:00' })),
    complaint('C2', '2026-03-02 09:00', steps({ closed_at: '2026-03-16 09:00', confirmed_at: '2026-03-16 08:00' })),
    complaint('ticket:T1', '2026-03-02 09:00', { closed_at: '2026-03-10 09:00' }),
  ];

  test('are those of complaints closed in the period, those made from tickets left out', () => {
    const figures = figuresOfRows({ complaints });
    const done = ['D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D12'].map((id) => cell(figures, id, -1, 'week', '2026-03-09').hits);
    expect(done).toEqual([1, 1, 1, 0, 1, 1, 1, 0]);
    expect(cell(figures, 'D5', -1, 'week', '2026-03-02').value).toBeNaN();
    expect(leftOut(figures, 'D12')).toEqual({
      'made from a ticket, which records no steps': 1,
      'not closed by the as-of day': 1,
    });
  });

  test('confirmed stands against acted, up to the as-of day', () => {
    const figures = figuresOfRows({ complaints });
    expect(cell(figures, 'D15')).toMatchObject({ n: 2, hits: 1 });
    expect(cell(figures, 'D15-days')).toMatchObject({ n: 1, value: 47 * HOUR });
  });

  test('a step that no log keeps has no figure', () => {
    expect(figuresOfRows({ complaints: [complaint('C1', '2026-03-02 09:00', { closed_at: '2026-03-03 09:00' })] }).grid('D6', 'week')).toBeNull();
  });
});
