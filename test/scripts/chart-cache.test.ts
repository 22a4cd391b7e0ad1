import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskCache } from '../../scripts/cache.ts';
import { chartCache, DRAWER } from '../../scripts/chart-cache.ts';
import { fixtures } from '../workspace.ts';
import { madeOf, outside } from './made-of.ts';
import { start } from './processes.ts';

const NOW = Date.UTC(2026, 0, 5);
const ROOT = join(import.meta.dirname, '..', '..');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = (site = 'site', version = 'v') => chartCache(diskCache(folder, NOW, version), site);
const entries = (): readonly string[] => readdirSync(folder).map((name) => join(folder, name));

async function keep(charts: Readonly<Record<string, string>>): Promise<void> {
  const cache = await opened();
  for (const [key, svg] of Object.entries(charts)) cache.write(key, svg);
  await cache.save();
}

describe('the charts of a site on the disk', () => {
  it('are those that the last build read or wrote', async () => {
    await keep({ a: '<svg>ä</svg>', b: '<svg/>', gone: '<svg/>' });
    const cache = await opened();
    expect([cache.read('a'), cache.read('b'), cache.read('c')]).toEqual(['<svg>ä</svg>', '<svg/>', null]);
    cache.write('c', '<svg>c</svg>');
    expect(cache.read('c')).toBe('<svg>c</svg>');
    await cache.save();
    const next = await opened();
    expect(['a', 'b', 'c', 'gone'].map(next.read)).toEqual(['<svg>ä</svg>', '<svg/>', '<svg>c</svg>', null]);
    expect(entries().length).toBe(1);
  });

  it('are not written where nothing changed, and are the same bytes in whatever order they were drawn', async () => {
    await keep({ a: '1', b: '2' });
    const [path] = entries();
    const [inode, bytes] = [statSync(path!).ino, readFileSync(path!)];
    const cache = await opened();
    cache.read('b');
    cache.read('a');
    await cache.save();
    expect(statSync(path!).ino).toBe(inode);
    rmSync(path!);
    await keep({ b: '2', a: '1' });
    expect(readFileSync(path!)).toEqual(bytes);
  });

  it('drawn in parts are kept by part and found by all', async () => {
    const part = (at: number) => chartCache(diskCache(folder, NOW, 'v'), 'site', { at, of: 2 });
    const [first, second] = [await part(0), await part(1)];
    first.write('a', '<svg>a</svg>');
    second.write('b', '<svg>b</svg>');
    await Promise.all([first.save(), second.save()]);
    expect(entries().length).toBe(2);
    const moved = await part(0);
    expect(['a', 'b', 'c'].map(moved.read)).toEqual(['<svg>a</svg>', '<svg>b</svg>', null]);
    await moved.save();
    expect((await part(1)).read('a')).toBe('<svg>a</svg>');
  });

  it('serve no other site and no other code', async () => {
    await keep({ a: '<svg/>' });
    expect((await opened('other')).read('a')).toBe(null);
    expect((await opened('site', 'w')).read('a')).toBe(null);
    expect((await opened()).read('a')).toBe('<svg/>');
  });

  it('are drawn anew after any damage', async () => {
    await keep({ a: '<svg class="wide"/>', b: '<svg/>' });
    const [path] = entries();
    const whole = readFileSync(path!);
    const damage = fc.oneof(
      fc.nat(whole.length - 1).map((at) => whole.map((byte, position) => (position === at ? byte ^ 0x11 : byte))),
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => Buffer.concat([whole, more])),
      fc.uint8Array({ maxLength: 200 }),
    );
    const check = async (bytes: Uint8Array) => {
      writeFileSync(path!, bytes);
      const cache = await opened();
      expect([cache.read('a'), cache.read('b')]).toEqual([null, null]);
    };
    await fc.assert(fc.asyncProperty(damage, check), { numRuns: 200 });
    await keep({ a: 'new' });
    expect((await opened()).read('a')).toBe('new');
  });

  it('are named by every module that drawing stands on', () => {
    expect(madeOf('src/components/drawn.ts').length).toBeGreaterThan(30);
    expect(outside('src/components/drawn.ts', DRAWER)).toEqual([]);
  });
});

/** The pages and tables of a build in this folder, by name. */
async function built(name: string, ...words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const out = join(folder, name);
  const made = await start([join(ROOT, 'scripts/build.ts'), '--data', join(fixtures, 'overlapping-weeks'), '--out', out, ...words], {}, folder).ended;
  expect(made.code, made.err).toBe(0);
  const names = readdirSync(join(out, 'internal'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(html|csv)$/.test(file));
  return new Map(names.sort().map((file) => [file, readFileSync(join(out, 'internal', file), 'utf8')]));
}

it('a build gives the same pages without the cache, with it, from it and from one that is cut short', { timeout: 300_000 }, async () => {
  const without = await built('without', '--no-cache');
  expect(readdirSync(folder).filter((name) => name === '.cache')).toEqual([]);
  expect(await built('first')).toEqual(without);
  const kept = join(folder, '.cache', 'charts');
  const [name, ...others] = readdirSync(kept);
  const path = join(kept, name!);
  const whole = readFileSync(path);
  expect(others).toEqual([]);
  const [key, charts] = [name!.slice(name!.indexOf('-') + 1), JSON.parse(whole.subarray(24 + 32).toString()) as [string, string][]];
  const text = Buffer.from(JSON.stringify(charts.map(([chart]) => [chart, '<svg>from the cache</svg>'])));
  const cache = diskCache(kept, NOW, name!.slice(0, name!.indexOf('-')));
  await cache.write(key, [createHash('sha256').update(key).update(text).digest(), text]);
  expect((await built('other')).get('index.html')).toContain('<svg>from the cache</svg>');

  writeFileSync(path, whole.subarray(0, -1));
  expect(await built('cut')).toEqual(without);
  expect(readFileSync(path)).toEqual(whole);
});
