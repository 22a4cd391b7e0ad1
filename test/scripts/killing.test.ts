import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { weekly } from '../gates/firm.ts';
import { writeWorkspace } from './firm-site.ts';
import { runNode, saying, start } from './processes.ts';

const BUILD = join(import.meta.dirname, '..', '..', 'scripts', 'build.ts');

const folder = mkdtempSync(join(tmpdir(), 'killing-'));
const data = join(folder, 'data');
const out = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = [BUILD, '--data', data, '--out', out, '--today', '2026-01-30', '--no-cache'];

/** One hash over the names and bytes of everything that is published. */
function siteHash(): string {
  const hash = createHash('sha256');
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(out, file)).isFile());
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(out, file)));
  return hash.digest('hex');
}

function expectNoLitter(): void {
  expect(readdirSync(folder).sort()).toEqual(['data', 'dist', 'dist.versions']);
  expect(readdirSync(`${out}.versions`).filter((name) => !/^[0-9a-f]{12}(-\d+)?$/.test(name))).toEqual([]);
}

let took = 0;
beforeAll(async () => {
  writeWorkspace(data, weekly(2));
  expect((await runNode(words)).code).toBe(0);
  writeWorkspace(data, weekly(3));
  const began = performance.now();
  expect((await runNode(words)).code).toBe(0);
  took = performance.now() - began;
}, 300_000);

/** Kills a build of another workspace at a moment; the site is then wholly the old one or wholly a new one. */
async function killed(moment: (build: ReturnType<typeof start>) => Promise<unknown>): Promise<void> {
  const [version, hash] = [readlinkSync(out), siteHash()];
  const build = start(words);
  await moment(build);
  build.kill('SIGKILL');
  await build.ended;
  if (readlinkSync(out) === version) expect(siteHash()).toBe(hash);
  else {
    const receipt = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { pages: readonly { page: string; bytes: number }[] };
    for (const { page, bytes } of receipt.pages) expect(statSync(join(out, 'internal', page)).size, page).toBe(bytes);
  }
}

const STAGES = ['making the report', 'reading file', 'rendering', 'writing the files for other programs', 'weighing the pages'];

test('a real build killed at any of its stages, or at any time, leaves a whole site, and the next one is well', { timeout: 300_000 }, async () => {
  for (const stage of STAGES) await killed((build) => saying(build, stage));
  // The same moments in every run, spread over the length of a build.
  for (let part = 1, state = 29; part <= 4; part++) {
    state = (state * 48_271) % 2_147_483_647;
    await killed(() => setTimeout((took * ((part - 1) / 4 + state / 2_147_483_647 / 4)) | 0));
  }
  writeWorkspace(data, weekly(4));
  const { code, err } = await runNode(words);
  expect(err.slice(-300)).toContain('site: ');
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(join(out, 'internal', 'report.json'), 'utf8'))).toMatchObject({ facts: { tickets: 120 } });
  expectNoLitter();
});
