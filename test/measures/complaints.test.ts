import { describe, expect, test } from 'vitest';
import { poissonRate } from '../../src/measures/statistics.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const asOf = '2026-03-15';
const figuresOfRows = (rows: Rows, settings: object = {}) => allFigures(contextAt(asOf, factsOf(rows), settings));
const complaint = (id: string, received_at: string, row: Row = {}): Row => ({
  complaint_id: id,
  client: 'Alder',
  received_at,
  ...row,
});

describe('counts and rates', () => {
  const contact = (at: string, channel = 'in-person'): Row => ({ client: 'Alder', at, channel });

  test('a week of the log without complaints has none, a week before it no value', () => {
    const figures = figuresOfRows({
      contacts: [contact('2026-02-02 12:00'), contact('2026-03-02 12:00')],
      complaints: [complaint('C1', '2026-02-18 12:00'), complaint('C2', '2026-03-16 00:00'), complaint('C3', '2026-03-05 12:00', { formal: false })],
    });
    const weeks = ['2026-02-09', '2026-02-16', '2026-02-23', '2026-03-09'];
    expect(weeks.map((start) => cell(figures, 'A11-count', -1, 'week', start).value)).toEqual([NaN, 1, 0, 0]);
    expect(weeks.map((start) => cell(figures, 'A11-rate', -1, 'week', start).value)).toEqual([NaN, NaN, NaN, NaN]);
    expect(cell(figures, 'A11-rate', -1, 'week', '2026-03-02')).toMatchObject({ value: 0, hits: 0, exposure: 1 });
    expect(leftOut(figures, 'A11-count')).toEqual({ 'not a formal complaint': 1, 'after the as-of day': 1 });
  });

  test('a rate leaves out what came before anything that it is counted against was kept', () => {
    const closed = (id: string, day: string): Row => ({ ticket_id: id, client: 'Alder', opened_at: `${day} 08:00`, closed_at: `${day} 10:00` });
    const answer = (id: string, day: string): Row => ({ response_id: id, client: 'Alder', sent_at: `${day} 12:00`, answered_at: null, answer: null });
    const figures = figuresOfRows({
      complaints: ['2026-01-07', '2026-02-04', '2026-03-01', '2026-03-02'].map((day, at) => complaint(`C${at}`, `${day} 08:00`)),
      contacts: Array.from({ length: 10 }, () => contact('2026-03-02 12:00')),
      tickets: [...Array(50).keys()].map((at) => closed(`T${at}`, at === 0 ? '2026-02-04' : '2026-03-03')),
      surveys: ['2026-02-03', '2026-02-04', '2026-03-03'].map((day, at) => answer(`S${at}`, day)),
    });
    expect(cell(figures, 'A11-count')).toMatchObject({ value: 4 });
    expect(cell(figures, 'A11-rate')).toMatchObject({ value: 100, n: 1, exposure: 10 });
    expect(leftOut(figures, 'A11-rate')).toEqual({ 'before contacts were kept': 3 });
    expect(cell(figures, 'D1-rate')).toMatchObject({ value: 6, n: 3, exposure: 50 });
    expect(leftOut(figures, 'D1-rate')).toEqual({ 'before tickets were kept': 1 });
    expect(cell(figures, 'A3-rate')).toMatchObject({ value: 4, n: 2, exposure: 50 });
    expect(leftOut(figures, 'A3-rate')).toEqual({ 'before tickets were kept': 1 });
  });

  test('rates go by 1,000 contacts of the chosen channels and by 100 closed tickets', () => {
    const rows: Rows = {
      complaints: [complaint('C1', '2026-03-10 12:00'), complaint('C2', '2026-03-11 12:00')],
      contacts: [...Array(40).fill(contact('2026-03-10 09:00')), ...Array(9).fill(contact('2026-03-10 09:00', 'phone'))],
      tickets: [
        { ticket_id: '1', client: 'Alder', opened_at: '2026-03-09 09:00', resolved_at: '2026-03-09 10:00' },
        {
          ticket_id: '2',
          client: 'Alder',
          opened_at: '2026-03-09 09:00',
          closed_at: '2026-03-10 10:00',
          resolved_at: '2026-03-09 10:00',
        },
        { ticket_id: '3', client: 'Alder', opened_at: '2026-03-09 09:00' },
      ],
    };
    expect(cell(figuresOfRows(rows), 'A11-rate')).toMatchObject({ value: 50, n: 2, hits: 2, exposure: 40 });
    const { low, high } = poissonRate(2, 40, 1000)!;
    expect(cell(figuresOfRows(rows), 'A11-rate').low).toBeCloseTo(low, 9);
    expect(cell(figuresOfRows(rows), 'A11-rate').high).toBeCloseTo(high, 9);
    expect(cell(figuresOfRows(rows, { courtesy: { channels: ['phone'] } }), 'A11-rate').exposure).toBe(9);
    expect(cell(figuresOfRows(rows), 'D1-rate')).toMatchObject({ value: 100, exposure: 2 });
  });

  test('without contacts there is no rate by contacts', () => {
    const figures = figuresOfRows({ complaints: [complaint('C1', '2026-03-10 12:00')] });
    expect(figures.grid('A11-rate', 'week')).toBeNull();
    expect(figures.grid('D1-phone', 'week')).toBeNull();
  });

  test('every complaint came by one channel', () => {
    const channels = ['phone', 'mail', 'phone', null, 'carrier pigeon'];
    const figures = figuresOfRows({
      complaints: channels.map((channel, at) => complaint(`C${at}`, '2026-03-10 12:00', { channel })),
    });
    const counted = ['in-person', 'phone', 'mail', 'chat', 'portal', 'unknown'].map((one) => cell(figures, `D1-${one}`).value);
    expect(counted).toEqual([0, 2, 1, 0, 0, 2]);
  });

  test('negative answers stand against formal complaints', () => {
    const surveys = ['bad', 'bad', 'bad', 'good'].map((answer, at) => ({
      response_id: `${at}`,
      answer,
      client: 'Alder',
      answered_at: '2026-03-10 12:00',
    }));
    const figures = figuresOfRows({
      surveys,
      complaints: [complaint('C1', '2026-03-10 12:00'), complaint('C2', '2026-03-02 12:00')],
    });
    expect(cell(figures, 'D1-silent')).toMatchObject({ value: 1.5, n: 2, hits: 3 });
    expect(cell(figures, 'D1-silent', -1, 'week', '2026-03-09').value).toBe(3);
    expect(cell(figures, 'D1-silent', -1, 'week', '2026-03-02').value).toBeNaN();
  });
});

describe('the work that complaints make', () => {
  const entry = (minutes: number, row: Row): Row => ({ started_at: '2026-03-11 09:00', minutes, ...row });
  const rows: Rows = {
    tickets: [{ ticket_id: 'T1', client: 'Alder', opened_at: '2026-03-09 09:00' }],
    complaints: [
      complaint('C1', '2026-03-10 12:00', { scope: 'out' }),
      complaint('C2', '2026-03-10 12:00', { ticket_id: 'T1', scope: 'in' }),
      complaint('C3', '2026-03-10 12:00', { scope: null }),
    ],
    time_entries: [
      entry(60, { complaint_id: 'C1' }),
      entry(120, { complaint_id: 'C1' }),
      entry(420, { ticket_id: 'T1' }),
      entry(0, { complaint_id: 'C3' }),
      entry(600, { ticket_id: null }),
      entry(999, { complaint_id: 'C1', started_at: '2026-03-16 09:00' }),
    ],
  };

  test('hours go to the complaint named, else to the one about the ticket; those without time are counted apart', () => {
    const figures = figuresOfRows(rows);
    expect(cell(figures, 'A12')).toMatchObject({ value: 5, n: 2, assumed: false });
    expect(cell(figures, 'A12-logged')).toMatchObject({ value: 5, n: 2 });
    expect(cell(figures, 'A12-median')).toMatchObject({ value: 5 * 3_600_000, p90: 6.6 * 3_600_000, n: 2 });
    expect(cell(figures, 'A12-untimed')).toMatchObject({ n: 3, hits: 1 });
    expect(leftOut(figures, 'A12-logged')).toEqual({ 'no time logged': 1 });
  });

  test('time on a ticket of two complaints is shared', () => {
    const two = [complaint('C1', '2026-03-10 12:00', { ticket_id: 'T1' }), complaint('C2', '2026-03-10 12:00', { ticket_id: 'T1' })];
    const figures = figuresOfRows({ ...rows, complaints: two, time_entries: [entry(420, { ticket_id: 'T1' })] });
    expect(cell(figures, 'A12-logged')).toMatchObject({ value: 3.5, n: 2 });
    expect(cell(figures, 'A14-complaints').value).toBe(7);
  });

  test('where none has time the settings’ hours stand in, marked assumed; without complaints nothing does', () => {
    const figures = figuresOfRows({ complaints: [complaint('C1', '2026-03-05 12:00')] }, { complaints: { hours_assumed: 4 } });
    expect(cell(figures, 'A12', -1, 'week', '2026-03-02')).toMatchObject({ value: 4, n: 0, assumed: true });
    expect(cell(figures, 'A12', -1, 'week', '2026-03-09').value).toBeNaN();
    expect(cell(figures, 'A12-untimed').value).toBe(1);
  });

  test('by scope: counts and hours, where missing hours are no zero', () => {
    const figures = figuresOfRows(rows);
    expect(['in', 'out', 'unclear'].map((scope) => cell(figures, `A19-${scope}`).value)).toEqual([1, 1, 1]);
    expect(['in', 'out', 'unclear'].map((scope) => cell(figures, `A19-${scope}-hours`).value)).toEqual([7, 3, NaN]);
    expect(cell(figures, 'A19-unclear-hours')).toMatchObject({ n: 1, hits: 0 });
  });

  test('and the part of all hours that they take', () => {
    const figures = figuresOfRows(rows);
    expect(cell(figures, 'A14-all')).toMatchObject({ value: 20, n: 5 });
    expect(cell(figures, 'A14-complaints').value).toBe(10);
    expect(cell(figures, 'A14').value).toBe(0.5);
  });
});

test('a complaint made from a merged ticket is left out', () => {
  const tickets = [{ ticket_id: 'T1', client: 'Alder', opened_at: '2026-03-09 09:00', merged_into: 'T0' }];
  const complaints = [complaint('ticket:T1', '2026-03-09 09:00', { ticket_id: 'T1' })];
  expect(leftOut(figuresOfRows({ tickets, complaints }), 'A11-count')).toEqual({ 'merged into another ticket': 1 });
});
