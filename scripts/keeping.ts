import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { givenFor, keyOf } from '../src/exports/cache.ts';
import { exportsAmong, type Progress } from '../src/exports/exports.ts';
import type { ExportFile } from '../src/exports/file.ts';
import type { Hashes } from '../src/load/file-hash.ts';
import type { Workspace } from '../src/load/workspace.ts';
import { zoneOf } from '../src/time/zone.ts';
import type { DiskCache } from './cache.ts';
import { processOf } from './processes.ts';
import { queue } from './queue.ts';

/** What a process that reads files into the cache is given at its start. */
export interface Given {
  /** The workspace's folder. */
  readonly folder: string;
  readonly settingsText: string;
  /** The folder of the columns that are kept. */
  readonly cache: string;
  /** What is known of the files. */
  readonly hashes: Hashes;
}

/** Bytes that a second processor must be able to take off the first before it is worth its start. */
export const LEAST_SHARED = 16_000_000;
/** Bytes in all beyond which one processor reads alone: two at work take 250 MB more than one, and a gigabyte is to be enough. */
export const MOST_SHARED = 1_000_000_000;
/** How many times its size a file packed by gzip is taken for. */
const PACKED = 10;
const PROCESSORS = 2;

type Sized = Pick<ExportFile, 'name' | 'size'>;

/** Bytes that these files are taken for once they are unpacked. */
export const sizesOf = (files: readonly Sized[]): readonly number[] => files.map(({ name, size }) => (/\.gz$/i.test(name) ? PACKED * size : size));

/** Whether two processors read these files in less time than one, within a gigabyte: what can be read beside the largest is no trifle. */
export function pays(files: readonly Sized[], processors: number): boolean {
  const sizes = sizesOf(files);
  const sum = sizes.reduce((total, size) => total + size, 0);
  return processors >= PROCESSORS && sum <= MOST_SHARED && sum - Math.max(0, ...sizes) >= LEAST_SHARED;
}

/** Has a process take files off a queue one by one until there is none; ends early, without a word, where the process does. */
function emptied(other: ChildProcess, given: Given, next: () => Promise<ExportFile | undefined>): Promise<void> {
  return new Promise((resolve) => {
    if (!other.connected) return resolve();
    const go = async (): Promise<void> => {
      const file = await next();
      if (!other.connected) return;
      if (file === undefined) other.disconnect();
      else other.send(file.name, () => {});
    };
    other.on('message', go);
    other.once('error', () => resolve());
    other.once('exit', () => resolve());
    other.send(given, () => {});
    void go();
  });
}

/** The files that a cache does not hold, the largest first, each as soon as its bytes are known. */
async function* unkept({ files, settings }: Workspace, cache: DiskCache): AsyncGenerator<ExportFile> {
  const zone = zoneOf(settings.firm.zone);
  const sought = zone === null ? [] : exportsAmong(files, settings).toSorted((a, b) => b.size - a.size);
  for (const file of sought) {
    const key = await keyOf(cache, file, givenFor(file, settings, zone!));
    if (key !== null && !(await cache.has(key))) yield file;
  }
}

/**
 * Reads the files that the cache does not hold into it, in two processes of their own, where that pays: their memory is none
 * of this one's. It may fail at any file: who reads the exports afterwards reads that file anew. Tells whether it did anything. `spare` is
 * called as soon as a processor has nothing to read, so that it can begin what comes next.
 */
export async function keepAhead(folder: string, workspace: Workspace, cache: DiskCache, shown: Progress, spare: () => void = () => {}): Promise<boolean> {
  const processors = availableParallelism();
  if (!pays(exportsAmong(workspace.files, workspace.settings), processors)) {
    spare();
    return false;
  }
  const keepers: ChildProcess[] = [];
  const begin = (): void => {
    while (keepers.length < PROCESSORS) keepers.push(processOf('beside', 'scripts/keeping-worker.ts', cache.folder));
  };
  if (await cache.holdsAny()) spare();
  else begin();
  const working: Promise<void>[] = [];
  const missing: ExportFile[] = [];
  const { put, end, next: taken } = queue<ExportFile>();
  let at = 0;
  const next = async (): Promise<ExportFile | undefined> => {
    const file = await taken();
    if (file === undefined) spare();
    else shown(file.name, at++, missing.length);
    return file;
  };
  const given = { folder, settingsText: workspace.settingsText, cache: cache.folder, hashes: workspace.hashes };
  for await (const file of unkept(workspace, cache)) {
    missing.push(file);
    put(file);
    if (sizesOf(missing).reduce((sum, size) => sum + size, 0) >= LEAST_SHARED) begin();
    if (working.length === 0 && pays(missing, processors)) working.push(...keepers.map((keeper) => emptied(keeper, given, next)));
  }
  end();
  if (working.length === 0) {
    for (const keeper of keepers) keeper.kill();
    spare();
  }
  await Promise.all(working);
  return working.length > 0;
}
