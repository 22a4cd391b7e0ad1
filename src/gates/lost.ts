import type { Facts } from '../facts/facts.ts';
import { SENT_ARCHIVE } from '../facts/sent-page.ts';
import { asideOf, isMadeKey, keyOf, type ClientTrace, type FileTrace, type Traces } from './traces.ts';

/** A file that is no longer there, and the part of its rows that no other file brings, from 0 to 1. */
export interface LostFile extends Pick<FileTrace, 'file' | 'table' | 'rows' | 'newest'> {
  readonly share: number;
}

/** A file that is there with fewer rows of a table than it had, some of which no file brings. */
export interface LostPart extends Pick<FileTrace, 'file' | 'table' | 'rows' | 'newest'> {
  /** Rows of the table that stand in the file now. */
  readonly is: number;
  readonly oldest: string | null;
  /** About how many of its rows stand in no file. */
  readonly gone: number;
}

/** What the published build had and this one has not. */
export interface Lost {
  readonly files: readonly LostFile[];
  readonly parts: readonly LostPart[];
  /** Clients that no name of this build leads to. */
  readonly clients: readonly ClientTrace[];
}

/** Whether a row of this key stands in some file, for the keys of these traces. */
function standing(traces: readonly FileTrace[], facts: Facts): (table: string, key: string) => boolean {
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
  return (table, key) => found.has(`${table} ${key}`);
}

const missingShare = (keys: readonly string[], missing: (key: string) => boolean): number =>
  keys.length === 0 ? 0 : keys.filter(missing).length / keys.length;

/** The number of rows of a table that stand in a file. */
function rowsNow({ tables, files }: Facts): (trace: FileTrace) => number {
  const at = new Map(files.map(({ file }, index) => [file, index]));
  const counts = new Map<string, Int32Array>();
  return ({ table, file }) => {
    const known = counts.get(table) ?? new Int32Array(files.length);
    if (!counts.has(table)) for (const one of tables[table]?.file ?? []) if (one >= 0) known[one]!++;
    counts.set(table, known);
    return known[at.get(file)!]!;
  };
}

/** A row of the list of clients is only lost where its client is still heard of by its own name; of any other the gate of clients tells. */
function isHeardOf(client: string, { clients }: Facts): boolean {
  const at = clients.indexOf(client);
  return at >= 0 && clients.list[at]!.id === client;
}

function partOf(trace: FileTrace, is: number, facts: Facts, stands: ReturnType<typeof standing>): LostPart {
  const { file, table, rows, newest, oldest = null, aside = 0, keys } = trace;
  const share = missingShare(keys, (key) => !stands(table, key) && (table !== 'clients' || isHeardOf(key, facts)));
  const now = facts.files.find((one) => one.file === file)!;
  const fewer = rows - is - Math.max(0, asideOf(now, table) - aside);
  const gone = fewer <= 0 ? 0 : Math.ceil(rows * share);
  return { file, table, rows, newest, oldest, is, gone: keys.some(isMadeKey) ? Math.min(gone, fewer) : gone };
}

/** Whether the rows of a trace are the file's own: the archive reaches to the day of the report, and tickets that are complaints tell of themselves. */
function isOwn({ file, table }: FileTrace, { files }: Facts): boolean {
  const now = files.find((one) => one.file === file);
  return now !== undefined && file !== SENT_ARCHIVE && (table !== 'complaints' || now.tables.includes(table));
}

/**
 * Files and clients of the published build that this one lacks. A file counts as lost by its rows, whatever the files are called now,
 * and in part where it has fewer rows than it had, beyond those that were refused since; a client by all its names: one that became
 * another's alias is not lost.
 */
export function lostSince(before: Traces, facts: Facts): Lost {
  const names = new Set(facts.files.map(({ file }) => file));
  const gone = before.files.filter(({ file }) => !names.has(file));
  const rows = rowsNow(facts);
  const shrunk = before.files
    .filter((trace) => isOwn(trace, facts))
    .map((trace) => ({ trace, is: rows(trace) }))
    .filter(({ trace, is }) => is < trace.rows);
  const stands = standing([...gone, ...shrunk.map(({ trace }) => trace)], facts);
  const { indexOf } = facts.clients;
  return {
    files: gone
      .map(({ keys, file, table, rows: was, newest }) => ({ file, table, rows: was, newest, share: missingShare(keys, (key) => !stands(table, key)) }))
      .filter(({ share }) => share > 0),
    parts: shrunk.map(({ trace, is }) => partOf(trace, is, facts, stands)).filter((part) => part.gone > 0),
    clients: before.clients.filter(({ id, name }) => indexOf(id) < 0 && indexOf(name) < 0),
  };
}
