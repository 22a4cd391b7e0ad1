import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenAccounts } from '../../src/measures/accounts.ts';
import { figuresOf } from '../../src/measures/cells.ts';
import { measures } from '../../src/measures/index.ts';
import { ticketFlow } from '../../src/measures/ticket-flow.ts';
import { anyRows } from './any-rows.ts';
import { contextAt, day, factsOf, type Row } from './facts-of.ts';

const weeks = Int32Array.of(day('2026-03-02'), day('2026-03-09'));
const flowOf = (tickets: readonly object[]) => {
  const { starts: _, ...columns } = ticketFlow(contextAt('2026-03-15', factsOf({ tickets: tickets as readonly Row[] })), weeks)!;
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column]]));
};

test('a ticket comes when it is opened and goes at its last resolution', () => {
  const tickets = [
    { ticket_id: '1', client: 'Alder', opened_at: '2026-02-27 09:00', resolved_at: '2026-03-09 00:00' },
    { ticket_id: '2', client: 'Alder', opened_at: '2026-03-03 09:00', resolved_at: '2026-03-04 09:00', reopened_at: '2026-03-05 09:00' },
    { ticket_id: '3', client: null, opened_at: '2026-03-03 09:00', resolved_at: '2026-03-08 23:59' },
    { ticket_id: '4', client: 'Alder', opened_at: '2026-03-03 09:00', resolved_at: '2026-03-16 09:00' },
    { ticket_id: '5', client: 'Alder', opened_at: '2026-03-03 09:00', merged_into: '4' },
  ];
  // The firm’s two weeks, then Alder’s.
  expect(flowOf(tickets)).toEqual({
    opened: [3, 0, 2, 0],
    resolved: [1, 1, 0, 1],
    otherwise: [0, 0, 0, 0],
    before: [1, 3, 1, 3],
    after: [3, 2, 3, 2],
  });
});

test('what ends without a resolution, backwards or nobody knows when, ends otherwise', () => {
  const opened_at = '2026-03-03 09:00';
  const tickets = [
    { ticket_id: '1', opened_at, closed_at: '2026-03-10 09:00' },
    { ticket_id: '2', opened_at, resolved_at: '2026-03-01 09:00' },
    { ticket_id: '3', opened_at, status: 'closed' },
    { ticket_id: '4', opened_at, resolved_at: '2026-03-10 09:00' },
  ];
  expect(flowOf(tickets)).toEqual({ opened: [4, 0], resolved: [0, 1], otherwise: [2, 1], before: [0, 2], after: [2, 0] });
});

test('the accounts of any rows balance', () => {
  const asked = measures.filter(({ kind }) => kind !== 'derived');
  fc.assert(
    fc.property(anyRows, fc.constantFrom('UTC', 'America/New_York', 'Pacific/Auckland'), (rows, zone) => {
      const context = contextAt('2026-03-15', factsOf(rows), { firm: { name: 'Larkfield IT', zone } });
      expect(brokenAccounts(figuresOf(asked, context), context)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
