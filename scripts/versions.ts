import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Misuse, Refused } from './command.ts';
import { makeFolder } from './folder.ts';
import { takeLock } from './lock.ts';

/** Where a site is published: `out`, a link to one of the folders in `versions`. Both absolute. */
export interface Place {
  readonly out: string;
  readonly versions: string;
}

const KEPT = 3;
const NAME = /^[0-9a-f]{12}(-\d+)?$/;
const LOCK = '.lock';
const UNFINISHED = '.building-';

export function placeAt(out: string): Place {
  const path = resolve(out);
  return { out: path, versions: `${path}.versions` };
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Makes sure that a site may be published here: nothing lies there, or a link that a build made.
 * @throws Misuse when something else lies there.
 */
export function checkPlace({ out, versions }: Place): void {
  const found = lstatSync(out, { throwIfNoEntry: false });
  if (found === undefined) return;
  const advice = 'nothing was touched; move it away, or name another place with --out';
  if (!found.isSymbolicLink()) throw new Misuse(`${out}: a ${found.isDirectory() ? 'folder' : 'file'} that no build made is there; ${advice}`);
  const target = resolve(dirname(out), readlinkSync(out));
  if (realOf(dirname(target)) !== realOf(versions)) throw new Misuse(`${out}: a link to ${target} that no build made is there; ${advice}`);
}

/** Name of the version that is published, null where none is. */
export function published({ out }: Place): string | null {
  return lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink() === true ? basename(readlinkSync(out)) : null;
}

/** A version that is whole. */
export interface Version {
  readonly name: string;
  /** 1 for the first at a place, one more for each further one. */
  readonly sequence: number;
  /** Last day of its report, '' where its build.json does not say. */
  readonly asOf: string;
  /** The versions that were published before it, newest first; null where its build.json does not say. */
  readonly after: readonly string[] | null;
}

function versionAt(place: Place, name: string): Version {
  try {
    const told = JSON.parse(readFileSync(join(place.versions, name, 'build.json'), 'utf8')) as { sequence?: unknown; asOf?: unknown; after?: unknown };
    const after = Array.isArray(told.after) ? told.after.map(String) : null;
    return { name, sequence: Number(told.sequence) || 0, asOf: String(told.asOf ?? ''), after };
  } catch {
    return { name, sequence: 0, asOf: '', after: null };
  }
}

/** The versions that are whole, newest first. Their order is the `sequence` in their build.json, never a time. */
export function versionsAt(place: Place): readonly Version[] {
  const names = existsSync(place.versions) ? readdirSync(place.versions).filter((name) => NAME.test(name)) : [];
  return names.map((name) => versionAt(place, name)).sort((a, b) => b.sequence - a.sequence || (a.name < b.name ? -1 : 1));
}

/**
 * The published version and those kept of the ones that were published before it, newest first; where nothing is published, from the
 * newest on. What a rollback withdrew is not among them.
 */
export function lineageOf(place: Place): readonly Version[] {
  const versions = versionsAt(place);
  const name = published(place);
  const now = name === null ? versions[0] : versions.find((one) => one.name === name);
  if (now === undefined) return [];
  // The name of one that was removed may have been given to a newer one since.
  const older = versions.filter(({ sequence }) => sequence < now.sequence);
  const earlier = now.after ?? older.map((one) => one.name);
  return [now, ...earlier.flatMap((one) => older.find((version) => version.name === one) ?? [])];
}

/** The newest of these versions whose report ends before a day, null without one. */
export function versionBefore(versions: readonly Version[], day: string): Version | null {
  return versions.find(({ asOf }) => asOf !== '' && asOf < day) ?? null;
}

/** The name itself, or with the first free number from 2 on where a version has it. */
export function freeName({ versions }: Place, name: string): string {
  let free = name;
  for (let count = 2; existsSync(join(versions, free)); count++) free = `${name}-${count}`;
  return free;
}

function sweep({ versions }: Place): void {
  const litter = readdirSync(versions).filter((name) => name.startsWith(UNFINISHED) || name.startsWith(`${LOCK}.`));
  for (const name of litter) rmSync(join(versions, name), { recursive: true, force: true });
}

/** A folder of its own for one build, and the end of it. */
function workFolder({ versions }: Place): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(versions, UNFINISHED));
  return {
    folder,
    remove() {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // What the build did stands whatever becomes of its folder; the next build removes it.
      }
    },
  };
}

/**
 * Runs a build alone: takes the lock of the place, removes what killed builds left, and gives a new folder beside the
 * versions, which is removed at the end whatever happens. `demandAlone` throws where another build has taken the place over meanwhile:
 * asked before anything is shown, it keeps the two apart.
 * @throws Refused when another build holds the lock, or has taken it over, and where no folder can be made at the place.
 */
export async function alone<Result>(place: Place, build: (folder: string, demandAlone: () => void) => Promise<Result>): Promise<Result> {
  makeFolder(place.versions);
  const file = join(place.versions, LOCK);
  const lock = await takeLock(file);
  if ('pid' in lock)
    throw new Refused(`${place.out}: another build is running (process ${lock.pid}); nothing was done; wait for it, or remove ${file} if it is none`);
  const demandAlone = (cause?: unknown): void => {
    if (!lock.held()) throw new Refused(`${place.out}: another build took this one for dead and goes on in its place; this one published nothing`, { cause });
  };
  try {
    sweep(place);
    const { folder, remove } = workFolder(place);
    try {
      return await build(folder, demandAlone);
    } finally {
      remove();
    }
  } catch (error) {
    demandAlone(error);
    throw error;
  } finally {
    lock.release();
  }
}

/**
 * Removes old versions: all but the newest three, the published one with the two before it, and the one that its report tells
 * its changes from. `folder` takes them out of sight first.
 */
function prune(place: Place, folder: string): void {
  const line = lineageOf(place);
  const kept = [...line.slice(0, KEPT).map(({ name }) => name), versionBefore(line, line[0]?.asOf ?? '')?.name];
  const old = versionsAt(place)
    .slice(KEPT)
    .filter(({ name }) => !kept.includes(name));
  for (const { name } of old) renameSync(join(place.versions, name), join(folder, `old-${name}`));
}

/** Makes a version that is there the published one, by a single rename of a link made in `folder`. */
export function point(place: Place, folder: string, name: string): void {
  const link = join(folder, 'link');
  if (process.platform === 'win32') {
    // Windows makes directory links without rights only as junctions, and renames nothing over them.
    symlinkSync(join(place.versions, name), link, 'junction');
    rmSync(place.out, { force: true, recursive: true });
  } else symlinkSync(join(basename(place.versions), name), link, 'dir');
  renameSync(link, place.out);
}

/**
 * Makes a whole site, `folder`/site, the version `name`, and then the published one by a single rename of the link: at
 * every moment `out` shows the old site or the new one (on Windows there is a moment without it).
 */
export function publish(place: Place, folder: string, name: string): void {
  renameSync(join(folder, 'site'), join(place.versions, name));
  point(place, folder, name);
  try {
    prune(place, folder);
  } catch {
    // The site is published; the next build removes what is old.
  }
}
