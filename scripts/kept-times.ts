import { createReadStream, existsSync } from 'node:fs';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { inTurns } from './turns.ts';

const PIECE = 1 << 18;

/** Whether two files of one size hold the same bytes. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = [one, other].map((path) => createReadStream(path, { highWaterMark: PIECE })[Symbol.asyncIterator]());
  try {
    for (;;) {
      const [left, right] = await Promise.all([a!.next(), b!.next()]);
      if (left.done === true || right.done === true) return left.done === right.done;
      if (!(left.value as Buffer).equals(right.value as Buffer)) return false;
    }
  } finally {
    await Promise.all([a!.return?.(), b!.return?.()]);
  }
}

/** How many files of a new site are as they were. */
export interface Kept {
  readonly same: number;
  readonly changed: number;
}

async function keepTime(file: string, old: string | null, now: number): Promise<keyof Kept> {
  const [made, before] = await Promise.all([stat(file), old === null ? null : stat(old).catch(() => null)]);
  if (old !== null && before?.isFile() === true && before.size === made.size && (await isSame(file, old))) {
    await utimes(file, before.atime, before.mtime);
    return 'same';
  }
  // Whole seconds, and later than the old file: hosts compare no finer.
  const changed = before === null ? now : Math.max(now, Math.floor(before.mtimeMs / 1000) + 1);
  await utimes(file, changed, changed);
  return 'changed';
}

/**
 * Gives every file under a new site's folder the time of the same file in the published one where their bytes are equal, and the time
 * of this build (`now`, epoch seconds) where they differ: a host's sync then uploads the rest alone.
 */
export async function keepTimes(made: string, published: string | null, now: number): Promise<Kept> {
  const entries = existsSync(made) ? await readdir(made, { recursive: true, withFileTypes: true }) : [];
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(made.length + 1));
  const kinds = await inTurns(files, (file) => keepTime(join(made, file), published === null ? null : join(published, file), now));
  const counts = { same: 0, changed: 0 };
  for (const kind of kinds) counts[kind]++;
  return counts;
}
