import type { ColumnCache } from '../../src/exports/cache.ts';

/** A cache in memory that counts what it gave and what it was given. */
export function memoryCache(version = 'one') {
  const entries = new Map<string, readonly Uint8Array[]>();
  const counts = { hits: 0, misses: 0, writes: 0 };
  const cache: ColumnCache = {
    version,
    async read(key) {
      const found = entries.get(key);
      counts[found === undefined ? 'misses' : 'hits']++;
      return found?.map((part) => part.slice()) ?? null;
    },
    async write(key, parts) {
      counts.writes++;
      entries.set(
        key,
        parts.map((part) => part.slice()),
      );
    },
  };
  return { cache, counts, entries };
}
