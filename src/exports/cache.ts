import { createHash } from 'node:crypto';
import type { Issue } from '../issue.ts';
import type { Zone } from '../time/zone.ts';
import type { Settings } from '../settings.ts';
import { entryOf, parsedFrom } from './cache-entry.ts';
import { entriesNaming } from './choose.ts';
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
  readonly subjects: readonly string[];
}

const hashOf = (file: ExportFile): Promise<string | null> => file.hash?.().catch(() => null) ?? Promise.resolve(null);

/** A file in the cache: what it gave before, null where that is not known, and a way to keep what it gives now. */
export interface Looked {
  readonly known: ParsedFile | null;
  readonly keep: (parsed: ParsedFile | Issue) => Promise<void>;
}

const NOT_LOOKED: Looked = { known: null, keep: async () => {} };

/** What the settings give to the parsing of a file. */
export const givenFor = (file: ExportFile, settings: Settings, zone: Zone): Given => ({
  entries: entriesNaming(file, settings),
  zone,
  subjects: settings.complaints.rule.subject,
});

/**
 * The key of a file: a hash of its bytes and name, of what else is given, and of the version of the code. Null where its bytes cannot be told.
 */
export async function keyOf({ version }: Pick<ColumnCache, 'version'>, file: ExportFile, { entries, zone, subjects }: Given): Promise<string | null> {
  const bytes = await hashOf(file);
  if (bytes === null) return null;
  return createHash('sha256')
    .update(JSON.stringify([version, file.name, bytes, entries, zone.id, subjects]))
    .digest('hex');
}

/** Looks a file up in the cache; one that changed while it was read is not kept. */
export async function lookUp(cache: ColumnCache | undefined, file: ExportFile, given: Given): Promise<Looked> {
  const key = cache === undefined ? null : await keyOf(cache, file, given);
  if (cache === undefined || key === null) return NOT_LOOKED;
  const kept = await cache.read(key);
  return {
    known: kept === null ? null : parsedFrom(kept, key),
    async keep(parsed) {
      if (!('code' in parsed) && (await keyOf(cache, file, given)) === key) await cache.write(key, entryOf(parsed, key));
    },
  };
}
