import { expect, test } from 'vitest';
import { departures } from '../../src/measures/departures.ts';
import { allFigures, cell } from './cell.ts';
import { contextAt, day, factsOf, instant, type Row, type Rows } from './facts-of.ts';

const ended = (name: string, on: string) => ({ name, end: instant(`${on} 23:59`) });
const CLIENTS = [
  ended('Alder', '2026-03-01'),
  ended('Birch', '2026-03-01'),
  ended('Cedar', '2026-02-01'),
  ended('Dell', '2025-03-16'),
  ended('Elm', '2025-03-17'),
  ended('Fir', '2026-04-01'),
  { name: 'Gorse' },
];
const complaint = (id: string, client: string, received_at: string, closed_at: string | null, row: Row = {}): Row => ({
  complaint_id: id,
  client,
  received_at,
  closed_at,
  ...row,
});
const part = (id: string, client: string, asset: string | null, replaced_at: string, failed_again_at: string | null): Row => ({
  replacement_id: id,
  client,
  asset,
  replaced_at,
  failed_again_at,
  failure_found_by: 'client',
});
const ROWS: Rows = {
  complaints: [
    complaint('2', 'Alder', '2026-02-20 09:00', null),
    complaint('1', 'Alder', '2026-03-01 09:00', '2026-03-02 00:00'),
    complaint('3', 'Alder', '2026-02-20 09:00', '2026-03-01 12:00'),
    complaint('4', 'Alder', '2026-03-02 09:00', null),
    complaint('5', 'Alder', '2026-02-20 09:00', null, { formal: false }),
    complaint('6', 'Dell', '2025-03-10 09:00', null),
    complaint('7', 'Elm', '2025-03-10 09:00', '2025-03-18 09:00'),
    complaint('8', 'Fir', '2026-03-10 09:00', null),
  ],
  replacements: [
    part('1', 'Cedar', 'Disk 3', '2026-01-05 09:00', '2026-01-20 09:00'),
    part('2', 'Cedar', 'Fan', '2026-01-05 09:00', '2026-01-20 09:00'),
    part('3', 'Cedar', 'Fan', '2026-01-22 09:00', null),
    part('4', 'Cedar', null, '2026-01-05 09:00', '2026-01-20 09:00'),
    part('5', 'Cedar', 'Screen', '2025-11-01 09:00', '2026-01-20 09:00'),
    part('6', 'Cedar', 'Dock', '2026-01-05 09:00', '2026-02-03 09:00'),
    part('7', 'Birch', 'Disk 3', '2026-02-22 09:00', null),
  ],
};
/** Rows of a file that does not have a column. */
const without = (rows: readonly Row[], column: string): readonly Row[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => field !== column)));

const context = (rows: Rows) => contextAt('2026-03-15', factsOf(rows, CLIENTS));

test('clients that ended with an open complaint or a repeated failure, the newest first', () => {
  expect(departures(context(ROWS))).toEqual([
    { client: 0, end: day('2026-03-01'), complaints: ['1', '2'], failures: [] },
    { client: 2, end: day('2026-02-01'), complaints: [], failures: [null, 'Disk 3'] },
    { client: 4, end: day('2025-03-17'), complaints: ['7'], failures: [] },
  ]);
});

test('their share of the clients that ended in 52 weeks', () => {
  const figures = allFigures(context(ROWS));
  expect(cell(figures, 'E18')).toMatchObject({ n: 4, hits: 3 });
  expect([0, 1, 2, 3, 5].map((client) => cell(figures, 'E18', client).value)).toEqual([1, 0, 1, NaN, NaN]);
  expect(cell(figures, 'E18', -1, 'week', '2026-02-02')).toMatchObject({ n: 3, hits: 3 });
});

test('what nothing records is not looked for', () => {
  const { complaints, replacements } = ROWS;
  expect(departures(context({ replacements: replacements! }))!.map(({ client }) => client)).toEqual([2]);
  expect(departures(context({ complaints: without(complaints!, 'closed_at') }))).toBeNull();
});
