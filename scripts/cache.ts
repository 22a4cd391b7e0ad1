import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ColumnCache } from '../src/exports/cache.ts';
import { compiledBeside, sweepCompiled } from './compiled.ts';
import { CODE, own } from './root.ts';

/** A cache on the disk. */
export interface DiskCache extends ColumnCache {
  readonly folder: string;
  /** Whether there is any entry of this code, sound or not. */
  readonly holdsAny: () => Promise<boolean>;
  /** Whether there is an entry under a key, sound or not. */
  readonly has: (key: string) => Promise<boolean>;
  /** Drops entries of other code, and those longest unused beyond the room there is; what this run used stays. Likewise the compiled code beside them. */
  readonly sweep: () => Promise<void>;
}

/** Everything that the reading of exports is made of. */
export const READER: readonly string[] = [
  'src/exports',
  'src/facts',
  'src/time',
  'src/issue.ts',
  'src/fold.ts',
  'src/settings.ts',
  'src/contrast.ts',
  'package-lock.json',
];
const ROOM = 2e9;
const UNUSED_MS = 40 * 86_400_000;
const VERSION_DIGITS = 12;

/** The files under these folders of the project, and these files themselves, in the order of their names. */
function filesOf(places: readonly string[]): readonly string[] {
  return places.flatMap((place) =>
    /\.\w+$/.test(place)
      ? [place]
      : readdirSync(own(place), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith(CODE))
          .sort()
          .map((name) => join(place, name)),
  );
}

/** A name of code: its sources in these places, the packages under it, the Node.js that runs it with its time zones. */
export function versionOf(places: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.versions.tz, process.arch]));
  for (const file of filesOf(places)) hash.update(`\0${file}\0`).update(readFileSync(existsSync(own(file)) ? own(file) : own('package.json')));
  return hash.digest('hex').slice(0, VERSION_DIGITS);
}

/** A name of the code that reads exports. */
export const readerVersion = (): string => versionOf(READER);

/** How many parts a file holds and the bytes of each, as numbers of eight bytes in front of them. */
const frontOf = (parts: readonly Uint8Array[]) => new Uint8Array(Float64Array.of(parts.length, ...parts.map(({ length }) => length)).buffer);

async function readPart(file: FileHandle, bytes: number): Promise<Uint8Array> {
  const part = new Uint8Array(bytes);
  for (let at = 0; at < bytes;) {
    const { bytesRead } = await file.read(part, at, bytes - at);
    if (bytesRead === 0) throw new Error('the entry is cut short');
    at += bytesRead;
  }
  return part;
}

const numbersIn = async (file: FileHandle, count: number) => new Float64Array((await readPart(file, 8 * count)).buffer as ArrayBuffer);

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The parts of a file. @throws where it does not hold what its front says. */
async function readParts(path: string): Promise<readonly Uint8Array[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const [count = 0] = await numbersIn(file, 1);
    if (!isCount(count) || 8 * count > size) throw new Error('the entry is damaged');
    const sizes = await numbersIn(file, count);
    if (!sizes.every(isCount) || sizes.reduce((sum, one) => sum + one, 8 + 8 * count) !== size) throw new Error('the entry is damaged');
    const parts: Uint8Array[] = [];
    for (const one of sizes) parts.push(await readPart(file, one));
    return parts;
  } finally {
    await file.close();
  }
}

async function writeWhole(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const made = `${path}.${process.pid}.new`;
  try {
    const file = await open(made, 'wx');
    try {
      for (const part of [frontOf(parts), ...parts]) if (part.length > 0) await file.writeFile(part);
    } finally {
      await file.close();
    }
    await rename(made, path);
  } catch (error) {
    await rm(made, { force: true });
    throw error;
  }
}

interface Kept {
  readonly path: string;
  readonly bytes: number;
  readonly used: number;
}

async function keptIn(folder: string): Promise<readonly Kept[]> {
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { path: join(folder, name), bytes: size, used: mtimeMs };
    }),
  );
}

async function sweep(folder: string, version: string, used: ReadonlySet<string>, now: number): Promise<void> {
  const kept = [...(await keptIn(folder))].sort((a, b) => b.used - a.used);
  let bytes = kept.filter(({ path }) => used.has(path)).reduce((sum, one) => sum + one.bytes, 0);
  for (const one of kept) {
    if (used.has(one.path)) continue;
    bytes += one.bytes;
    const fits = bytes <= ROOM && now - one.used < UNUSED_MS && one.path.startsWith(join(folder, version));
    const beingWritten = one.path.endsWith('.new') && now - one.used < 3_600_000;
    if (!beingWritten && (!fits || one.path.endsWith('.new'))) await rm(one.path, { force: true });
  }
}

/**
 * The cache in a folder, one file an entry. Nothing that goes wrong with it is an error: what cannot be read is parsed anew,
 * what cannot be written is not kept. `now` is the time of this run, in epoch ms.
 */
export function diskCache(folder: string, now: number, version: string = readerVersion()): DiskCache {
  const used = new Set<string>();
  let writable = true;
  const place = (key: string): string => join(folder, `${version}-${key}`);
  return {
    version,
    folder,
    holdsAny: () =>
      readdir(folder).then(
        (names) => names.some((name) => name.startsWith(`${version}-`)),
        () => false,
      ),
    has: (key) =>
      access(place(key)).then(
        () => true,
        () => false,
      ),
    async read(key) {
      const path = place(key);
      try {
        const parts = await readParts(path);
        used.add(path);
        await utimes(path, now / 1000, now / 1000).catch(() => {});
        return parts;
      } catch {
        return null;
      }
    },
    async write(key, parts) {
      if (!writable) return;
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(place(key), parts);
        used.add(place(key));
      } catch {
        writable = false;
      }
    },
    async sweep() {
      await Promise.allSettled([sweep(folder, version, used, now), sweepCompiled(compiledBeside(folder), now)]);
    },
  };
}

/** The cache of the commands that read exports, in the working directory; undefined where the command was told to do without. */
export function cacheFor(without: string | undefined): DiskCache | undefined {
  return without === undefined ? diskCache(join(process.cwd(), '.cache', 'columns'), Date.now()) : undefined;
}
