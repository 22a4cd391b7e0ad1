import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a piece of work is this process's to do: among those that share a folder, the first that asks for it. */
function isOurs(folder: string, piece: number): boolean {
  try {
    closeSync(openSync(join(folder, `${piece}`), 'wx'));
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of pieces of work, in this order, those that no other process with the same folder does; each is claimed only when it is asked for. */
export function* claimed<Piece>(folder: string, pieces: Iterable<readonly [number, Piece]>): Generator<Piece> {
  for (const [at, piece] of pieces) if (isOurs(folder, at)) yield piece;
}
