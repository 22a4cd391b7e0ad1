import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { progressOn } from '../../scripts/progress.ts';
import { rollback } from '../../scripts/rollback.ts';
import { alone, placeAt } from '../../scripts/versions.ts';
import { fixtures } from '../workspace.ts';
import { weekly } from '../gates/firm.ts';
import { build, plainStages, writeWorkspace } from './firm-site.ts';
import { runNode } from './processes.ts';
import { stagesSaying } from './stub.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollback-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Publishes a site that says `mark`; its name. */
async function publishAs(mark: string, asOf = '2026-03-15'): Promise<string> {
  expect((await build({ data: join(fixtures, 'canonical'), out }, stagesSaying(mark, 0, asOf))).code).toBe(0);
  return basename(readlinkSync(out));
}

async function back(): Promise<string> {
  let text = '';
  expect(await rollback(out, progressOn({ write: (more: string) => (text += more) }, false))).toBe(0);
  return text.trim();
}

const shown = () => readFileSync(join(out, 'internal', 'index.html'), 'utf8');
const receipt = () => JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { sequence: number; previous: string | null; after: readonly string[] };

test('goes back a version at a time, and says which; with none before it nothing is done', async () => {
  const [one, two] = [await publishAs('one', '2026-03-01'), await publishAs('two', '2026-03-08')];
  const three = await publishAs('three');
  expect(await back()).toBe(
    `${out} shows build ${two}, the report up to 2026-03-08 again, instead of build ${three}, the report up to 2026-03-15; the next build goes on from it`,
  );
  expect(shown()).toBe('two');
  await back();
  expect(shown()).toBe('one');
  await expect(back()).rejects.toThrow(`${out}: there is no version before build ${one}, the report up to 2026-03-01; nothing was done`);
  expect(shown()).toBe('one');
  expect(readdirSync(`${out}.versions`).sort()).toEqual([one, two, three].sort());
});

test('a later build goes on from the version gone back to: what was withdrawn is compared with nothing', async () => {
  const one = await publishAs('one', '2026-03-01');
  await publishAs('withdrawn', '2026-03-08');
  await back();
  await publishAs('next');
  expect(receipt()).toMatchObject({ sequence: 3, after: [one] });
  await back();
  expect(shown()).toBe('one');
  await publishAs('four', '2026-03-08');
  expect(receipt()).toMatchObject({ sequence: 4, after: [one] });
});

test('restatements are told from the version gone back to', async () => {
  const data = join(folder, 'data');
  const week = async (weeks: number) => {
    writeWorkspace(data, weekly(weeks));
    expect((await build({ data, out, today: '2026-03-13' }, plainStages)).code).toBe(0);
    return basename(readlinkSync(out));
  };
  const one = await week(8);
  await week(9);
  await back();
  await week(10);
  expect(receipt().previous).toBe(one);
});

test('versions keep their line where those between are removed', async () => {
  const first = await publishAs('first', '2026-03-01');
  for (const mark of ['a', 'b', 'c', 'd', 'e']) await publishAs(mark);
  expect(readdirSync(`${out}.versions`)).toContain(first);
  expect(receipt().after).toHaveLength(4);
  await back();
  await back();
  expect(shown()).toBe('c');
  await back();
  expect(shown()).toBe('first');
});

test('there is nothing to go back from without a site, and nothing while a build is running', async () => {
  await expect(back()).rejects.toThrow(`${out}: there is no site to go back from; nothing was done`);
  expect(readdirSync(folder)).toEqual([]);
  await publishAs('one');
  await publishAs('two');
  await alone(placeAt(out), async () => {
    const { code, err } = await runNode([join(import.meta.dirname, '..', '..', 'scripts', 'build.ts'), '--out', out, '--rollback']);
    expect(code).toBe(1);
    expect(err).toMatch(/^build: .*: another build is running \(process \d+\); nothing was done/);
  });
  expect(shown()).toBe('two');
});

test('the command goes back', { timeout: 60_000 }, async () => {
  await publishAs('one');
  await publishAs('two');
  const { code, out: stdout, err } = await runNode([join(import.meta.dirname, '..', '..', 'scripts', 'build.ts'), '--out', out, '--rollback']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(err).toMatch(/ shows build [0-9a-f]{12}, the report up to 2026-03-15 again, instead of build /);
  expect(shown()).toBe('one');
  const again = await runNode([join(import.meta.dirname, '..', '..', 'scripts', 'build.ts'), '--out', out, '--rollback']);
  expect(again.code).toBe(1);
  expect(again.err).toMatch(/^build: .*: there is no version before build .*; nothing was done\n$/);
});

test('options that say nothing to it are wrong use', { timeout: 60_000 }, async () => {
  await publishAs('one');
  await publishAs('two');
  const { code, err } = await runNode([
    join(import.meta.dirname, '..', '..', 'scripts', 'build.ts'),
    '--rollback',
    '--data',
    'data',
    '--out',
    out,
    '--no-cache',
  ]);
  expect({ code, err }).toEqual({ code: 2, err: 'build: --rollback goes with --out alone; nothing was done; leave out --data, --no-cache\n' });
  expect(shown()).toBe('two');
});

test('files whose bytes are as before keep their times, also after going back', async () => {
  const data = join(folder, 'data');
  const timesOf = () => {
    const internal = join(out, 'internal');
    const files = readdirSync(internal, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(internal, file)).isFile());
    return new Map(files.map((file) => [file, { time: statSync(join(internal, file)).mtimeMs, bytes: readFileSync(join(internal, file), 'latin1') }]));
  };
  const make = async (weeks: number) => {
    writeWorkspace(data, weekly(weeks));
    expect((await build({ data, out, today: '2026-03-13' }, plainStages)).code).toBe(0);
    return timesOf();
  };
  const one = await make(8);
  const two = await make(9);
  const kinds = [...two].map(([file, { time, bytes }]) => {
    const old = one.get(file);
    const same = old?.bytes === bytes;
    expect(time === old?.time, file).toBe(same);
    if (old !== undefined && !same) expect(Math.floor(time / 1000), file).toBeGreaterThan(Math.floor(old.time / 1000));
    return same;
  });
  expect(kinds.filter((same) => same).length).toBeGreaterThan(5);
  expect(kinds.filter((same) => !same).length).toBeGreaterThan(5);
  const three = await make(9);
  expect([...three].map(([file, { time }]) => [file, time])).toEqual([...two].map(([file, { time }]) => [file, time]));
  await back();
  await back();
  expect(timesOf()).toEqual(one);
});
