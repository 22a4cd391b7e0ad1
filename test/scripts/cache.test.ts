import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskCache, READER, readerVersion } from '../../scripts/cache.ts';
import { plainFacts } from '../exports/plain-facts.ts';
import { exportsOf, fixtures, workspaceIn } from '../workspace.ts';
import { madeOf, outside } from './made-of.ts';
import { start } from './processes.ts';

const NOW = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;
const ROOT = join(import.meta.dirname, '..', '..');

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'disk-')), 'columns');
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

const part = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const entries = (): readonly string[] => readdirSync(folder).sort();

describe('a cache on the disk', () => {
  it('gives back the parts that it was given, each in memory of its own', async () => {
    const cache = diskCache(folder, NOW, 'v');
    await cache.write('a', [part(1, 2, 3), part(), part(4)]);
    const parts = (await cache.read('a'))!;
    expect(parts).toEqual([part(1, 2, 3), part(), part(4)]);
    expect(new Set(parts.map(({ buffer }) => buffer)).size).toBe(3);
    expect(await cache.read('b')).toBe(null);
    expect(await diskCache(folder, NOW, 'w').read('a')).toBe(null);
    expect(entries()).toEqual(['v-a']);
  });

  it('that cannot be written costs nothing but time', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    const cache = diskCache(folder, NOW, 'v');
    await cache.write('a', [part(1)]);
    expect(await cache.read('a')).toBe(null);
    await cache.sweep();
    expect(readFileSync(folder, 'utf8')).toBe('a file where the folder should be');
  });

  it('keeps what was used and drops other code, old entries and what was left half written', async () => {
    const old = diskCache(folder, NOW, 'v');
    for (const key of ['used', 'fresh', 'old']) await old.write(key, [part(1)]);
    await diskCache(folder, NOW, 'w').write('other', [part(1)]);
    writeFileSync(join(folder, 'v-half.1.new'), '');
    const at = (name: string, time: number) => utimesSync(join(folder, name), time / 1000, time / 1000);
    for (const name of entries()) at(name, NOW - 50 * DAY);
    at('v-fresh', NOW - 20 * DAY);
    const cache = diskCache(folder, NOW, 'v');
    await cache.read('used');
    await cache.sweep();
    expect(entries()).toEqual(['v-fresh', 'v-used']);
    await diskCache(folder, NOW + 39 * DAY, 'v').sweep();
    expect(entries()).toEqual(['v-used']);
  });

  it('takes along the compiled code beside it that was not used for long', async () => {
    const code = join(dirname(folder), 'code');
    mkdirSync(join(code, 'v24'), { recursive: true });
    const write = (name: string, read: number, written: number) => {
      writeFileSync(join(code, 'v24', name), 'code');
      utimesSync(join(code, 'v24', name), read / 1000, written / 1000);
    };
    write('old', NOW - 31 * DAY, NOW - 40 * DAY);
    write('read', NOW - 2 * DAY, NOW - 40 * DAY);
    write('new', NOW - 40 * DAY, NOW - 2 * DAY);
    await diskCache(folder, NOW, 'v').sweep();
    expect(readdirSync(join(code, 'v24')).sort()).toEqual(['new', 'read']);
  });

  it('is left alone by damage: whatever becomes of an entry, the facts stay the same', async () => {
    const workspace = await workspaceIn(join(fixtures, 'impossible-date'));
    const without = plainFacts(await exportsOf(workspace));
    await exportsOf(workspace, { cache: diskCache(folder, NOW, 'v') });
    const whole = entries().map((name) => [name, readFileSync(join(folder, name))] as const);
    const [first, second] = whole.map(([, bytes]) => bytes);
    expect(whole.length).toBeGreaterThan(1);
    const damage = fc.oneof(
      fc.nat(first!.length - 1).map((at) => first!.map((byte, position) => (position === at ? byte ^ 0x11 : byte))),
      fc.nat(first!.length - 1).map((length) => first!.subarray(0, length)),
      fc.uint8Array({ maxLength: 40 }).map((more) => Buffer.concat([first!, more])),
      fc.uint8Array({ maxLength: 200 }),
      fc.constant(second!),
    );
    const check = async (bytes: Uint8Array) => {
      writeFileSync(join(folder, whole[0]![0]), bytes);
      expect(plainFacts(await exportsOf(workspace, { cache: diskCache(folder, NOW, 'v') }))).toEqual(without);
      expect(readFileSync(join(folder, whole[0]![0])).equals(bytes)).toBe(first!.equals(bytes));
    };
    await fc.assert(fc.asyncProperty(damage, check), { numRuns: 60 });
  });
});

describe('the version of the reader', () => {
  it('covers every module that reading stands on', () => {
    expect(madeOf('src/exports/exports.ts').length).toBeGreaterThan(50);
    expect(outside('src/exports/exports.ts', READER)).toEqual([]);
  });

  it('is the same for the same code', () => {
    expect(readerVersion()).toMatch(/^[0-9a-f]{12}$/);
    expect(readerVersion()).toBe(readerVersion());
  });
});

it('check says the same with the cache, from it and without it', { timeout: 180_000 }, async () => {
  const cwd = dirname(folder);
  mkdirSync(join(cwd, 'empty'));
  const check = (...more: readonly string[]) => start([join(ROOT, 'scripts/check.ts'), '--data', join(fixtures, 'overlapping-weeks'), ...more], {}, cwd).ended;
  const without = await check('--no-cache');
  expect(readdirSync(cwd)).toEqual(['empty']);
  const first = await check();
  const kept = readdirSync(join(cwd, '.cache', 'columns'));
  expect(kept.length).toBeGreaterThan(0);
  expect([without.code, first, await check()]).toEqual([0, without, without]);
  expect(readdirSync(join(cwd, '.cache', 'columns'))).toEqual(kept);
});
