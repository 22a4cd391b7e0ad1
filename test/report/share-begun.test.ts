import { expect, test } from 'vitest';
import { clientRecord } from '../../src/report/share-record.ts';
import type { Row } from '../measures/facts-of.ts';
import { small } from './material-of.ts';

const periodFrom = (from: string) => ({ period: { from, to: '2026-02-28' }, before: { from: '2025-11-03', to: '2025-12-31' } });
const ticket = (client: string, day: string): Row => ({
  ticket_id: day,
  client,
  opened_at: `${day} 09:00`,
  first_response_at: `${day} 09:20`,
});
const promise = { promise_id: 'P', client: 'Ash', due_at: '2026-01-20 12:00', kept_at: '2026-01-19 12:00' };
const begun = (rows: object, from = '2026-01-01') => clientRecord(small(rows), 0, periodFrom(from), { letters: [], since: null }).begun;

test('a part whose exports begin inside the period says since when, whoever the first row is of', () => {
  const tickets = [ticket('Ash', '2026-01-14'), ticket('Birch', '2026-01-12')];
  expect(begun({ tickets, promises: [promise] })).toEqual([
    { part: 'requests', day: '2026-01-12' },
    { part: 'promises', day: '2026-01-19' },
  ]);
  expect(begun({ tickets }, '2026-01-12')).toEqual([]);
  expect(begun({ tickets: [...tickets, ticket('Birch', '2025-12-01')] })).toEqual([]);
});

test('a part without figures says nothing', () => {
  expect(begun({ tickets: [ticket('Birch', '2026-01-12')], promises: [promise] })).toEqual([{ part: 'promises', day: '2026-01-19' }]);
});
