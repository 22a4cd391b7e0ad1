import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { own } from '../../scripts/root.ts';
import { fixtures } from '../workspace.ts';
import { runNode } from './processes.ts';

const TIME = { timeout: 300_000 };
let folder = '';
beforeAll(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'pages-apart-')))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Renders a report's pages into a new folder as the stage of a large build does. Gives how that ended, and the folder. */
async function rendered(reportFile: string, name: string, options: readonly string[] = [], ...late: readonly string[]) {
  const work = join(folder, name);
  const site = join(work, 'site');
  mkdirSync(site, { recursive: true });
  return { site, ...(await runNode([...options, join(import.meta.dirname, 'pages-stub.ts'), reportFile, site, work, ...late])) };
}

/** Pages and their tables; the lists that a build writes besides are left out. */
function pagesIn(site: string): Readonly<Record<string, string>> {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.(html|csv)$/.test(path) && !/\/(measures|files|refusals|restated)\.csv$/.test(path));
  return Object.fromEntries(paths.sort().map((path) => [path.slice(site.length), readFileSync(path, 'utf8')]));
}

test('pages rendered in a process of their own are the pages of a build', TIME, async () => {
  const [data, out] = [join(folder, 'data'), join(folder, 'out')];
  cpSync(join(fixtures, 'overlapping-weeks'), data, { recursive: true });
  const { code } = await runNode([own('scripts/build.ts'), '--data', data, '--out', out, '--no-cache']);
  expect(code).toBe(0);
  const internal = join(out, 'internal');
  const apart = await rendered(join(internal, 'report.json'), 'apart');
  expect(apart).toMatchObject({ code: 0, err: '' });
  const names = Object.keys(pagesIn(apart.site));
  expect(names.filter((name) => name.endsWith('.html')).length).toBeGreaterThan(10);
  expect(names.filter((name) => name.endsWith('.csv')).length).toBeGreaterThan(10);
  expect(pagesIn(apart.site)).toEqual(pagesIn(internal));
});

test('what breaks there breaks the stage, with the disk’s own words', TIME, async () => {
  const { code, err } = await rendered(join(folder, 'no-report.json'), 'broken');
  expect(code).toBe(1);
  expect(err).toContain('ENOENT');
});

test('a process that is gone before it is asked ends the stage', TIME, async () => {
  const killed = `data:text/javascript,${encodeURIComponent("if (process.argv[1].includes('pages-worker')) process.kill(process.pid, 'SIGKILL');")}`;
  const { code, err } = await rendered('report.json', 'gone', ['--import', killed], '3000');
  expect(code).toBe(1);
  expect(err).toContain('the process that renders the pages ended with SIGKILL');
});
