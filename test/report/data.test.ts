import { join } from 'node:path';
import { expect, test } from 'vitest';
import { speaking } from '../../src/language/language.ts';
import { buildReport } from '../../src/pipeline.ts';
import { dataPage } from '../../src/report/data.ts';
import type { FileAccount, Refusal } from '../../src/report/model.ts';
import { fixtures, workspaceIn } from '../workspace.ts';
import { demo } from './material-of.ts';
import { ofKind, tableOf } from './page-rules.ts';

const none = { files: [], refusals: [], notes: [], restated: [], accounts: [], definitions: [], asOf: '2026-08-30' };

test('names without a client stand with their rows and the client that each is most like', async () => {
  const material = await demo();
  const unmapped = [
    { name: 'Sandpipers', rows: 1200, nearest: 'Sandpiper Homes' },
    { name: 'Zebra Zoo', rows: 1, nearest: null },
  ];
  const facts = { ...material.facts, clients: { ...material.facts.clients, unmapped } };
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
  expect(page('data/').title).toMatch(/^Cells of four of \d+ rows were left out$/);
  const notes = ofKind(page(''), 'notes').flatMap(({ entries }) => entries);
  expect(notes.find(({ label }) => label === 'Refused')).toEqual({
    label: 'Refused',
    what: '4 cells in 4 rows left empty, in promises.csv and tickets.csv.',
    where: ['They are listed under ', { text: 'Data', href: 'data/#refusals' }, '.'],
  });
});

const fileOf = (read: number, rejected: number): FileAccount => ({
  file: 'tickets.csv',
  format: '',
  tables: [],
  encoding: '',
  delimiter: '',
  dateOrder: '',
  zone: '',
  oldest: null,
  newest: null,
  read,
  used: read - rejected,
  duplicate: 0,
  superseded: 0,
  rejected,
  notData: 0,
});
const cellOn = (line: number): Refusal => ({
  file: 'tickets.csv',
  line,
  id: '',
  column: 'resolved_at',
  text: '',
  code: 'order-backwards',
  why: '',
  consequence: '',
  advice: '',
});

/** Of so many rows read, so many are left out whole and so many others in part. */
test.for([
  [0, 0, 0, 'There were no rows to read', 'Es gab keine Zeilen zu lesen'],
  [1, 0, 0, 'The one row of 1 file was read', 'Die eine Zeile aus 1 Datei wurde gelesen'],
  [7, 0, 0, 'All 7 rows of 1 file were read', 'Alle 7 Zeilen aus 1 Datei wurden gelesen'],
  [1, 0, 1, 'Cells of the one row were left out', 'Zellen der einen Zeile wurden ausgelassen'],
  [7, 0, 1, 'Cells of one of 7 rows were left out', 'Zellen in einer von 7 Zeilen wurden ausgelassen'],
  [7, 0, 2, 'Cells of two of 7 rows were left out', 'Zellen in zwei von 7 Zeilen wurden ausgelassen'],
  [1, 1, 0, 'The one row was left out', 'Die eine Zeile wurde ausgelassen'],
  [7, 1, 0, 'One of 7 rows was left out', 'Eine von 7 Zeilen wurde ausgelassen'],
  [7, 7, 0, 'All 7 rows were left out', 'Alle 7 Zeilen wurden ausgelassen'],
  [7, 2, 1, 'Two of 7 rows were left out, and cells of one more', 'Zwei von 7 Zeilen wurden ausgelassen; einzelne Zellen fehlen in einer weiteren'],
] as const)('of %i rows %i left out and cells of %i are said in whole sentences', async ([read, rejected, partly, english, german]) => {
  const material = await demo();
  const input = { ...none, files: [fileOf(read, rejected)], refusals: Array.from({ length: partly }, (_, at) => cellOn(at + 2)) };
  expect(dataPage(material, input).title).toBe(english);
  expect(speaking('de', () => dataPage(material, input)).title).toBe(german);
});
