import { describe, expect, test } from 'vitest';
import { complaintCauses } from '../../src/measures/causes.ts';
import { doubleFailures } from '../../src/measures/double-failures.ts';
import { measures } from '../../src/measures/index.ts';
import { NO_COMMITTED_DAY } from '../../src/measures/reasons.ts';
import { recoveryParadox } from '../../src/measures/recovery-paradox.ts';
import { poissonRate } from '../../src/measures/statistics.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const HOUR = 3_600_000;
const context = (rows: Rows) => contextAt('2026-03-15', factsOf(rows));
const figuresOfRows = (rows: Rows) => allFigures(context(rows));
const complaint = (id: string, received_at: string, row: Row = {}): Row => ({ complaint_id: id, client: 'Alder', received_at, ...row });

test('commitments name a day and are kept by it', () => {
  const committed = (id: string, commit_due_at: string | null, acted_at: string | null, committed_at: string | null = '2026-03-03 09:00'): Row =>
    complaint(id, '2026-03-02 09:00', { committed_at, commit_due_at, acted_at });
  const complaints = [
    committed('1', '2026-03-05 12:00', '2026-03-05 12:00'),
    committed('2', '2026-03-05 12:00', '2026-03-06 12:00'),
    committed('3', '2026-03-05 12:00', null),
    committed('4', '2026-03-20 12:00', null),
    committed('5', '2026-03-20 12:00', '2026-03-04 12:00'),
    committed('6', null, '2026-03-04 12:00'),
    committed('7', '2026-03-05 12:00', null, null),
    { ...committed('ticket:T1', null, null) },
  ];
  const figures = figuresOfRows({ complaints });
  expect(cell(figures, 'D13')).toMatchObject({ n: 6, hits: 5 });
  expect(cell(figures, 'D14')).toMatchObject({ n: 4, hits: 2 });
  expect(leftOut(figures, 'D14')).toEqual({
    'made from a ticket, which records no steps': 1,
    'nothing was committed to by the as-of day': 1,
    'no day was given for it': 1,
    'not due by the as-of day': 1,
  });
});

test('a commitment without a day is left out of those kept, as the definition says', () => {
  const leaving = measures.filter(({ exclusions }) => exclusions.includes(NO_COMMITTED_DAY));
  expect(leaving.map(({ id, definition }) => [id, definition.includes('without a day is left out')])).toEqual([['D14', true]]);
});

test('a second complaint about the same ticket or cause within 60 days', () => {
  const complaints = [
    complaint('1', '2026-01-01 09:00', { ticket_id: 'T1', cause: 'conduct' }),
    complaint('2', '2026-03-02 09:00', { ticket_id: 'T1' }),
    complaint('3', '2026-03-03 09:00', { cause: 'conduct' }),
    complaint('4', '2026-03-03 09:00', { ticket_id: 'T1' }),
    complaint('5', '2026-03-03 09:00', { ticket_id: 'T1' }),
    complaint('6', '2026-03-04 09:00', { client: 'Birch', cause: 'conduct' }),
    complaint('7', '2026-03-04 09:00', { ticket_id: 'T1', formal: false }),
    complaint('8', '2026-03-05 09:00', { ticket_id: 'T9', cause: 'conduct' }),
  ];
  const figures = figuresOfRows({ complaints });
  expect(cell(figures, 'D17').value).toBe(4);
  const found = doubleFailures(context({ complaints }))!;
  expect(found[0]).toEqual({ client: 0, first: '3', second: '8', firstDay: day('2026-03-03'), secondDay: day('2026-03-05') });
  expect(found.map(({ first, second }) => `${first} ${second}`).toSorted()).toEqual(['1 2', '2 4', '2 5', '3 8']);
  expect(doubleFailures(context({ complaints: [complaint('1', '2026-03-02 09:00')] }))).toBeNull();
});

test('causes, the most frequent first, before and after they were fixed', () => {
  const complaints = [
    complaint('1', '2025-09-16 09:00', { cause: 'Printer' }),
    complaint('2', '2025-12-01 09:00', { cause: 'Printer' }),
    complaint('3', '2026-01-15 09:00', { cause: 'Printer' }),
    complaint('4', '2026-02-01 09:00', { cause: 'conduct' }),
    complaint('5', '2026-02-01 09:00', { cause: null }),
    complaint('6', '2026-02-01 09:00', { cause: null }),
  ];
  const events = [
    { date: '2025-12-01 00:00', kind: 'fixed', cause: 'printer', label: 'New drivers' },
    { date: '2026-01-15 00:00', kind: 'fixed', cause: 'printer', label: 'New printers' },
    { date: '2026-04-01 00:00', kind: 'fixed', cause: 'conduct', label: 'Later' },
  ];
  const [printer, none, conduct] = complaintCauses(context({ complaints, events }))!;
  expect(printer).toMatchObject({ cause: 'Printer', complaints: 3, fixedOn: day('2026-01-15') });
  expect(printer!.before).toEqual({ complaints: 2, days: 121, per90: 180 / 121, interval: poissonRate(2, 121, 90) });
  expect(printer!.after).toEqual({ complaints: 1, days: 60, per90: 1.5, interval: poissonRate(1, 60, 90) });
  expect(none).toMatchObject({ cause: null, complaints: 2, fixedOn: null });
  expect(conduct).toMatchObject({ cause: 'conduct', fixedOn: null, before: null });
});

test('a cause typed in other capitals is the same cause', () => {
  const complaints = [
    complaint('1', '2026-02-02 09:00', { cause: 'slow answer' }),
    complaint('2', '2026-02-09 09:00', { cause: 'Slow  answer' }),
    complaint('3', '2026-02-16 09:00', { cause: 'slow answer' }),
    complaint('4', '2026-02-16 10:00', { cause: 'Conduct' }),
    complaint('5', '2026-02-17 10:00', { cause: 'conduct' }),
    complaint('6', '2026-02-18 10:00', { cause: 'Conduct' }),
  ];
  const found = complaintCauses(context({ complaints }))!;
  expect(found.map(({ cause, complaints: rows }) => [cause, rows])).toEqual([
    ['conduct', 3],
    ['slow answer', 3],
  ]);
  const figures = figuresOfRows({ complaints });
  expect(cell(figures, 'D17').value).toBe(4);
  expect(cell(figures, 'B5').value).toBe(3);
});

test('work done again for a request that changed counts however its cause is typed', () => {
  const tickets = ['changed-request', 'Changed-request', 'other'].map((cause, at) => ({
    ticket_id: `${at}`,
    opened_at: '2026-02-02 09:00',
    resolved_at: '2026-02-05 09:00',
    reopened_at: '2026-02-03 09:00',
    cause,
  }));
  const time_entries = tickets.map(({ ticket_id }) => ({ ticket_id, started_at: '2026-02-04 09:00', minutes: 60 }));
  const figures = figuresOfRows({ tickets, time_entries });
  expect(cell(figures, 'B9')).toMatchObject({ hits: 2, n: 3 });
  expect(cell(figures, 'B9-hours').value).toBe(2);
});

describe('ratings after complaints against before', () => {
  const client = (index: number): string => `Client ${String(index).padStart(2, '0')}`;
  const rows = (count: number): Rows => ({
    complaints: Array.from({ length: count }, (_, index) =>
      complaint(String(index), '2026-02-02 09:00', {
        client: client(index),
        recovery_answer: index % 2 === 0 ? 5 : 4,
        recovery_scale_low: 1,
        recovery_scale_high: 5,
      }),
    ),
    surveys: Array.from({ length: count }, (_, index) =>
      ['2026-01-05 09:00', '2025-06-05 09:00', '2026-02-05 09:00'].map((answered_at, place) => ({
        response_id: `${index} ${place}`,
        client: client(index),
        answered_at,
        answer: place === 0 ? '7' : '0',
        scale_low: 0,
        scale_high: 10,
      })),
    ).flat(),
  });

  test('need twenty clients', () => {
    expect(recoveryParadox(context(rows(19)))).toEqual({ pairs: 19, difference: null, low: null, high: null });
    expect(cell(figuresOfRows(rows(19)), 'D16').value).toBeNaN();
  });

  test('are a mean over clients, as a part of the scale, with a seeded interval', () => {
    const found = cell(figuresOfRows(rows(20)), 'D16');
    expect(found.n).toBe(20);
    expect(found.value).toBeCloseTo(0.875 - 0.7, 12);
    expect(found.low).toBeGreaterThan(0.1);
    expect(found.high).toBeLessThan(0.25);
    expect(cell(figuresOfRows(rows(20)), 'D16')).toEqual(found);
  });
});

describe('after an answer', () => {
  const answer = (id: string, answered_at: string | null, word: string, row: Row = {}): Row => ({
    response_id: id,
    client: 'Alder',
    answered_at,
    answer: word,
    sent_at: null,
    ...row,
  });
  const contact = (at: string, row: Row = {}): Row => ({ client: 'Alder', at, direction: 'out', ...row });

  test('a negative one is followed by a contact of ours within 24 hours', () => {
    const surveys = [
      answer('1', '2026-03-03 09:00', 'bad'),
      answer('2', '2026-03-05 09:00', 'bad'),
      answer('3', '2026-03-06 09:00', 'good'),
      answer('4', '2026-03-15 09:00', 'bad'),
      answer('5', '2026-02-01 09:00', 'bad'),
    ];
    const contacts = [
      contact('2026-03-02 09:00'),
      contact('2026-03-04 09:00'),
      contact('2026-03-05 10:00', { direction: 'in' }),
      contact('2026-03-05 10:00', { client: 'Birch' }),
    ];
    const figures = figuresOfRows({ surveys, contacts });
    expect(cell(figures, 'D20')).toMatchObject({ n: 2, hits: 1 });
    expect(leftOut(figures, 'D20')).toEqual({ 'not a negative answer': 1, 'under 24 hours old': 1, 'before contacts were kept': 1 });
  });

  test('how long it took to come', () => {
    const surveys = [
      answer('1', '2026-03-03 09:00', 'good', { sent_at: '2026-03-01 09:00' }),
      answer('2', '2026-03-05 09:00', 'bad', { sent_at: '2026-03-01 09:00' }),
      answer('3', '2026-03-05 09:00', 'bad'),
    ];
    const figures = figuresOfRows({ surveys });
    expect(cell(figures, 'D2')).toMatchObject({ n: 2, value: 72 * HOUR });
    expect(cell(figures, 'D2-48h')).toMatchObject({ n: 2, hits: 1 });
    expect(leftOut(figures, 'D2')).toEqual({ 'no sending time': 1 });
  });
});
