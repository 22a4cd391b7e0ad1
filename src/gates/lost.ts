import type { Facts } from '../facts/facts.ts';
import { keyOf, type ClientTrace, type FileTrace, type Traces } from './traces.ts';

/** A file that is no longer there, and the part of its rows that no other file brings, from 0 to 1. */
export interface LostFile extends Pick<FileTrace, 'file' | 'table' | 'rows' | 'newest'> {
  readonly share: number;
}

/** What the published build had and this one has not. */
export interface Lost {
  readonly files: readonly LostFile[];
  /** Clients that no name of this build leads to. */
  readonly clients: readonly ClientTrace[];
}

function missingShare(traces: readonly FileTrace[], facts: Facts): readonly LostFile[] {
  const tables = new Set(traces.map(({ table }) => table));
  const found = new Set<string>();
  for (const name of tables) {
    const table = facts.tables[name];
    if (table === undefined) continue;
    const wanted = new Set(traces.filter((one) => one.table === name).flatMap(({ keys }) => keys));
    for (let row = 0; row < table.rows; row++) {
      const key = keyOf(table, row);
      if (wanted.has(key)) found.add(`${name} ${key}`);
    }
  }
  return traces.map(({ file, table, rows, newest, keys }) => {
    const there = keys.filter((key) => found.has(`${table} ${key}`)).length;
    return { file, table, rows, newest, share: keys.length === 0 ? 0 : 1 - there / keys.length };
  });
}

/**
 * Files and clients of the published build that this one lacks. A file counts as lost by its rows, whatever the files are called now,
 * and a client by all its names: one that became another's alias is not lost.
 */
export function lostSince(before: Traces, facts: Facts): Lost {
  const names = new Set(facts.files.map(({ file }) => file));
  const gone = before.files.filter(({ file }) => !names.has(file));
  const { indexOf } = facts.clients;
  return {
    files: gone.length === 0 ? [] : missingShare(gone, facts).filter(({ share }) => share > 0),
    clients: before.clients.filter(({ id, name }) => indexOf(id) < 0 && indexOf(name) < 0),
  };
}
