import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtures } from '../workspace.ts';
import { runNode, saying, start } from './processes.ts';
import { PAGES } from './stub.ts';

const DATA = join(fixtures, 'canonical');
const STUB = join(import.meta.dirname, 'stub-build.ts');
const KILLER = join(import.meta.dirname, 'killer.ts');

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publishing-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const words = (mark: string, ms = 0): string[] => [STUB, '--data', DATA, '--out', out, '--mark', mark, '--ms', String(ms)];

/** What the site at `out` says, having made sure that all of it says the same. */
function siteMark(): string {
  const pages = PAGES.map((path) => readFileSync(join(out, 'internal', path, 'index.html'), 'utf8'));
  const report = JSON.parse(readFileSync(join(out, 'internal', 'report.json'), 'utf8')) as { masthead: string };
  const receipt = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { build: string };
  expect(new Set([...pages, report.masthead]).size).toBe(1);
  expect(readdirSync(join(out, 'internal', 'data')).sort()).toEqual(['files.csv', 'measures.csv', 'refusals.csv', 'restated.csv']);
  expect(receipt.build).toMatch(/^[0-9a-f]{12}(-\d+)?$/);
  return report.masthead;
}

function expectNoLitter(): void {
  expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.versions']);
  const versions = readdirSync(`${out}.versions`);
  expect(versions.filter((name) => !/^[0-9a-f]{12}(-\d+)?$/.test(name))).toEqual([]);
  expect(versions.length).toBeLessThanOrEqual(3);
}

test('a build killed while it runs leaves the last site whole, and the next build leaves no litter', { timeout: 180_000 }, async () => {
  expect((await runNode(words('old'))).code).toBe(0);
  for (let part = 0; part < 6; part++) {
    const build = start(words(`killed-${part}`, 400));
    await saying(build, 'rendering');
    await setTimeout(part * 60);
    build.kill('SIGKILL');
    expect((await build.ended).code).toBeNull();
    expect(siteMark()).toBe('old');
  }
  expect((await runNode(words('new'))).code).toBe(0);
  expect(siteMark()).toBe('new');
  expectNoLitter();
});

test('a build killed after any change of the disk leaves the old site or the new one', { timeout: 300_000 }, async () => {
  expect((await runNode(words('0'))).code).toBe(0);
  const shown = [siteMark()];
  for (let at = 1; ; at++) {
    const { code } = await runNode(['--import', KILLER, ...words(String(at))], { KILL_AT: String(at), KILL_UNDER: out });
    shown.push(siteMark());
    if (code === 0) break;
    expect(code).toBeNull();
    expect([shown.at(-2), String(at)]).toContain(shown.at(-1));
  }
  expect(shown.length).toBeGreaterThan(10);
  expect(new Set(shown).size).toBeGreaterThan(2);
  expectNoLitter();
});

test('keeps three versions', async () => {
  for (const mark of ['a', 'b', 'c', 'd', 'e']) expect((await runNode(words(mark))).code).toBe(0);
  expect(readdirSync(`${out}.versions`)).toHaveLength(3);
  expect(siteMark()).toBe('e');
  expect(lstatSync(out).isSymbolicLink()).toBe(true);
}, 300_000);

test('a second build at the same time ends with one line and code 1', { timeout: 300_000 }, async () => {
  const first = start(words('first', 1500));
  await saying(first, 'rendering');
  first.kill('SIGSTOP');
  const second = await runNode(words('second'));
  first.kill('SIGCONT');
  expect(second).toEqual({
    code: 1,
    out: '',
    err: `build: ${out}: another build is running (process ${first.pid}); nothing was done; wait for it, or remove ${out}.versions/.lock if it is none\n`,
  });
  expect((await first.ended).code).toBe(0);
  expect(siteMark()).toBe('first');
  expectNoLitter();
});
