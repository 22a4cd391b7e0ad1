import { describe, expect, test } from 'vitest';
import { allFigures, cell, leftOut } from './cell.ts';
import { answersByHour } from '../../src/measures/answer-hours.ts';
import { longestSilences } from '../../src/measures/silences.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const HOUR = 3_600_000;
const asOf = '2026-03-15';
const contextOfRows = (rows: Rows, raw: object = {}) => contextAt(asOf, factsOf(rows), raw);
const without = (rows: readonly Row[], field: string): Row[] => rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== field)));
const figuresOfRows = (rows: Rows, raw: object = {}) => allFigures(contextOfRows(rows, raw));

describe('notice before touching equipment', () => {
  const contact = (at: string, row: Row = {}): Row => ({ client: 'Alder', at, direction: 'out', channel: 'mail', ...row });
  const work = (started_at: string, row: Row = {}): Row => ({ client: 'Alder', started_at, minutes: 30, activity: 'on-equipment', ...row });
  const contacts = [
    contact('2026-03-01 08:00', { client: 'Birch' }),
    contact('2026-03-09 09:00'),
    contact('2026-03-10 09:00', { channel: 'phone' }),
    contact('2026-03-12 09:00', { direction: 'in' }),
  ];
  const time_entries = [
    work('2026-03-10 09:00'),
    work('2026-03-10 09:01'),
    work('2026-03-11 09:01'),
    work('2026-03-12 10:00'),
    work('2026-03-01 20:00'),
    work('2026-03-11 10:00', { activity: 'remote' }),
    work('2026-03-11 10:00', { activity: null }),
    work('2026-03-11 10:00', { client: null }),
    work('2026-03-16 10:00'),
  ];

  test('is a contact of ours in the 24 hours before, the limit included and the same instant not', () => {
    const figures = figuresOfRows({ contacts, time_entries });
    // 9:00 after the mail of 24 h before, 9:01 after the call of a minute before; nothing before the others.
    expect(cell(figures, 'B10')).toMatchObject({ n: 4, hits: 2, value: 0.5 });
    expect(leftOut(figures, 'B10')).toEqual({
      'after the as-of day': 1,
      'nothing says what kind of work it was': 1,
      'not work on equipment': 1,
      'of no client': 1,
      'before contacts were kept': 1,
    });
  });

  test('by phone, of the notices given', () => {
    const figures = figuresOfRows({ contacts, time_entries });
    expect(cell(figures, 'B10-phone')).toMatchObject({ n: 2, hits: 1 });
    expect(leftOut(figures, 'B10-phone')).toMatchObject({ 'no notice in the 24 hours before': 2 });
  });

  test('is not known where nothing says what was worked on, who began a contact or how', () => {
    expect(figuresOfRows({ contacts, time_entries: without(time_entries, 'activity') }).grid('B10', 'window')).toBeNull();
    expect(figuresOfRows({ time_entries, contacts: without(contacts, 'direction') }).grid('B10', 'window')).toBeNull();
    const unsaid = figuresOfRows({ time_entries, contacts: without(contacts, 'channel') });
    expect([unsaid.grid('B10', 'window') === null, unsaid.grid('B10-phone', 'window')]).toEqual([false, null]);
  });
});

describe('extra requests on site', () => {
  const closed = (onsite_extra: string | null, row: Row = {}): Row => ({
    client: 'Alder',
    opened_at: '2026-03-09 09:00',
    closed_at: '2026-03-10 09:00',
    onsite_extra,
    ...row,
  });
  const numbered = (rows: readonly Row[]) => rows.map((row, at): Row => ({ ticket_id: String(at), ...row }));

  test('are done, or declined with a reason', () => {
    const tickets = numbered([
      closed('done'),
      closed('Done, on the spot'),
      closed('declined'),
      closed('declined:'),
      closed('Declined: not under contract'),
      closed('later'),
      closed(null),
      closed('done', { closed_at: null }),
      closed('done', { machine_made: true }),
    ]);
    const figures = figuresOfRows({ tickets });
    expect(cell(figures, 'B13')).toMatchObject({ n: 5, hits: 3 });
    expect(cell(figures, 'B13-done')).toMatchObject({ n: 5, hits: 2 });
    expect(leftOut(figures, 'B13')).toEqual({
      'raised by monitoring, not by a person': 1,
      'not closed by the as-of day': 1,
      'no extra request on site': 1,
      'neither done nor declined, as far as anything says': 1,
    });
    expect(figuresOfRows({ tickets: without(tickets, 'onsite_extra') }).grid('B13', 'window')).toBeNull();
  });
});

describe('work done again', () => {
  const ticket = (ticket_id: string, row: Row): Row => ({ ticket_id, client: 'Alder', opened_at: '2026-03-02 09:00', closed_at: '2026-03-12 09:00', ...row });
  const tickets = [
    ticket('T1', { cause: 'changed-request', reopened_at: '2026-03-05 09:00' }),
    ticket('T2', { cause: 'misunderstood', reopened_at: '2026-03-05 09:00' }),
    ticket('T3', { cause: 'changed-request' }),
    ticket('T4', { cause: 'changed-request', reopened_at: '2026-03-05 09:00', merged_into: 'T1' }),
  ];
  const entry = (ticket_id: string | null, started_at: string, minutes: number): Row => ({ ticket_id, client: 'Alder', started_at, minutes });

  test('its hours are those since the reopening', () => {
    const time_entries = [
      entry('T1', '2026-03-05 08:59', 600),
      entry('T1', '2026-03-05 09:00', 90),
      entry('T1', '2026-03-10 09:00', 45),
      entry('T1', '2026-03-11 09:00', 0),
      entry('T2', '2026-03-10 09:00', 600),
      entry('T3', '2026-03-10 09:00', 600),
      entry('T4', '2026-03-10 09:00', 600),
      entry('T9', '2026-03-10 09:00', 600),
      entry('T1', '2026-03-16 09:00', 600),
    ];
    const figures = figuresOfRows({ tickets, time_entries });
    expect(cell(figures, 'B9-hours')).toMatchObject({ n: 3, hits: 2, value: 2.25 });
    expect(cell(figures, 'B9-hours', -1, 'week', '2026-03-02').value).toBe(1.5);
    expect(leftOut(figures, 'B9-hours')).toEqual({
      'after the as-of day': 1,
      'about no ticket on record': 1,
      'merged into another ticket': 1,
      'of another cause': 1,
      'not reopened by the as-of day': 1,
      'before the ticket was reopened': 1,
    });
    expect(figuresOfRows({ tickets }).grid('B9-hours', 'window')).toBeNull();
  });
});

describe('teaching', () => {
  const ticket = (ticket_id: string, opened_at: string, category: string | null): Row => ({ ticket_id, client: 'Alder', opened_at, category });
  const tickets = [ticket('1', '2026-03-03 09:00', 'how to'), ticket('2', '2026-03-10 09:00', 'Printing'), ticket('3', '2026-03-11 09:00', null)];
  const contacts = ['teaching', 'tip', null].map((kind) => ({ client: 'Alder', at: '2026-03-10 09:00', kind }));

  test('contacts that teach, beside tickets that ask how', () => {
    const figures = figuresOfRows({ tickets, contacts }, { training: { how_to: ['How to'] } });
    expect(cell(figures, 'B22', 0, 'quarter', '2026-01-01')).toMatchObject({ n: 1, value: 1 });
    expect(leftOut(figures, 'B22')).toEqual({ 'nothing says of what kind': 1, 'of another kind': 1 });
    expect(cell(figures, 'B22-tickets', 0, 'quarter', '2026-01-01')).toMatchObject({ n: 1, value: 1 });
    expect(leftOut(figures, 'B22-tickets')).toEqual({ 'no category': 1, 'of another category': 1 });
  });

  test('without categories in the settings no ticket asks how', () => {
    expect(figuresOfRows({ tickets, contacts }).grid('B22-tickets', 'window')).toBeNull();
  });
});

test('being helpful is a mean with its ends', () => {
  const survey = (response_id: string, item_helpful: number | null): Row => ({
    response_id,
    client: 'Alder',
    answered_at: '2026-03-10 09:00',
    answer: '3',
    scale_low: 1,
    scale_high: 5,
    item_helpful,
  });
  const figures = figuresOfRows({ surveys: [5, 4, 1, null, 9].map((score, at) => survey(String(at), score)) });
  expect(cell(figures, 'B15')).toMatchObject({ n: 3, value: 10 / 3 });
  expect(cell(figures, 'B15-positive')).toMatchObject({ n: 3, hits: 2 });
  expect(cell(figures, 'B15-negative')).toMatchObject({ n: 3, hits: 1 });
});

test('handoffs by how many, and clients whose preference is known', () => {
  const ticket = (ticket_id: string, client: string, handoffs: number | null): Row => ({
    ticket_id,
    client,
    handoffs,
    opened_at: '2026-03-09 09:00',
    closed_at: '2026-03-10 09:00',
  });
  const tickets = [
    ticket('1', 'Alder', 0),
    ticket('2', 'Alder', 0),
    ticket('3', 'Birch', 1),
    ticket('4', 'Birch', 2),
    ticket('5', 'Birch', 5),
    ticket('6', 'Birch', null),
  ];
  const clients = [
    { client: 'Alder', contact_preference: 'phone' },
    { client: 'Birch', contact_preference: null },
    { client: 'Cedar', contact_preference: 'mail' },
  ];
  const figures = figuresOfRows({ tickets, clients });
  expect(['B2-0', 'B2-1', 'B2-2', 'B2-3'].map((id) => cell(figures, id).hits)).toEqual([2, 1, 1, 1]);
  expect(cell(figures, 'B2-0').n).toBe(5);
  expect(cell(figures, 'B20-known')).toMatchObject({ n: 2, hits: 1 });
  expect(figuresOfRows({ tickets }).grid('B20-known', 'window')!.value.every(Number.isNaN)).toBe(true);
});

describe('tickets without a first answer', () => {
  const ticket = (ticket_id: string, client: string | null, opened_at: string, row: Row = {}): Row => ({
    ticket_id,
    client,
    opened_at,
    first_response_at: null,
    ...row,
  });
  const tickets = [
    ticket('1', 'Alder', '2026-03-14 00:00'),
    ticket('2', 'Alder', '2026-03-10 00:00', { first_response_at: '2026-03-16 09:00' }),
    ticket('3', null, '2026-03-01 00:00'),
    ticket('4', 'Birch', '2026-03-01 00:00', { closed_at: '2026-03-02 09:00' }),
    ticket('5', 'Birch', '2026-03-01 00:00', { first_response_at: '2026-03-01 00:01' }),
  ];

  test('are counted with the age of the oldest, for the firm and each client', () => {
    const figures = figuresOfRows({ tickets });
    expect([-1, 0, 1].map((client) => cell(figures, 'F1-unanswered', client).value)).toEqual([3, 2, 0]);
    expect([-1, 0, 1].map((client) => cell(figures, 'F1-oldest', client).value)).toEqual([15 * 24 * HOUR, 6 * 24 * HOUR, NaN]);
    expect(cell(figures, 'F1-unanswered', -1, 'week', '2026-03-09').value).toBeNaN();
  });

  test('an automatic acknowledgement answers none of them where the export tells it', () => {
    const told = tickets.map((row) => ({ ...row, first_human_response_at: row['ticket_id'] === '4' ? '2026-03-01 09:00' : null }));
    const figures = figuresOfRows({ tickets: told });
    expect(cell(figures, 'F1-unanswered')).toMatchObject({ value: 4, n: 4 });
    expect(cell(figures, 'F1-elapsed')).toMatchObject({ n: 1, value: 9 * HOUR });
    expect(cell(figures, 'F3').n).toBe(1);
  });
});

describe('lists', () => {
  test('the first answer by the hour of the week on the firm’s clock, over a change of clocks', () => {
    const answered = (ticket_id: string, opened_at: string, first_response_at: string): Row => ({ ticket_id, client: 'Alder', opened_at, first_response_at });
    const tickets = [
      // New York: Monday 09:30 before, and 09:59 after the clock went forward on 8 March 2026.
      answered('1', '2026-03-02 14:30', '2026-03-02 15:30'),
      answered('2', '2026-03-09 13:59', '2026-03-09 16:59'),
      answered('3', '2026-03-08 04:59', '2026-03-08 05:59'),
      answered('4', '2025-12-08 14:30', '2025-12-14 23:00'),
    ];
    const hours = answersByHour(contextOfRows({ tickets }, { firm: { name: 'Larkfield IT', zone: 'America/New_York' } }))!;
    expect(hours).toHaveLength(168);
    expect(hours.filter(({ n }) => n > 0)).toEqual([
      { weekday: 1, hour: 9, n: 2, median: 2 * HOUR, p90: 2.8 * HOUR },
      { weekday: 6, hour: 23, n: 1, median: HOUR, p90: HOUR },
    ]);
    expect(hours[0]).toEqual({ weekday: 1, hour: 0, n: 0, median: null, p90: null });
    expect(answersByHour(contextOfRows({}))).toBeNull();
  });

  test('the ten longest silences, of the firm and of a client', () => {
    const tickets = Array.from({ length: 12 }, (_, at) => ({
      ticket_id: String(at),
      client: at % 2 === 0 ? 'Alder' : 'Birch',
      opened_at: '2026-03-09 08:00',
      first_response_at: null,
      resolved_at: `2026-03-10 ${String(8 + (at % 6)).padStart(2, '0')}:00`,
    }));
    const contacts = [{ client: 'Alder', at: '2026-03-01 09:00', direction: 'out', ticket_id: null }];
    const context = contextOfRows({ tickets, contacts });
    const firm = longestSilences(context)!;
    expect(firm).toHaveLength(10);
    expect(firm.slice(0, 3)).toEqual([
      { row: 5, client: 1, resolved: day('2026-03-10'), length: 15 * HOUR },
      { row: 11, client: 1, resolved: day('2026-03-10'), length: 15 * HOUR },
      { row: 4, client: 0, resolved: day('2026-03-10'), length: 14 * HOUR },
    ]);
    expect(longestSilences(context, 0)!.map(({ row }) => row)).toEqual([4, 10, 2, 8, 0, 6]);
    expect(longestSilences(contextOfRows({ tickets }))).toBeNull();
  });
});
