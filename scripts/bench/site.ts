import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { own } from '../root.ts';
import { putWeek, takeLastWeek } from './last-week.ts';
import { grouped, measured, median, type Run } from './measured.ts';
import { BENCH } from './settings.ts';
import type { Size } from './ticket-sheet.ts';
import { writeWorkspace } from './workspace.ts';

/** A day after the newest row, so that nothing is stale whenever the bench runs. */
const TODAY = '2026-01-05';
const PAGE_SECONDS = 0.025;
const TIMES_BARE = 12;

interface Built {
  readonly seconds: number;
  /** Peak of the largest process in MB. */
  readonly megabytes: number;
  readonly pages: number;
}

/** One build in processes of its own, from a working directory that keeps its cache. */
async function built(folder: string): Promise<Built> {
  const [peaks, out] = [join(folder, 'peaks'), join(folder, 'site')];
  await rm(peaks, { force: true });
  const words = [...process.execArgv, '--import', own('scripts/bench/peak.ts'), own('scripts/build.ts'), '--data', join(folder, 'data'), '--out', out];
  const began = performance.now();
  const child = spawn(process.execPath, [...words, '--today', TODAY], { cwd: folder, env: { ...process.env, COURTESY_BENCH_PEAK: peaks }, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the build ended with ${code}`);
  const seconds = (performance.now() - began) / 1000;
  const megabytes = (await readFile(peaks, 'utf8')).trim().split('\n').map(Number);
  const told = JSON.parse(await readFile(join(out, 'build.json'), 'utf8')) as { counts: { pages: number } };
  return { seconds, megabytes: Math.max(...megabytes), pages: told.counts.pages };
}

/** Papaparse alone and three builds, one after the other. */
interface Turn {
  readonly bare: Run;
  readonly first: Built;
  readonly more: Built;
  readonly again: Built;
}

/** The last week of an export, which lies apart from it. */
interface Weekly {
  readonly path: string;
  readonly week: string;
}

/** Begins without a site and without a cache; the last week comes after the first build, and goes again. */
async function turn(folder: string, paths: readonly string[], weekly: readonly Weekly[]): Promise<Turn> {
  for (const name of ['site', 'site.versions', '.cache']) await rm(join(folder, name), { recursive: true, force: true });
  const alone = (): Promise<Run> => measured('bare', '', ...paths);
  const before = await alone();
  const first = await built(folder);
  const runs = [before, await alone(), await alone()];
  const bare = runs.toSorted((a, b) => a.seconds - b.seconds)[1]!;
  const put = weekly.map(({ path, week }) => putWeek(path, week));
  const [more, again] = [await built(folder), await built(folder)];
  for (const path of put) await rm(path);
  return { bare, first, more, again };
}

const line = (what: string, runs: readonly Pick<Built, 'seconds' | 'megabytes'>[], more: string): string =>
  `${what.padEnd(34)} ${median(runs.map(({ seconds }) => seconds))
    .toFixed(1)
    .padStart(7)} s ${Math.max(...runs.map(({ megabytes }) => megabytes))
    .toFixed(0)
    .padStart(6)} MB  ${more}`;

/**
 * The whole build, exports to site, for a workspace of this size: from nothing, with a week more, and with nothing new; beside papaparse
 * alone over the same files, the middle one of three runs around the first build. All of it so many times in turn; then times and
 * ratios are medians, memory is the most.
 */
export async function site(folder: string, size: Size, turns: number): Promise<void> {
  const data = join(folder, 'data');
  const paths = await writeWorkspace(join(data, 'exports'), size);
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'settings.yaml'), stringify(BENCH));
  const weekly = paths.filter((path) => /(tickets|surveys|contacts|time)\.csv$/.test(path)).map((path) => ({ path, week: takeLastWeek(path) }));
  const all: Turn[] = [];
  for (let at = 0; at < turns; at++) all.push(await turn(folder, paths, weekly));
  const { pages } = all[0]!.first;
  const of = (ratio: (one: Turn) => number): string => median(all.map(ratio)).toFixed(2);
  const times = turns === 1 ? '' : `, medians of ${turns} in turn`;
  console.log(`exports to site, ${grouped(size.tickets)} tickets, ${grouped(size.clients)} clients, two years, ${grouped(pages)} pages${times}\n`);
  console.log(
    line(
      'papaparse alone',
      all.map(({ bare }) => bare),
      '',
    ),
  );
  const limit = of(({ first, bare }) => first.seconds / (TIMES_BARE * bare.seconds + PAGE_SECONDS * pages));
  console.log(
    line(
      'from nothing',
      all.map(({ first }) => first),
      `${limit} of ${TIMES_BARE} x papaparse and 25 ms a page`,
    ),
  );
  console.log(
    line(
      'one week more',
      all.map(({ more }) => more),
      `${of(({ more, first }) => more.seconds / first.seconds)} of the first`,
    ),
  );
  console.log(
    line(
      'nothing new',
      all.map(({ again }) => again),
      `${of(({ again, first }) => again.seconds / first.seconds)} of the first`,
    ),
  );
}
