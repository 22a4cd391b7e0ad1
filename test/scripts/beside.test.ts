import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LEAST_SHARED, MOST_SHARED, pays, readerBeside } from '../../scripts/beside.ts';
import type { Beside } from '../../src/exports/read-all.ts';
import { memoryCache } from '../exports/memory-cache.ts';
import { plainFacts } from '../exports/plain-facts.ts';
import { exportsOf, workspaceIn } from '../workspace.ts';
import { zipOf } from '../zip-of.ts';

const SETTINGS = 'firm: { name: Test, zone: Europe/London }\ncomplaints: { rule: { subject: [unhappy] } }\n';
const HEAD = 'ticket_id,client,subject,opened_at,reopened_count\n';
const week = (at: number, rows = 400): string =>
  HEAD +
  Array.from(
    { length: rows },
    (_, row) => `W${at}-${row},Client ${row % 7},${row % 9 === 0 ? 'Unhappy' : 'Plain'} ${row},2026-03-0${at} 09:00,${row % 3}\n`,
  ).join('');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'));
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'settings.yaml'), SETTINGS);
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, 'exports', name), content);

/** A second reader that takes every file it can get, and the names of those it took. */
function greedy(): { readonly beside: () => Beside; readonly took: string[] } {
  const took: string[] = [];
  const beside = (): Beside => {
    const reader = readerBeside({ folder, settingsText: SETTINGS });
    return {
      ...reader,
      read(file) {
        took.push(file.name);
        return reader.read(file);
      },
    };
  };
  return { beside, took };
}

test('two processes give the facts, the accounts and the issues of one, in the same order', { timeout: 60_000 }, async () => {
  put('w1.csv', week(1));
  put('w2.csv.gz', gzipSync(week(2)));
  put('w3.zip', zipOf([{ name: 'a/w3.csv', content: week(3) }]));
  put('w4.csv', week(4).replace('Plain 5', '"Plain 5'));
  put('w5.csv', '<html>');
  put('w6.csv', '');
  put('w7.csv', week(7, 3000));
  const workspace = await workspaceIn(folder);
  const alone = plainFacts(await exportsOf(workspace));
  const { beside, took } = greedy();
  const { cache, counts } = memoryCache();
  expect(plainFacts(await exportsOf(workspace, { beside, cache }))).toEqual(alone);
  expect(took.length).toBeGreaterThan(0);
  expect(counts).toEqual({ hits: 0, misses: 7, writes: 5 });
  expect(plainFacts(await exportsOf(workspace, { beside, cache }))).toEqual(alone);
  expect(counts.hits).toBe(5);
});

test('what breaks in the second process breaks the reading', { timeout: 60_000 }, async () => {
  put('w1.csv', week(1));
  put('w2.csv', week(2));
  const workspace = await workspaceIn(folder);
  const beside = (): Beside => readerBeside({ folder: join(folder, 'elsewhere'), settingsText: SETTINGS });
  await expect(exportsOf(workspace, { beside })).rejects.toThrow('is not there any more');
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
