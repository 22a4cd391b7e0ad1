import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Stored } from './file-hash.ts';

/** A file from one byte to another, as it lies on the disk. */
export const storedAt = (path: string, range: { readonly start?: number; readonly end?: number } = {}): Stored => ({
  async state() {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    return [path, range.start, range.end, size, mtimeNs, ctimeNs, ino].join('\0');
  },
  bytes: () => createReadStream(path, { ...range, highWaterMark: 1 << 20 }),
});

/** The name of a file by its path under a folder, with `/` everywhere. */
export const nameIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');

/** Whether a file or folder is not there, as an error of the disk tells it. */
export const isAbsent = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT' || (error as { code?: string }).code === 'ENOTDIR';
