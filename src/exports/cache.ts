import { createHash } from 'node:crypto';
import type { Issue } from '../issue.ts';
import type { Zone } from '../time/zone.ts';
import { entryOf, parsedFrom } from './cache-entry.ts';
import type { ExportFile } from './file.ts';
import type { Entry } from './mapping.ts';
import type { ParsedFile } from './parse.ts';

/** Where parsed files are kept from one run to the next. It may lose, refuse and damage what it is given: that costs time alone. */
export interface ColumnCache {
  /** Names the code that reads exports, with all that it stands on: what other code has parsed is not taken. */
  readonly version: string;
  /** The parts written under a key, each in memory of its own, null where there are none. */
  readonly read: (key: string) => Promise<readonly Uint8Array[] | null>;
  /** Keeps the parts under a key. */
  readonly write: (key: string, parts: readonly Uint8Array[]) => Promise<void>;
}

/** All that the outcome of parsing a file hangs on besides its bytes. */
export interface Given {
  /** The entries of `sources` in the settings that may speak of it. */
  readonly entries: readonly Entry[];
  /** The firm's. */
  readonly zone: Zone;
  /** Words in a ticket's subject that make it a complaint. */
  readonly subjects?: readonly string[];
}

const hashOf = (file: ExportFile): Promise<string | null> => file.hash?.().catch(() => null) ?? Promise.resolve(null);

/** A file in the cache: what it gave before, null where that is not known, and a way to keep what it gives now. */
export interface Looked {
  readonly known: ParsedFile | null;
  readonly keep: (parsed: ParsedFile | Issue) => Promise<void>;
}

const NOT_LOOKED: Looked = { known: null, keep: async () => {} };

/**
 * Looks a file up in the cache. A key is a hash of the file's bytes and name, of what else is given, and of the version of
 * the code; a file that changed while it was read is not kept.
 */
export async function lookUp(cache: ColumnCache | undefined, file: ExportFile, { entries, zone, subjects = [] }: Given): Promise<Looked> {
  const bytes = cache === undefined ? null : await hashOf(file);
  if (cache === undefined || bytes === null) return NOT_LOOKED;
  const key = createHash('sha256')
    .update(JSON.stringify([cache.version, file.name, bytes, entries, zone.id, subjects]))
    .digest('hex');
  const kept = await cache.read(key);
  return {
    known: kept === null ? null : parsedFrom(kept, key),
    async keep(parsed) {
      if (!('code' in parsed) && (await hashOf(file)) === bytes) await cache.write(key, entryOf(parsed, key));
    },
  };
}
