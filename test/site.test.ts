import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { runNode } from './scripts/processes.ts';
import { siteRules } from './site-rules.ts';
import { siteScripts } from './site-scripts.ts';

const internal = (): string => join(inject('site'), 'internal');

/** Every file of a folder with the hash of its bytes. */
function hashesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile());
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

describe('the demo site', () => {
  test('is the same, byte for byte, in another zone, locale and place', { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'again-'));
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', NODE_ENV: 'development' };
    const { code } = await runNode(['scripts/build.ts', '--data', 'data', '--out', join(folder, 'elsewhere')], env);
    expect(code).toBe(0);
    const again = hashesOf(join(folder, 'elsewhere', 'internal'));
    rmSync(folder, { recursive: true, force: true });
    expect(again).toEqual(hashesOf(internal()));
  });

  test('holds pages, tables and the report, and nothing else', () => {
    const strange = Object.keys(hashesOf(internal())).filter((file) => !/^((.+\/)?index\.html|data\/[a-z0-9-]+\.csv|report\.json)$/.test(file));
    expect(strange).toEqual([]);
  });

  test('holds the page of promises with a table behind each of its charts', () => {
    const files = Object.keys(hashesOf(internal()));
    const source = readFileSync(join(internal(), 'promises', 'index.html'), 'utf8');
    const tables = [...source.matchAll(/href="\.\.\/(data\/[a-z0-9-]+\.csv)"/g)].map(([, file]) => file!);
    expect(tables).toEqual(
      expect.arrayContaining(['data/promise-board.csv', 'data/promises-by-client.csv', 'data/promises-overdue.csv', 'data/window-widths.csv']),
    );
    expect(tables.filter((file) => !files.includes(file))).toEqual([]);
    expect(source).toMatch(/definitions\/index\.html#B21"/);
  });
});

siteRules(internal);
siteScripts(internal);
