import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/pipeline.ts';
import { exportsOf, fixtures, settingsWith, workspaceIn } from '../workspace.ts';
import { memoryCache } from './memory-cache.ts';
import { plainFacts } from './plain-facts.ts';

const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('from the cache come the same facts and issues', () => {
  it.each(folders.map(({ name }) => name))('%s', async (name) => {
    const workspace = await workspaceIn(join(fixtures, name));
    const { cache, counts } = memoryCache();
    const without = plainFacts(await exportsOf(workspace));
    const first = await exportsOf(workspace, { cache });
    expect(counts).toEqual({ hits: 0, misses: expect.any(Number), writes: first.files.length });
    const second = await exportsOf(workspace, { cache });
    expect(counts.hits).toBe(first.files.length);
    expect(counts.writes).toBe(first.files.length);
    expect(plainFacts(first)).toEqual(without);
    expect(plainFacts(second)).toEqual(without);
  });

  it('and the same report of the demo', { timeout: 180_000 }, async () => {
    const { files, settings } = await workspaceIn('data');
    const { cache, counts } = memoryCache();
    const [without, first, second] = [
      await buildReport(files, settings),
      await buildReport(files, settings, { cache }),
      await buildReport(files, settings, { cache }),
    ];
    expect(counts.hits).toBe(counts.writes);
    expect(counts.writes).toBeGreaterThan(10);
    expect(JSON.stringify(first) === JSON.stringify(without)).toBe(true);
    expect(JSON.stringify(second) === JSON.stringify(without)).toBe(true);
  });
});

describe('an entry serves only what it was made of', () => {
  const ROWS = 'ticket_id,client,opened_at\nT-1,A,2025-03-03 09:00\n';

  async function hitsAfter(
    change: (folder: string) => { readonly settings?: Readonly<Record<string, unknown>>; readonly version?: string } | void,
  ): Promise<number> {
    const folder = mkdtempSync(join(tmpdir(), 'cache-'));
    try {
      cpSync(join(fixtures, 'impossible-date'), folder, { recursive: true });
      writeFileSync(join(folder, 'exports', 'own.csv'), ROWS);
      const { cache, counts } = memoryCache();
      const settings = settingsWith();
      const before = await workspaceIn(folder);
      await exportsOf({ ...before, settings }, { cache });
      const changed = change(folder) ?? {};
      const after = await workspaceIn(folder);
      const used = { ...after, settings: settingsWith(changed.settings) };
      const read = await exportsOf(used, { cache: { ...cache, version: changed.version ?? cache.version } });
      expect(plainFacts(read)).toEqual(plainFacts(await exportsOf(used)));
      return counts.hits;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it.each([
    ['nothing changed', () => {}, 3],
    ['a byte of a file', (folder: string) => writeFileSync(join(folder, 'exports', 'own.csv'), ROWS.replace('T-1', 'T-2')), 2],
    ['the time written anew', (folder: string) => writeFileSync(join(folder, 'exports', 'own.csv'), ROWS), 3],
    ['the code', () => ({ version: 'two' }), 0],
    ['the zone of the firm', () => ({ settings: { firm: { name: 'Test', zone: 'Europe/Madrid' } } }), 0],
    ['a setting of one file', () => ({ settings: { sources: [{ files: 'own.csv', zone: 'Asia/Tokyo' }] } }), 2],
    ['a setting that no file is read by', () => ({ settings: { targets: { satisfaction: [80, 90] } } }), 3],
  ] as const)('%s', async (_, change, hits) => {
    expect(await hitsAfter(change as Parameters<typeof hitsAfter>[0])).toBe(hits);
  });

  it('a file that changes while it is read is not kept', async () => {
    const { cache, counts } = memoryCache();
    let [turn, bytes] = [0, new TextEncoder().encode(ROWS)];
    const file = {
      name: 'own.csv',
      size: 1,
      hash: async () => String(turn++),
      open: async function* () {
        yield bytes;
      },
    };
    const { files } = await exportsOf({ files: [file], settings: settingsWith() }, { cache });
    expect([files.length, counts.writes]).toEqual([1, 0]);
  });
});
