import { expect, test } from 'vitest';
import type { Client } from '../../src/facts/clients.ts';
import { needsCall } from '../../src/measures/calls.ts';
import { allFigures } from './cell.ts';
import { contextAt, day, factsOf, instant, type Row, type Rows } from './facts-of.ts';

const asOf = '2026-03-15';
const calls = (rows: Rows, clients: readonly (Partial<Client> & { readonly name: string })[] = [{ name: 'Alder' }, { name: 'Birch' }], zone = 'UTC') => {
  const context = contextAt(asOf, factsOf(rows, clients), { firm: { name: 'Larkfield IT', zone } });
  return needsCall(allFigures(context), context);
};
const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row);
const ids = (rows: readonly Row[], field: string): readonly Row[] => rows.map((row, index) => ({ [field]: `${index}`, ...row }));

test('nobody needs a call where nothing is wrong', () => {
  expect(calls({})).toEqual([]);
});

test('silent: nothing answered from five surveys sent in 13 weeks', () => {
  const sent = { client: 'Alder', sent_at: '2026-03-02 09:00', answer: null };
  const surveys = (count: number, client = 'Alder') => ids(times(count, { ...sent, client }), 'response_id');
  expect(calls({ surveys: surveys(5) })).toEqual([{ client: 0, reasons: [{ rule: 'silent', count: 5, days: null }], lastOutbound: null }]);
  expect(calls({ surveys: surveys(4) })).toEqual([]);
  expect(calls({ surveys: [...surveys(5), { ...sent, response_id: 'A', answered_at: '2026-03-03 09:00', answer: 'good' }] })).toEqual([]);
  expect(calls({ surveys: ids(times(5, { ...sent, sent_at: '2025-12-14 09:00' }), 'response_id') })).toEqual([]);
});

test('no contact from us for 30 days, or none on record', () => {
  const contact = (at: string, client: string, direction = 'out'): Row => ({ at, client, direction });
  const contacts = [contact('2026-02-13 23:00', 'Alder'), contact('2026-02-14 01:00', 'Birch'), contact('2026-03-10 09:00', 'Alder', 'in')];
  expect(calls({ contacts })).toEqual([{ client: 0, reasons: [{ rule: 'no-contact', count: null, days: 30 }], lastOutbound: day('2026-02-13') }]);
  const [call] = calls({ contacts: contacts.slice(1).concat(contact('2026-02-10 09:00', 'Birch')) });
  expect(call).toEqual({ client: 0, reasons: [{ rule: 'no-contact', count: null, days: null }], lastOutbound: null });
  expect(calls({ contacts: [contact('2026-03-10 09:00', 'Birch')] })).toEqual([]);
});

test('two complaints in 14 days, and a complaint unanswered for 24 hours', () => {
  const complaint = (received_at: string, row: Row = {}): Row => ({
    client: 'Birch',
    received_at,
    responded_at: received_at,
    ...row,
  });
  const two = ids([complaint('2026-03-02 00:00'), complaint('2026-03-15 00:00')], 'complaint_id');
  expect(calls({ complaints: two })[0]?.reasons).toEqual([{ rule: 'complaints', count: 2, days: 14 }]);
  expect(calls({ complaints: ids([complaint('2026-03-01 23:00'), complaint('2026-03-15 00:00')], 'complaint_id') })).toEqual([]);
  const waiting = [complaint('2026-03-13 00:00', { responded_at: null }), complaint('2026-01-13 00:00', { responded_at: null, closed_at: '2026-01-15 00:00' })];
  expect(calls({ complaints: ids(waiting, 'complaint_id') })[0]?.reasons).toEqual([{ rule: 'unanswered', count: 1, days: 3 }]);
  expect(calls({ complaints: ids([complaint('2026-03-15 01:00', { responded_at: null })], 'complaint_id') })).toEqual([]);
});

test('satisfaction below its band, and a contract that ends before it meets it', () => {
  const answers = (count: number, answer: string) => times(count, { client: 'Alder', answered_at: '2026-03-02 09:00', answer });
  const ending = [{ name: 'Alder', end: instant('2026-06-14 00:00') }];
  const surveys = ids([...answers(10, 'good'), ...answers(10, 'bad')], 'response_id');
  expect(calls({ surveys }, ending)[0]?.reasons).toEqual([
    { rule: 'below', count: 20, days: null },
    { rule: 'ending', count: 20, days: 90 },
  ]);
  expect(calls({}, ending)[0]?.reasons).toEqual([{ rule: 'ending', count: null, days: 90 }]);
  expect(calls({}, [{ name: 'Alder', end: instant('2026-06-14 00:01') }])).toEqual([]);
  expect(calls({ surveys: ids(answers(60, 'good'), 'response_id') }, ending)).toEqual([]);
});

test('the days to the end of a contract are those of the calendar, over a change of the clocks too', () => {
  const reasons = (zone: string, end: string) => calls({}, [{ name: 'Alder', end: Date.parse(end) - 1 }], zone)[0]?.reasons;
  expect(reasons('UTC', '2026-05-01T00:00Z')).toEqual([{ rule: 'ending', count: null, days: 46 }]);
  expect(reasons('Europe/London', '2026-04-30T23:00Z')).toEqual([{ rule: 'ending', count: null, days: 46 }]);
  expect(reasons('Australia/Sydney', '2026-04-30T14:00Z')).toEqual([{ rule: 'ending', count: null, days: 46 }]);
});

test('three visits missed in a row, cancelled and planned ones aside', () => {
  const visit = (on: string, status: string): Row => ({
    client: 'Alder',
    window_start: `${on} 08:00`,
    window_end: `${on} 09:00`,
    status,
  });
  const missed = [visit('2026-03-02', 'missed'), visit('2026-03-09', 'missed'), visit('2026-03-03', 'missed')];
  const aside = [visit('2026-03-10', 'cancelled'), visit('2026-03-14', 'planned'), visit('2026-03-16', 'done'), visit('2026-03-01', 'done')];
  expect(calls({ appointments: ids([...missed, ...aside], 'appointment_id') })[0]?.reasons).toEqual([{ rule: 'visits', count: 3, days: null }]);
  expect(calls({ appointments: ids([...missed, visit('2026-03-10', 'done')], 'appointment_id') })).toEqual([]);
});

test('most reasons first; a contract that is over needs no call', () => {
  const complaint = (client: string): Row => ({ client, received_at: '2026-03-10 00:00', responded_at: null });
  const complaints = ids(['Alder', 'Birch', 'Birch', 'Cedar', 'Cedar'].map(complaint), 'complaint_id');
  const clients = [{ name: 'Alder' }, { name: 'Birch' }, { name: 'Cedar', end: instant('2026-03-01') }];
  expect(calls({ complaints }, clients).map(({ client, reasons }) => [client, reasons.length])).toEqual([
    [1, 2],
    [0, 1],
  ]);
});
