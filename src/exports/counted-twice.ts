import { isMissing, isTextColumn, type Column } from '../facts/columns.ts';
import type { TableName } from '../facts/table.ts';
import { tables } from '../facts/tables.ts';
import { issue, type Issue } from '../issue.ts';
import { hashRow } from './hash.ts';
import type { ParsedFile, ParsedTable } from './parse.ts';
import { thousands } from './thousands.ts';

/** Two rows may be alike by chance; worth a word from three rows on that are a tenth of the smaller file. */
const ROWS = 3;
const SHARE = 0.1;

const MINUTE_MS = 60_000;

/** What tells one row from another where no number does, its instant first. Notes are left out: they are written on after the work was told. */
const TELLING: Readonly<Partial<Record<TableName, readonly [string, ...string[]]>>> = {
  time_entries: ['started_at', 'minutes', 'client', 'agent', 'ticket_id', 'activity'],
  surveys: ['answered_at', 'answer', 'client', 'respondent'],
};

interface Part {
  readonly file: string;
  readonly table: ParsedTable;
}

/** Whether what the export calls the id of a row is the row's own cells, so that it is another one where they are written otherwise. */
function isByCells({ found }: ParsedFile, { table, columns }: ParsedTable): boolean {
  const { id } = tables[table];
  if (id === null || !columns.has(id)) return table !== 'surveys' || !columns.has('ticket_id');
  return found.format.gives.some((gives) => gives.table === table && 'and' in (gives.fields[id] ?? {}));
}

/** A number that two rows have in common where they are one: 53 bits of the hash of the row, or the hash of its id. */
function numberOf({ table, columns, hashLow, hashHigh }: ParsedTable, row: number): number {
  const own = columns.get(tables[table].id ?? '');
  if (own !== undefined && isTextColumn(own) && !isMissing(own, row)) return hashRow(own, row);
  return (hashHigh[row]! & 0x1fffff) * 2 ** 32 + (hashLow[row]! >>> 0);
}

/** Minutes for instants and durations: a spreadsheet program leaves out the seconds. */
function wordOf(field: string, column: Column | undefined, row: number): string {
  const value = column?.at(row) ?? null;
  if (typeof value !== 'number') return value === null ? '' : String(value);
  return String(field === 'minutes' ? Math.round(value) : Math.floor(value / MINUTE_MS));
}

/** First and last minute of a part; none without an instant. */
function spanOf({ table: { columns, rows } }: Part, field: string): readonly [number, number] {
  const instants = columns.get(field) as Float64Array | undefined;
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; instants !== undefined && row < rows; row++) {
    const minute = Math.floor(instants[row]! / MINUTE_MS);
    if (minute < first) first = minute;
    if (minute > last) last = minute;
  }
  return [first, last];
}

/** The rows of each part that lie in the time of another one; of those that are written alike the first part's. */
function loose(parts: readonly Part[], field: string): ReadonlyMap<Part, readonly number[]> {
  const spans = parts.map((part) => spanOf(part, field));
  const known = new Map<number, number>();
  const rowsOf = ({ table }: Part, at: number): readonly number[] => {
    const others = spans.filter(([first, last], other) => other !== at && first <= spans[at]![1] && last >= spans[at]![0]);
    const instants = table.columns.get(field) as Float64Array | undefined;
    const rows: number[] = [];
    for (let row = 0; others.length > 0 && instants !== undefined && row < table.rows; row++) {
      const minute = Math.floor(instants[row]! / MINUTE_MS);
      if (!others.some(([first, last]) => minute >= first && minute <= last)) continue;
      const number = numberOf(table, row);
      const owner = known.get(number) ?? at;
      known.set(number, owner);
      if (owner === at) rows.push(row);
    }
    return rows;
  };
  return new Map(parts.map((part, at) => [part, rowsOf(part, at)]));
}

/** Where loose rows say the same as those of another part: by what they say, the rows of each part. */
function alike(parts: readonly Part[], fields: readonly [string, ...string[]]): readonly ReadonlyMap<Part, readonly number[]>[] {
  const found = new Map<string, Map<Part, number[]>>();
  for (const [part, rows] of loose(parts, fields[0])) {
    for (const row of rows) {
      const key = fields.map((field) => wordOf(field, part.table.columns.get(field), row)).join('\0');
      const byPart = found.get(key) ?? new Map<Part, number[]>();
      found.set(key, byPart);
      const same = byPart.get(part) ?? [];
      byPart.set(part, same);
      same.push(row);
    }
  }
  return [...found.values()].filter((byPart) => byPart.size > 1);
}

/** Rows of one file that say what rows of another say: how many, and the first of them. */
interface Again {
  readonly part: Part;
  readonly other: Part;
  readonly rows: readonly number[];
}

function againIn(parts: readonly Part[], fields: readonly [string, ...string[]]): readonly Again[] {
  const pairs = new Map<string, { part: Part; other: Part; rows: number[] }>();
  for (const byPart of alike(parts, fields)) {
    const [[other], ...rest] = [...byPart].sort(([, a], [, b]) => b.length - a.length) as [[Part, readonly number[]]];
    for (const [part, rows] of rest as readonly (readonly [Part, readonly number[]])[]) {
      const key = `${part.file}\0${other.file}`;
      pairs.set(key, pairs.get(key) ?? { part, other, rows: [] });
      for (const row of rows) pairs.get(key)!.rows.push(row);
    }
  }
  return [...pairs.values()];
}

/**
 * A warning for each file whose rows have no number of their own and stand in another file of the same export too, where
 * they are written otherwise: saved again by a spreadsheet program, or with a cell that the tool has changed since. Nothing
 * tells them from rows of their own, so that all of them count.
 */
export function countedTwice(files: readonly ParsedFile[]): readonly Issue[] {
  const parts = files.flatMap((file) =>
    file.tables.filter((table) => isByCells(file, table)).map((table) => ({ file: file.file, table, format: file.found.format.id })),
  );
  return [...Map.groupBy(parts, ({ format, table }) => `${format} ${table.table}`).values()].flatMap((group) => {
    const fields = TELLING[group[0]!.table.table];
    if (fields === undefined || group.length === 1) return [];
    return againIn(group, fields)
      .filter(({ part, other, rows }) => rows.length >= ROWS && rows.length >= SHARE * Math.min(part.table.rows, other.table.rows))
      .map(({ part, other, rows }) =>
        issue('rows-otherwise', {
          file: part.file,
          line: part.table.line[rows[0]!]!,
          detail: `${thousands(rows.length)} of ${thousands(part.table.rows)} rows; the other file: ${other.file}`,
        }),
      );
  });
}
