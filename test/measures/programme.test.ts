import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/measures/statistics.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const figuresOfRows = (rows: Rows, settings: object = {}) => allFigures(contextAt('2026-03-15', factsOf(rows), settings));

describe('surveys sent', () => {
  const ticket = (id: string, client: string, row: Row = {}): Row => ({
    ticket_id: id,
    client,
    opened_at: '2026-03-02 09:00',
    ...row,
  });
  const survey = (id: string, client: string, row: Row): Row => ({ response_id: id, client, ...row });
  const rows: Rows = {
    tickets: [
      ticket('T1', 'Alder', { resolved_at: '2026-03-03 09:00' }),
      ticket('T2', 'Birch', { resolved_at: '2026-03-03 09:00', closed_at: '2026-03-05 09:00' }),
      ticket('T3', 'Cedar'),
      ticket('T4', 'Dogwood', { machine_made: true }),
    ],
    surveys: [
      survey('1', 'Alder', {
        ticket_id: 'T1',
        sent_at: '2026-03-03 11:00',
        answered_at: '2026-03-16 10:00',
        answer: 'good',
      }),
      survey('2', 'Alder', {
        ticket_id: 'T1',
        sent_at: '2026-03-03 15:00',
        answered_at: '2026-03-09 10:00',
        answer: 'good',
      }),
      survey('3', 'Birch', { ticket_id: 'T2', sent_at: '2026-03-09 10:00' }),
      survey('4', 'Birch', { ticket_id: 'T2', sent_at: '2026-03-04 10:00' }),
      survey('5', 'Birch', { answered_at: '2026-03-09 10:00', answer: 'good' }),
      survey('6', 'Cedar', { sent_at: '2026-03-09 10:00', kind: 'nps' }),
    ],
  };

  test('a survey goes by the day it was sent and counts as answered if it was by the as-of day', () => {
    const figures = figuresOfRows(rows);
    expect(cell(figures, 'A2')).toMatchObject({ n: 4, hits: 1 });
    expect(cell(figures, 'A2', -1, 'week', '2026-03-02')).toMatchObject({ n: 3, hits: 1 });
    expect(leftOut(figures, 'A2')).toEqual({ 'no sending time': 1, 'not a satisfaction question': 1 });
  });

  test('coverage counts active clients, the firm over its clients', () => {
    const figures = figuresOfRows(rows);
    expect(cell(figures, 'A1')).toMatchObject({ value: 2 / 3, n: 3, hits: 2, ...wilson(2, 3)! });
    expect(cell(figures, 'A1', 0)).toMatchObject({ value: 1, n: 1 });
    expect(cell(figures, 'A1', 2)).toMatchObject({ value: 0, n: 1 });
    expect(cell(figures, 'A1', 3).value).toBeNaN();
  });

  test('surveys sent per 100 closed tickets, and the time from closing to asking', () => {
    const figures = figuresOfRows(rows);
    expect(cell(figures, 'A3-rate')).toMatchObject({ value: 200, exposure: 2, hits: 4 });
    expect(cell(figures, 'A3-delay')).toMatchObject({ n: 3, value: 6 * 3_600_000 });
    expect(leftOut(figures, 'A3-delay')).toMatchObject({ 'sent before the ticket was closed': 1 });
  });

  test('where no export says when surveys were sent there is no figure', () => {
    const figures = figuresOfRows({
      ...rows,
      surveys: [survey('1', 'Alder', { answered_at: '2026-03-09 10:00', answer: 'good' })],
    });
    for (const id of ['A1', 'A2', 'A2-sent', 'A3-rate', 'A3-delay']) expect(figures.grid(id, 'window')?.value.every(Number.isNaN) ?? true, id).toBe(true);
  });
});

describe('courtesy', () => {
  const contact = (row: Row): Row => ({ client: 'Alder', at: '2026-03-10 09:00', channel: 'in-person', ...row });

  test('200 contacts of the assumed 30 seconds are 1 h 40 min, marked assumed', () => {
    const figures = figuresOfRows({ contacts: Array.from({ length: 200 }, () => contact({})) });
    expect(cell(figures, 'A9')).toMatchObject({ value: 200, assumed: false });
    expect(cell(figures, 'A10').value).toBeCloseTo(5 / 3, 12);
    expect(cell(figures, 'A10')).toMatchObject({ n: 200, hits: 0, assumed: true });
    expect(cell(figures, 'A8')).toMatchObject({ n: 200, assumed: true });
    expect(cell(figures, 'A8').value).toBeCloseTo(30, 12);
  });

  test('logged seconds are no assumption, a mixture is', () => {
    const logged = figuresOfRows({
      contacts: [contact({ courtesy_seconds: 40 }), contact({ courtesy_seconds: 20 }), contact({ channel: 'mail' })],
    });
    expect(cell(logged, 'A8')).toMatchObject({ value: 30, n: 2, hits: 2, assumed: false });
    const mixed = figuresOfRows({ contacts: [contact({ courtesy_seconds: 60 }), contact({ courtesy_seconds: null })] });
    expect(cell(mixed, 'A8')).toMatchObject({ value: 45, hits: 1, assumed: true });
  });

  test('an observed week without contacts took no time, and no seconds each', () => {
    const figures = figuresOfRows({ contacts: [contact({ at: '2026-02-10 09:00' })] });
    expect(cell(figures, 'A10', -1, 'week', '2026-03-09').value).toBe(0);
    expect(cell(figures, 'A8', -1, 'week', '2026-03-09').value).toBeNaN();
  });
});
