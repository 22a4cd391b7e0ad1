import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const UNUSED_MS = 30 * 86_400_000;

/** Where Node.js keeps code as it has compiled it: beside the folder of the columns. */
export const compiledBeside = (columns: string): string => join(dirname(columns), 'code');

/**
 * Removes the code that was not used for 30 days, which other versions of it leave behind; `now` in epoch ms. Where the disk tells no
 * time of reading, code is compiled anew once in as long.
 */
export async function sweepCompiled(folder: string, now: number): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const { atimeMs, mtimeMs } = await stat(path);
    if (now - Math.max(atimeMs, mtimeMs) >= UNUSED_MS) await rm(path, { force: true });
  }
}
