import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { progressOn } from '../../scripts/progress.ts';
import { buildSite } from '../../scripts/site.ts';
import type { Stages } from '../../scripts/stages.ts';
import { issue } from '../../src/issue.ts';
import { fixtures } from '../workspace.ts';
import { runNode } from './processes.ts';
import { reportSaying, stagesSaying } from './stub.ts';

const BUILD = join(import.meta.dirname, '..', '..', 'scripts', 'build.ts');
const DATA = join(fixtures, 'canonical');

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds with these stages; the exit code and what was said, without the steps. */
async function built(stages: Stages, asOf?: string, data = DATA): Promise<{ code: number; said: readonly string[] }> {
  let text = '';
  const shown = progressOn({ write: (more: string) => (text += more) }, false);
  const code = await buildSite({ data, out, asOf }, stages, { ...shown, stage: () => {} });
  return { code, said: text.trimEnd().split('\n') };
}

const json = (file: string) => JSON.parse(readFileSync(join(out, file), 'utf8')) as Record<string, unknown>;

describe('a site', () => {
  test('comes with its receipt, and a summary ends the run', async () => {
    const { code, said } = await built(stagesSaying('one', 0));
    expect(code).toBe(0);
    const receipt = json('build.json') as { inputs: { file: string }[] };
    expect(receipt).toMatchObject({
      sequence: 1,
      previous: null,
      asOf: '2026-03-15',
      versions: { courtesy: '0.1.0', node: process.versions.node },
      counts: { files: 0, pages: 4, clients: 0, facts: { tickets: 1234 }, issues: { error: 0, warning: 0, note: 0 } },
      durations: { report: expect.any(Number), pages: expect.any(Number) },
      pages: [{ page: 'index.html', bytes: 3, gzip: 23 }, { page: 'one/index.html' }, { page: 'two/index.html' }, { page: 'three/index.html' }],
    });
    expect(receipt.inputs.map(({ file }) => file)).toEqual([
      'settings.yaml',
      ...readdirSync(join(DATA, 'exports'))
        .sort()
        .map((file) => `exports/${file}`),
    ]);
    expect(receipt.inputs[0]).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(said.at(-1)).toBe(`site: ${out}/internal/index.html (build ${readlinkSync(out).slice(-12)})`);
    expect(said.at(-4)).toBe('0 files, 0 rows read: 0 used, 0 duplicate, 0 superseded, 0 refused, 0 not data');
  });

  test('is named by what it was made from', async () => {
    const other = join(folder, 'data');
    cpSync(DATA, other, { recursive: true });
    const name = async (asOf?: string, data?: string): Promise<string> => {
      rmSync(`${out}.versions`, { recursive: true, force: true });
      await built(stagesSaying('x', 0), asOf, data);
      return readlinkSync(out).slice('dist.versions/'.length);
    };
    const first = await name();
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(await name(undefined, other)).toBe(first);
    expect(await name('2026-03-15')).not.toBe(first);
    rmSync(join(other, 'exports', 'events.csv'));
    expect(await name(undefined, other)).not.toBe(first);
  });

  test('made twice from the same has a number behind its name', async () => {
    await built(stagesSaying('x', 0));
    const first = readlinkSync(out);
    await built(stagesSaying('x', 0));
    expect(readlinkSync(out)).toBe(`${first}-2`);
    expect(json('build.json')['sequence']).toBe(2);
  });

  test('tells its changes from the newest report of an earlier day, also in a second run of the week', async () => {
    const given: (string | undefined)[] = [];
    const run = (mark: string, asOf: string) => {
      const { report, pages } = stagesSaying(mark, 0, asOf);
      return built({
        report: async (workspace, day, previous, ...rest) => {
          given.push((await previous(asOf))?.masthead);
          return report(workspace, day, previous, ...rest);
        },
        pages,
      });
    };
    await run('week 1', '2026-03-08');
    await run('week 2', '2026-03-15');
    const name = readlinkSync(out);
    await run('week 2 again', '2026-03-15');
    expect(given).toEqual([undefined, 'week 1', 'week 1']);
    expect(readlinkSync(out)).toBe(`${name}-2`);
    expect(json('build.json')['previous']).toMatch(/^[0-9a-f]{12}$/);
  });

  test('that lacks a page is not published', async () => {
    const stages = stagesSaying('one', 0);
    await built(stages);
    const lacking: Stages = { ...stages, pages: async (_, into) => mkdirSync(join(into, 'one'), { recursive: true }) as never };
    await expect(built(lacking)).rejects.toThrow('the site lacks index.html, one/index.html, two/index.html and 1 more');
    expect(json('internal/report.json')['masthead']).toBe('one');
    expect(readdirSync(`${out}.versions`)).toHaveLength(1);
  });
});

test('refused data leave the last site, and the summary says so', async () => {
  const bad = [issue('file-unrecognised', { file: 'a.csv' })];
  const refusing: Stages = { ...stagesSaying('two', 0), report: async () => ({ report: null, issues: bad }) };
  expect(await built(refusing)).toMatchObject({
    code: 1,
    said: [expect.stringMatching(/^a\.csv: no known/), 'refused: 1 error, 0 warnings, 0 notes; no site was built'],
  });
  expect(existsSync(out)).toBe(false);
  await built(stagesSaying('one', 0));
  expect((await built(refusing)).said.at(-1)).toBe('refused: 1 error, 0 warnings, 0 notes; the last site was left as it is');
  expect(json('internal/report.json')['masthead']).toBe('one');
  expect(readdirSync(`${out}.versions`)).toHaveLength(1);
});

test('cells that could not be used are said with the list that has them all', async () => {
  const issues = [2, 3, 4, 5, 6, 7].map((line) => issue('cell-not-number', { file: 'a.csv', line, column: 'n', text: 'x' }));
  const { said } = await built({
    ...stagesSaying('one', 0),
    report: async () => ({ report: reportSaying('one'), issues, figures: { grid: () => null, accounts: [] } }),
  });
  expect(said.slice(4, 6)).toEqual([
    expect.stringMatching(/^a\.csv: line 6: column "n": "x": /),
    'a.csv: … and 1 more like it: see internal/data/refusals.csv',
  ]);
});

describe('the command', () => {
  const words = (data: string, ...more: string[]): string[] => [BUILD, '--data', data, '--out', out, ...more];

  test('stops at a file that it does not recognise and leaves the last site', { timeout: 300_000 }, async () => {
    await built(stagesSaying('one', 0));
    const { code, out: stdout, err } = await runNode(words(join(fixtures, 'unrecognised')));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(err).toMatch(/^invoices\.csv: no known export has these columns .*; the build stopped; /m);
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^refused: 2 errors, .*; the last site was left as it is$/);
    expect(json('internal/report.json')['masthead']).toBe('one');
  });

  test.each([
    [
      'an option that it does not have',
      ['--fast'],
      "build: Unknown option '--fast'; use: npm run build -- [--data DIR] [--out DIR] [--as-of YYYY-MM-DD] [--confirm FINDING,…] [--today YYYY-MM-DD] [--rollback] [--no-cache]",
    ],
    ['a day that does not exist', ['--as-of', '2026-02-30'], 'build: "2026-02-30" is no day of the calendar; write --as-of YYYY-MM-DD'],
    ['a today that does not exist', ['--today', 'yesterday'], 'build: "yesterday" is no day of the calendar; write --today YYYY-MM-DD'],
    ['a workspace that does not exist', ['--data', '/nowhere'], 'build: /nowhere: there is no such folder; name the workspace with --data'],
    ['a workspace that is a file', ['--data', BUILD], `build: ${BUILD}: this is not a folder; name the workspace with --data`],
  ])('is used wrongly with %s', { timeout: 60_000 }, async (_, more, said) => {
    expect(await runNode(words(DATA, ...more))).toEqual({ code: 2, out: '', err: `${said}\n` });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is used wrongly with a place that is taken', { timeout: 60_000 }, async () => {
    mkdirSync(out);
    const { code, err } = await runNode(words(DATA));
    expect(code).toBe(2);
    expect(err).toBe(`build: ${out}: a folder that no build made is there; nothing was touched; move it away, or name another place with --out\n`);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('is used wrongly with a place that it would read, also by way of a link', { timeout: 60_000 }, async () => {
    const data = join(folder, 'data');
    cpSync(DATA, data, { recursive: true });
    symlinkSync(join(data, 'exports'), join(folder, 'link'));
    for (const place of [join(data, 'exports', 'new', 'dist'), join(data, 'clients', 'dist'), join(folder, 'link', 'dist')]) {
      const { code, err } = await runNode([BUILD, '--data', data, '--out', place]);
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringMatching(/^build: \S+: the next build would read this site, for it reads all in \S+; name another place with --out\n$/),
      });
    }
    expect(readdirSync(join(data, 'exports'))).toEqual(readdirSync(join(DATA, 'exports')));
    for (const place of [join(data, 'dist'), join(data, 'exports-site')])
      expect(
        await buildSite({ data, out: place, asOf: undefined }, stagesSaying('one', 0), { ...progressOn({ write: () => true }, false), stage: () => {} }),
      ).toBe(0);
  });

  test('says the unexpected in one line, with the stack only when asked', { timeout: 60_000 }, async () => {
    const broken = `data:text/javascript,${encodeURIComponent("import fs from 'node:fs'; fs.lstatSync = () => { throw new Error('what is this'); }; import { syncBuiltinESMExports } from 'node:module'; syncBuiltinESMExports();")}`;
    const { code, err } = await runNode(['--import', broken, ...words(DATA)]);
    expect({ code, err }).toEqual({ code: 1, err: 'build: unexpected: what is this\n' });
    expect((await runNode(['--import', broken, ...words(DATA)], { COURTESY_DEBUG: '1' })).err).toMatch(/\n +at /);
  });
});
