import { expect, test } from 'vitest';
import { dataPage } from '../../src/report/data.ts';
import { demo } from './material-of.ts';
import { tableOf } from './page-rules.ts';

test('names without a client stand with their rows and the client that each is most like', async () => {
  const material = await demo();
  const unmapped = [
    { name: 'Sandpipers', rows: 1200, nearest: 'Sandpiper Homes' },
    { name: 'Zebra Zoo', rows: 1, nearest: null },
  ];
  const facts = { ...material.facts, clients: { ...material.facts.clients, unmapped } };
  const none = { files: [], refusals: [], notes: [], restated: [], accounts: [], definitions: [], asOf: '2026-08-30' };
  const table = tableOf(dataPage({ ...material, facts }, none), 'unmapped-clients');
  expect(table.columns.map(({ name }) => name)).toEqual(['Name in the exports', 'Rows', 'Nearest client']);
  expect(table.rows.map((row) => row.map(({ value }) => value))).toEqual([
    ['Sandpipers', 1200, 'Sandpiper Homes'],
    ['Zebra Zoo', 1, null],
  ]);
});
