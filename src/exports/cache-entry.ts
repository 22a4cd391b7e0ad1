import { createHash } from 'node:crypto';
import { packed, unpacked } from './packed.ts';
import type { ParsedFile } from './parse.ts';

function hashOf(key: string, parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256').update(key);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** A parsed file as the parts of a cache entry: a hash of the key and of all others, and what `packed` makes of the file. */
export function entryOf(parsed: ParsedFile, key: string): readonly Uint8Array[] {
  const parts = packed(parsed);
  return [hashOf(key, parts), ...parts];
}

/** The parsed file in the parts of a cache entry, which are its columns from now on; null where they are not what was written under the key. */
export function parsedFrom(entry: readonly Uint8Array[], key: string): ParsedFile | null {
  const [hash, ...parts] = entry;
  if (hash === undefined || parts.length === 0 || !hashOf(key, parts).every((byte, at) => hash[at] === byte)) return null;
  return unpacked(parts);
}
