import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataPage } from '../../src/report/data.ts';
import { buildReport } from '../../src/pipeline.ts';
import { fixtures, workspaceIn } from '../workspace.ts';
import { demo } from './material-of.ts';
import { ofKind, tableOf } from './page-rules.ts';

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

test('times left out for their order count as cells on the first page and in the list alike', async () => {
  const { files, settings } = await workspaceIn(join(fixtures, 'resolved-before-opened'));
  const { report } = await buildReport(files, settings, {});
  const page = (path: string) => report!.pages.find((one) => one.path === path)!;
  expect(report!.refusals.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'order-backwards'));
  expect(page('data/').title).toContain('cells of four more');
  const notes = ofKind(page(''), 'notes').flatMap(({ entries }) => entries);
  expect(notes.find(({ label }) => label === 'Refused')!.what).toBe(
    '4 cells in 4 rows left empty, in promises.csv and tickets.csv. They are listed under Data.',
  );
});
