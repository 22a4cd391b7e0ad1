import { createHash } from 'node:crypto';

/**
 * SHA-256 of files, in hexadecimal digits, by what they are told by: their path, range, size, times and place on the disk. A process may be handed
 * those that another has taken, and need not read the same files for their names alone.
 */
export type Hashes = Map<string, string>;

/** A file as it lies on the disk. */
export interface Stored {
  /** What it is told by now: another text where it has changed. */
  readonly state: () => Promise<string>;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}

/** SHA-256 of the bytes of a file, in hexadecimal digits; they are read where `known` does not tell it of the file as it is now. */
export function hashing({ state, bytes }: Stored, known: Hashes): () => Promise<string> {
  const underway = new Map<string, Promise<string>>();
  const taken = async (): Promise<string> => {
    const hash = createHash('sha256');
    for await (const piece of bytes()) hash.update(piece);
    return hash.digest('hex');
  };
  return async () => {
    const now = await state();
    const told = known.get(now) ?? underway.get(now);
    if (told !== undefined) return told;
    const begun = taken().finally(() => underway.delete(now));
    underway.set(now, begun);
    const hash = await begun;
    known.set(now, hash);
    return hash;
  };
}
