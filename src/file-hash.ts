import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/**
 * SHA-256 of files by what they are told by: their path, range, size, times and place on the disk. A process may be handed those that another has
 * taken, and need not read the same files for their names alone.
 */
export type Hashes = Map<string, string>;

interface Range {
  readonly start?: number;
  readonly end?: number;
}

async function hashOf(path: string, range: Range): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { ...range, highWaterMark: 1 << 20 })) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/** SHA-256 of the bytes of a file from one to another, in hexadecimal digits; they are read where `known` does not tell it of the file as it is now. */
export function hashing(path: string, known: Hashes, range: Range = {}): () => Promise<string> {
  const underway = new Map<string, Promise<string>>();
  return async () => {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    const state = [path, range.start, range.end, size, mtimeNs, ctimeNs, ino].join('\0');
    const told = known.get(state) ?? underway.get(state);
    if (told !== undefined) return told;
    const taken = hashOf(path, range).finally(() => underway.delete(state));
    underway.set(state, taken);
    const hash = await taken;
    known.set(state, hash);
    return hash;
  };
}
