import { describe, expect, test } from 'vitest';
import { backlog, openTickets } from '../../src/measures/backlog.ts';
import { targetsAndPromises } from '../../src/measures/service.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, day, factsOf, type Row, type Rows } from './facts-of.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const context = (rows: Rows) => contextAt('2026-03-15', factsOf(rows));
const figuresOfRows = (rows: Rows) => allFigures(context(rows));
const ticket = (id: string, row: Row): Row => ({ ticket_id: id, client: 'Alder', opened_at: '2026-03-02 09:00', ...row });

describe('expectations', () => {
  const answered = (id: string, expectation_told_at: string | null): Row => ticket(id, { first_response_at: '2026-03-02 17:30', expectation_told_at });

  test('are told within an opening hour after the first answer', () => {
    const tickets = [answered('1', '2026-03-02 17:00'), answered('2', '2026-03-03 08:30'), answered('3', '2026-03-03 08:31'), answered('4', null)];
    expect(cell(figuresOfRows({ tickets }), 'C1')).toMatchObject({ n: 4, hits: 2 });
  });

  const due = (id: string, resolved_at: string | null, expectation_due_at: string | null = '2026-03-10 12:00'): Row =>
    ticket(id, { resolved_at, expectation_due_at });
  const tickets = [
    due('1', '2026-03-10 12:00'),
    due('2', '2026-03-11 12:00'),
    due('3', null),
    due('4', '2026-03-03 12:00', null),
    due('5', '2026-03-03 12:00', '2026-03-16 12:00'),
    due('6', '2026-03-05 12:00'),
  ];

  test('are met by the time told; one still open then is a miss', () => {
    const figures = figuresOfRows({ tickets });
    expect(cell(figures, 'C2')).toMatchObject({ n: 4, hits: 2 });
    expect(leftOut(figures, 'C2')).toEqual({ 'the client was told no time': 1, 'not due by the as-of day': 1 });
  });

  test('are recalled by a closing contact of ours', () => {
    const contact = (ticket_id: string, row: Row = {}): Row => ({
      client: 'Alder',
      at: '2026-03-11 09:00',
      direction: 'out',
      kind: 'closing',
      ticket_id,
      ...row,
    });
    const early = contact('9', { at: '2026-03-01 09:00' });
    const contacts = [early, contact('1'), contact('2'), contact('5', { direction: 'in' }), contact('6', { kind: 'update' })];
    const figures = figuresOfRows({ tickets, contacts });
    expect(cell(figures, 'C8')).toMatchObject({ n: 3, hits: 1 });
    expect(leftOut(figures, 'C8')).toMatchObject({ 'not solved by the time told': 1, 'the client was told no time': 1 });
    expect(cell(figuresOfRows({ tickets, contacts: contacts.slice(1) }), 'C8').n).toBe(0);
  });
});

describe('updates', () => {
  const tickets = [
    ticket('T1', { first_response_at: '2026-03-02 11:00', resolved_at: '2026-03-05 09:00' }),
    ticket('T2', { first_response_at: '2026-03-02 10:00', resolved_at: '2026-03-03 10:00' }),
    ticket('T3', { first_response_at: null, resolved_at: '2026-03-02 17:00' }),
    ticket('T4', { opened_at: '2026-02-27 09:00', first_response_at: null, resolved_at: '2026-03-05 09:00' }),
  ];
  const contact = (ticket_id: string | null, at: string, row: Row = {}): Row => ({ client: 'Alder', at, direction: 'out', channel: 'mail', ticket_id, ...row });
  const contacts = [
    contact(null, '2026-03-01 09:00'),
    contact('T1', '2026-03-03 15:00'),
    contact('T1', '2026-03-03 16:00', { channel: 'phone' }),
    contact('T1', '2026-03-04 16:00', { direction: 'in' }),
    contact('T1', '2026-03-06 16:00'),
  ];

  test('a business day is as long as the firm is open', () => {
    expect(context({}).working(-1).businessDay).toBe(10 * HOUR);
    const halves = { calendar: { hours: { mon: ['08:00-12:00', '13:00-17:00'], fri: '08:00-12:00' } } };
    expect(contextAt('2026-03-15', factsOf({}), halves).working(-1).businessDay).toBe(6 * HOUR);
  });

  test('contacts of unknown direction are no updates, whatever others say', () => {
    const figures = figuresOfRows({ tickets, contacts: contacts.map((row) => ({ ...row, direction: row.direction === 'in' ? 'in' : null })) });
    expect(cell(figures, 'B11')).toMatchObject({ hits: 0 });
  });

  test('the longest silence, in opening hours: the first answer and updates of ours end it', () => {
    const figures = figuresOfRows({ tickets, contacts });
    expect(cell(figures, 'B3')).toMatchObject({ n: 3, value: 10 * HOUR });
    expect(cell(figures, 'B3').p90).toBeCloseTo(13.2 * HOUR, 6);
    expect(leftOut(figures, 'B3')).toEqual({ 'opened before contacts were kept': 1 });
  });

  test('coverage of tickets open for more than a day, and of both ways', () => {
    const figures = figuresOfRows({ tickets, contacts });
    expect(cell(figures, 'B11')).toMatchObject({ n: 2, hits: 1 });
    expect(cell(figures, 'B11-both')).toMatchObject({ n: 2, hits: 1 });
    expect(leftOut(figures, 'B11')).toMatchObject({ 'open for too short a time': 1 });
  });

  test('updates a day and days of silence in work of more than two days', () => {
    const figures = figuresOfRows({ tickets, contacts });
    expect(cell(figures, 'C6')).toMatchObject({ n: 1, value: 2 / 3 });
    expect(cell(figures, 'C6-gap')).toMatchObject({ n: 1, hits: 1 });
  });

  test('contacts that do not say who began them give no figure', () => {
    expect(figuresOfRows({ tickets, contacts: [{ client: 'Alder', at: '2026-03-03 15:00', ticket_id: 'T1' }] }).grid('B3', 'window')).toBeNull();
  });
});

test('handoffs, one owner, and suppliers’ faults', () => {
  const closed = (id: string, handoffs: number | null, first_agent: string | null, agent: string, vendor_caused: boolean | null = null): Row =>
    ticket(id, { closed_at: '2026-03-10 09:00', handoffs, first_agent, agent, vendor_caused });
  const figures = figuresOfRows({
    tickets: [closed('1', 0, 'Kim', 'Kim', true), closed('2', 3, 'Kim', 'Lee', true), closed('3', 4, 'Lee', 'Lee'), closed('4', null, null, 'Lee', true)],
  });
  expect(cell(figures, 'B2')).toMatchObject({ n: 3, value: 7 / 3 });
  expect(cell(figures, 'B2-3')).toMatchObject({ n: 3, hits: 2 });
  expect(cell(figures, 'B2-owner')).toMatchObject({ n: 3, hits: 2 });
  expect(cell(figures, 'E4')).toMatchObject({ n: 2, hits: 1 });
});

test('the spread of the first answer is its 90th percentile over its median', () => {
  const answered = [1, 2, 3, 4, 11].map((hours, index) => ticket(String(index), { first_response_at: `2026-03-02 ${String(9 + hours).padStart(2, '0')}:00` }));
  expect(cell(figuresOfRows({ tickets: answered }), 'B4').value).toBeCloseTo((4 + 0.6 * 7) / 3, 12);
});

describe('work that waits', () => {
  const tickets = [
    ticket('1', { opened_at: '2026-02-24 00:00', updated_at: '2026-03-08 00:00', closed_at: null }),
    ticket('2', { opened_at: '2026-02-24 00:00', updated_at: '2026-03-10 00:00', closed_at: null, client: 'Birch' }),
    ticket('3', { opened_at: '2026-03-05 00:00', updated_at: '2026-03-05 00:00', closed_at: null }),
    ticket('4', { opened_at: '2026-02-24 00:00', updated_at: '2026-02-24 00:00', closed_at: null, status: 'closed' }),
    ticket('5', { opened_at: '2026-02-24 00:00', updated_at: '2026-02-24 00:00', closed_at: '2026-03-01 00:00', status: 'unresolved' }),
    ticket('6', { opened_at: '2026-02-24 00:00', updated_at: '2026-02-24 00:00', closed_at: '2026-03-01 00:00', status: 'closed' }),
    ticket('7', { opened_at: '2026-02-24 00:00', updated_at: '2026-02-24 00:00', closed_at: null }),
  ];
  const contacts = [{ client: 'Alder', at: '2026-03-12 09:00', ticket_id: '7' }];

  test('is open, old, abandoned', () => {
    const figures = figuresOfRows({ tickets, contacts });
    expect(cell(figures, 'B8').value).toBe(1);
    expect(cell(figures, 'B8-open').value).toBe(4);
    expect(cell(figures, 'B8-open', 1).value).toBe(1);
    expect(cell(figures, 'B8-age').value).toBe(20 * DAY);
    expect(figures.grid('B8', 'week')!.value.every(Number.isNaN)).toBe(true);
    expect(backlog(context({ tickets, contacts }))!(1)).toEqual({ open: 1, abandoned: 0, unknown: 0, median: 20 * DAY, oldest: 20 * DAY, ages: [20 * DAY] });
    const [oldest] = openTickets(context({ tickets, contacts }))!;
    expect(oldest).toEqual({ row: 0, client: 0, opened: day('2026-02-24'), age: 20 * DAY, untouched: 8 * DAY, abandoned: true });
  });

  test('is neither abandoned nor touched where only a change after the as-of day is known', () => {
    const changed = (id: string, updated_at: string): Row => ticket(id, { opened_at: '2026-02-24 00:00', updated_at, closed_at: null });
    const later = [changed('8', '2026-03-16 00:00'), changed('9', '2026-03-20 00:00'), changed('10', '2026-03-15 23:59')];
    const told = [{ client: 'Alder', at: '2026-03-12 09:00', ticket_id: '9' }];
    const figures = figuresOfRows({ tickets: [...tickets, ...later], contacts: [...contacts, ...told] });
    expect(cell(figures, 'B8')).toMatchObject({ value: 1, n: 6 });
    expect(cell(figures, 'B8-open').value).toBe(7);
    expect(backlog(context({ tickets: later, contacts: told }))!(-1)).toMatchObject({ open: 3, abandoned: 0, unknown: 1 });
    expect(cell(figuresOfRows({ tickets: later.slice(0, 1) }), 'B8').value).toBeNaN();
  });

  test('is not called abandoned where nothing records what is done', () => {
    const bare = [ticket('1', { opened_at: '2026-02-01 00:00', closed_at: null })];
    expect(cell(figuresOfRows({ tickets: bare }), 'B8').value).toBeNaN();
    expect(cell(figuresOfRows({ tickets: bare }), 'B8-open').value).toBe(1);
  });

  test('closed unresolved', () => {
    expect(cell(figuresOfRows({ tickets, contacts }), 'B8-unresolved')).toMatchObject({ n: 2, hits: 1 });
  });
});

describe('work that comes back', () => {
  const closed = (id: string, row: Row = {}): Row => ticket(id, { closed_at: '2026-03-03 09:00', requester: `Person ${id}`, reopened_at: null, ...row });
  const tickets = [
    closed('1', { reopened_at: '2026-03-10 09:00' }),
    closed('2', { reopened_at: '2026-03-10 09:01' }),
    closed('3'),
    closed('4'),
    closed('5'),
    closed('6', { closed_at: '2026-03-09 09:00' }),
  ];
  const call = (requester: string, at: string, row: Row = {}): Row => ({ client: 'Alder', at, direction: 'in', requester, ticket_id: null, ...row });
  const contacts = [
    call('person  3', '2026-03-09 09:00'),
    call('Person 4', '2026-03-09 09:00', { ticket_id: '5' }),
    call('Person 5', '2026-03-09 09:00', { direction: 'out' }),
    call('Person 5', '2026-03-09 09:00', { client: 'Birch' }),
    call('Person 5', '2026-03-02 09:00'),
  ];

  test('within seven days: reopened, or its requester calls about no other ticket', () => {
    const figures = figuresOfRows({ tickets, contacts });
    expect(cell(figures, 'A16')).toMatchObject({ n: 5, hits: 2 });
    expect(leftOut(figures, 'A16')).toEqual({ 'closed so lately that it may still come back': 1 });
    expect(cell(figuresOfRows({ tickets }), 'A16')).toMatchObject({ n: 5, hits: 1 });
  });

  test('holds when it is not reopened within 14 days', () => {
    const older = tickets.slice(0, 3).map((one) => ({ ...one, closed_at: '2026-02-24 09:00' }));
    expect(cell(figuresOfRows({ tickets: [...older, closed('7')] }), 'C9-held')).toMatchObject({ n: 3, hits: 2 });
  });
});

test('in time or late, liked or not', () => {
  const tickets = [
    ticket('T1', { resolved_at: '2026-03-03 09:00', due_at: '2026-03-03 09:00' }),
    ticket('T2', { resolved_at: '2026-03-04 09:00', due_at: '2026-03-03 09:00' }),
  ];
  const answer = (ticket_id: string | null, word: string, index: number): Row => ({
    response_id: String(index),
    ticket_id,
    answered_at: '2026-03-05 09:00',
    answer: word,
  });
  const given = [
    ['T1', 'good'],
    ['T1', 'good'],
    ['T1', 'bad'],
    ['T2', 'good'],
    ['T2', 'bad'],
    ['T2', 'ok'],
    [null, 'bad'],
  ] as const;
  const figures = figuresOfRows({ tickets, surveys: given.map(([of, word], index) => answer(of, word, index)) });
  expect(['met-good', 'met-bad', 'missed-good', 'missed-bad'].map((id) => cell(figures, `C10-${id}`).value)).toEqual([2, 1, 1, 1]);
});

test('targets and promises side by side, for clients that have both', () => {
  const rows: Rows = {
    tickets: [
      ticket('T1', { resolved_at: '2026-03-03 09:00', due_at: '2026-03-03 09:00' }),
      ticket('T2', { client: 'Birch', resolved_at: '2026-03-03 09:00', due_at: '2026-03-03 09:00' }),
    ],
    promises: [{ promise_id: '1', client: 'Alder', due_at: '2026-03-04 12:00', kept_at: '2026-03-05 12:00' }],
  };
  const pairs = targetsAndPromises(figuresOfRows(rows), context(rows));
  expect(pairs.map(({ client, target, promise }) => [client, target.value, promise.value])).toEqual([[0, 1, 0]]);
});
