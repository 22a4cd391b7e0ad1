import { expect, test } from 'vitest';
import { stormSlopes } from '../../src/measures/storms.ts';
import { allFigures, cell, leftOut } from './cell.ts';
import { contextAt, factsOf, type Row, type Rows } from './facts-of.ts';

const storm = (id: string, client: string, row: Row = {}): Row => ({ ticket_id: id, client, opened_at: '2025-12-01 09:00', priority: 'P1', ...row });
const said = (client: string, answered_at: string, answer: string): Row => ({ response_id: `${client} ${answered_at}`, client, answered_at, answer });
const call = (client: string, at: string, row: Row = {}): Row => ({ client, at, direction: 'out', kind: 'tip', ...row });
const calls = (client: string, ...times: readonly string[]) => times.map((at) => call(client, at));
const SIX = ['2025-06-02 09:00', '2025-07-01 09:00', '2025-08-01 09:00', '2025-09-01 09:00', '2025-10-01 09:00', '2025-12-01 08:59'];

/** Alder had six contacts in the 26 weeks before its storm, Birch five; both were satisfied by half before it. */
const ROWS: Rows = {
  tickets: [
    storm('1', 'Alder'),
    storm('2', 'Birch'),
    storm('3', 'Alder', { priority: 'P2' }),
    storm('4', 'Alder', { priority: null }),
    storm('5', 'Alder', { opened_at: '2026-01-05 09:00' }),
    storm('6', 'Cedar'),
    storm('7', 'Alder', { opened_at: '2025-06-30 09:00' }),
  ],
  surveys: [
    said('Alder', '2025-09-02 09:00', 'good'),
    said('Alder', '2025-09-02 08:59', 'bad'),
    said('Alder', '2025-12-01 08:59', 'bad'),
    said('Alder', '2025-12-01 09:00', 'good'),
    said('Alder', '2026-03-01 08:59', 'good'),
    said('Alder', '2026-03-01 09:00', 'bad'),
    said('Birch', '2025-11-01 09:00', 'good'),
    said('Birch', '2025-11-02 09:00', 'bad'),
    said('Birch', '2026-01-01 09:00', 'good'),
    said('Birch', '2026-01-02 09:00', 'bad'),
    said('Birch', '2026-01-03 09:00', 'bad'),
    said('Birch', '2026-01-04 09:00', 'neutral'),
    said('Cedar', '2026-01-04 09:00', 'good'),
  ],
  contacts: [
    call('Cedar', '2025-01-06 09:00'),
    ...calls('Alder', ...SIX),
    ...calls('Birch', ...SIX.slice(1), '2025-06-02 08:59', '2025-12-01 09:00'),
    call('Birch', '2025-10-01 09:00', { direction: 'in' }),
    call('Birch', '2025-10-01 09:00', { kind: 'update' }),
  ],
};
const context = (rows: Rows) => contextAt('2026-03-15', factsOf(rows));

test('satisfaction after a ticket of the highest priority less that before, by contact', () => {
  const figures = allFigures(context(ROWS));
  expect(cell(figures, 'E17-high')).toMatchObject({ n: 1, value: 0.5 });
  expect(cell(figures, 'E17-low')).toMatchObject({ n: 1, value: -0.25 });
  expect(cell(figures, 'E17-high', 0, 'week', '2026-02-23')).toMatchObject({ n: 1, value: 0.5 });
  expect(cell(figures, 'E17-high', 1).value).toBeNaN();
  expect(leftOut(figures, 'E17-high')).toEqual({
    'no priority, or one whose rank nothing says': 1,
    'of a lower priority': 1,
    'opened under 90 days ago': 1,
    'opened under 26 weeks after contacts were first kept': 1,
    'no answers of the client before it, or after it': 1,
    'of a client with more or fewer contacts that nobody asked for': 1,
  });
});

test('the two slopes', () => {
  expect(stormSlopes(context(ROWS))).toEqual([
    { contact: 'high', tickets: 1, before: 0.5, after: 1 },
    { contact: 'low', tickets: 1, before: 0.5, after: 0.25 },
  ]);
  expect(stormSlopes(context({ ...ROWS, contacts: ROWS.contacts!.slice(0, 1) }))![0]).toEqual({ contact: 'high', tickets: 0, before: null, after: null });
  expect(stormSlopes(context({ tickets: ROWS.tickets!, surveys: ROWS.surveys! }))).toBeNull();
});
