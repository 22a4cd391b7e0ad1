import { existsSync } from 'node:fs';
import { open, readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { inTurns } from './turns.ts';

const PIECE = 1 << 22;

/** Whether two files of one size hold the same bytes. */
async function isSame(one: string, other: string, size: number): Promise<boolean> {
  const files = await Promise.all([one, other].map((path) => open(path)));
  const [left, right] = files.map(() => Buffer.allocUnsafe(Math.min(size, PIECE))) as [Buffer, Buffer];
  try {
    for (let at = 0; at < size;) {
      const [{ bytesRead }, { bytesRead: others }] = await Promise.all([files[0]!.read(left, 0, left.length, at), files[1]!.read(right, 0, right.length, at)]);
      if (bytesRead === 0 || bytesRead !== others || !left.subarray(0, bytesRead).equals(right.subarray(0, others))) return false;
      at += bytesRead;
    }
    return true;
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

/** How many files of a new site are as they were. */
export interface Kept {
  readonly same: number;
  readonly changed: number;
}

async function keepTime(file: string, old: string | null, now: number): Promise<keyof Kept> {
  const [made, before] = await Promise.all([stat(file), old === null ? null : stat(old).catch(() => null)]);
  if (old !== null && before?.isFile() === true && before.size === made.size && (await isSame(file, old, made.size))) {
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
