import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskCache, type DiskCache } from '../../scripts/cache.ts';
import { keepAhead, LEAST_SHARED, MOST_SHARED, pays } from '../../scripts/keeping.ts';
import { plainFacts } from '../exports/plain-facts.ts';
import { exportsOf, workspaceIn } from '../workspace.ts';

const TIME = { timeout: 180_000 };
const two = availableParallelism() > 1;
const SETTINGS = 'firm: { name: Test, zone: Europe/London }\ncomplaints: { rule: { subject: [unhappy] } }\nignore: ["old*"]\n';
const HEAD = 'ticket_id,client,subject,opened_at,reopened_count\n';
/** Rows about one week; the subjects make a few of them weigh what a second processor is worth. */
const week = (at: number, rows: number, letters: number): string =>
  HEAD +
  Array.from(
    { length: rows },
    (_, row) => `W${at}-${row},Client ${row % 7},${row % 9 === 0 ? 'Unhappy' : 'Plain'} ${`${row}`.padEnd(letters, '.')},2026-03-0${at} 09:00,${row % 3}\n`,
  ).join('');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keeping-'));
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'settings.yaml'), SETTINGS);
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, 'exports', name), content);
const cacheIn = (name: string): DiskCache => diskCache(join(folder, name, 'columns'), Date.now());

test('what two processes have read and kept gives the facts, the accounts and the issues of one', TIME, async () => {
  put('w1.csv', week(1, 2000, 9000));
  put('w2.csv', week(2, 2000, 9000));
  put('w3.csv.gz', gzipSync(week(3, 400, 10)));
  put('w4.csv', week(4, 400, 10).replace('Plain 5', '"Plain 5'));
  put('w5.csv', '<html>');
  put('w6.csv', '');
  put('old.csv', week(6, 10, 10));
  expect(statSync(join(folder, 'exports', 'w1.csv')).size).toBeGreaterThan(LEAST_SHARED);
  const workspace = await workspaceIn(folder);
  const cache = cacheIn('kept');
  const [shown, spare]: [string[], number[]] = [[], []];
  const ahead = keepAhead(
    folder,
    workspace,
    cache,
    (file) => void shown.push(file),
    () => void spare.push(shown.length),
  );
  expect(await ahead).toBe(two);
  if (!two) return;
  expect(shown.toSorted()).toEqual(['w1.csv', 'w2.csv', 'w3.csv.gz', 'w4.csv', 'w5.csv', 'w6.csv']);
  expect(spare[0]).toBe(6);
  expect(readdirSync(cache.folder)).toHaveLength(4);
  expect(plainFacts(await exportsOf(workspace, { cache }))).toEqual(plainFacts(await exportsOf(workspace)));
  expect(readdirSync(cache.folder)).toHaveLength(4);
  put('w7.csv', week(7, 400, 10));
  const again = keepAhead(
    folder,
    await workspaceIn(folder),
    cache,
    () => {},
    () => void spare.push(0),
  );
  expect(await again).toBe(false);
  expect(spare).toContain(0);
  expect(readdirSync(cache.folder)).toHaveLength(4);
});

test('files that are left alone and those that are no exports are worth no second reader', async () => {
  for (const name of ['w1.csv', 'old1.csv', 'old2.csv', 'all.xlsx', 'more.xlsx']) put(name, week(1, 10, 10));
  const workspace = await workspaceIn(folder);
  const files = workspace.files.map((file) => ({ ...file, size: LEAST_SHARED }));
  const asked: string[] = [];
  const cache = { ...cacheIn('kept'), holdsAny: async () => asked.push('whether it is worth it') > 0 };
  expect(await keepAhead(folder, { ...workspace, files }, cache, () => {})).toBe(false);
  expect(asked).toEqual([]);
  expect(await keepAhead(folder, { ...workspace, files: [] }, cache, () => {})).toBe(false);
  expect(asked).toEqual([]);
});

test('a process that fails loses time alone: its files are read afterwards', TIME, async () => {
  put('w1.csv', week(1, 2000, 9000));
  put('w2.csv', week(2, 2000, 9000));
  const workspace = await workspaceIn(folder);
  const cache = cacheIn('kept');
  expect(await keepAhead(folder, { ...workspace, settingsText: 'firm: [' }, cache, () => {})).toBe(two);
  expect(plainFacts(await exportsOf(workspace, { cache }))).toEqual(plainFacts(await exportsOf(workspace)));
});

test('a second reader is begun where it can take enough off the first, and where memory allows', () => {
  const named = (name: string, ...sizes: readonly number[]) => sizes.map((size) => ({ name, size }));
  const files = (...sizes: readonly number[]) => named('a.csv', ...sizes);
  expect(pays(files(LEAST_SHARED, LEAST_SHARED), 2)).toBe(true);
  expect(pays(files(LEAST_SHARED, LEAST_SHARED), 1)).toBe(false);
  expect(pays(files(50 * LEAST_SHARED, LEAST_SHARED - 1), 2)).toBe(false);
  expect(pays(files(...Array.from({ length: 104 }, () => LEAST_SHARED / 100)), 2)).toBe(true);
  expect(pays(files(MOST_SHARED / 2, MOST_SHARED / 2), 2)).toBe(true);
  expect(pays(files(MOST_SHARED / 2, MOST_SHARED / 2, 1), 2)).toBe(false);
  expect(pays(named('a.csv.gz', MOST_SHARED / 20, MOST_SHARED / 20), 2)).toBe(true);
  expect(pays(named('a.csv.gz', MOST_SHARED / 20, MOST_SHARED / 19), 2)).toBe(false);
});
