import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { own } from '../root.ts';
import { putWeek, takeLastWeek } from './last-week.ts';
import { grouped, measured, type Run } from './measured.ts';
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

const line = (what: string, { seconds, megabytes }: Built, more: string): string =>
  `${what.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s ${megabytes.toFixed(0).padStart(6)} MB  ${more}`;

/**
 * The whole build, exports to site, for a workspace of this size: once from nothing, once with a week more, once with nothing
 * new; beside papaparse alone over the same files, the middle one of three runs around the first build.
 */
export async function site(folder: string, size: Size): Promise<void> {
  const data = join(folder, 'data');
  const paths = await writeWorkspace(join(data, 'exports'), size);
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'settings.yaml'), stringify(BENCH));
  const weekly = paths.filter((path) => /(tickets|surveys|contacts|time)\.csv$/.test(path)).map((path) => ({ path, week: takeLastWeek(path) }));
  const alone = (): Promise<Run> => measured('bare', '', ...paths);
  const before = await alone();
  const first = await built(folder);
  const runs = [before, await alone(), await alone()];
  const bare = runs.toSorted((a, b) => a.seconds - b.seconds)[1]!;
  for (const { path, week } of weekly) putWeek(path, week);
  const [more, again] = [await built(folder), await built(folder)];
  const allowed = TIMES_BARE * bare.seconds + PAGE_SECONDS * first.pages;
  console.log(`exports to site, ${grouped(size.tickets)} tickets, ${grouped(size.clients)} clients, two years, ${grouped(first.pages)} pages\n`);
  console.log(line('papaparse alone', { ...bare, pages: 0 }, ''));
  console.log(line('from nothing', first, `${(first.seconds / allowed).toFixed(2)} of ${TIMES_BARE} x papaparse and 25 ms a page`));
  console.log(line('one week more', more, `${(more.seconds / first.seconds).toFixed(2)} of the first`));
  console.log(line('nothing new', again, `${(again.seconds / first.seconds).toFixed(2)} of the first`));
}
