import { filledIn, isCodeColumn, type Column } from '../facts/columns.ts';
import type { Facts, FileRead } from '../facts/facts.ts';
import { texts, type FactTable, type TableName } from '../facts/table.ts';
import { tables as specs } from '../facts/tables.ts';
import { cellIndex, type Figures } from '../measures/grid.ts';
import type { Report } from '../report/model.ts';
import { dayOf, dayText } from '../time/weeks.ts';
import type { Zone } from '../time/zone.ts';

/** Rows of one table that stand in one file, by a sample of their keys. */
export interface FileTrace {
  readonly file: string;
  readonly table: TableName;
  readonly rows: number;
  /** Newest day of what happened in the file, null without any. */
  readonly newest: string | null;
  /** Oldest day likewise; absent where an older version wrote the traces. */
  readonly oldest?: string | null;
  /** Rows of the file that are no facts although it has them, and are told of elsewhere; absent likewise. */
  readonly aside?: number;
  readonly keys: readonly string[];
  /** How many of the rows have something in each field that any of them has; absent likewise. */
  readonly fields?: Readonly<Record<string, number>>;
  /** Id of the file's format; absent likewise. */
  readonly format?: string;
}

export interface ClientTrace {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** Tickets, surveys, contacts and complaints in the 13 weeks to the as-of day. */
  readonly recent: number;
  /** Whether its contract had ended by the as-of day. */
  readonly ended: boolean;
}

/** What a published build leaves behind so that the next one can tell what got lost. */
export interface Traces {
  readonly schema: 1;
  /** Newest day of what happened in any file, null without any. */
  readonly newest: string | null;
  readonly tables: Readonly<Record<string, number>>;
  /** Whether a clients table said who is a client. */
  readonly listed: boolean;
  readonly clients: readonly ClientTrace[];
  readonly files: readonly FileTrace[];
  /** A mark of the secret that the folders of clients' pages are named by, which does not tell it; null where no pages are made. */
  readonly links: string | null;
}

const SAMPLE = 64;

const dayOrNull = (instant: number, zone: Zone): string | null => (Number.isNaN(instant) ? null : dayText(dayOf(instant, zone)));

/** Rows of a file that were refused, or that gave way to the archive of sent pages. */
export function asideOf({ rejected, superseded }: Pick<FileRead, 'rejected' | 'superseded'>, table: TableName): number {
  return rejected + (table === 'reports_sent' ? superseded : 0);
}

/** A text that tells a row from the others of its table: its id, else its client and all its numbers and times. */
export function keyOf(table: FactTable, row: number): string {
  const { id } = specs[table.name];
  const own = id === null ? null : (texts(table, id)?.at(row) ?? null);
  if (own !== null) return own;
  const cells = table.data.columnNames().map((name) => {
    const column = table.data.column(name) as unknown as Column;
    if (column instanceof Float64Array) return column[row]!;
    return name === 'client' && isCodeColumn(column) ? column.at(row) : '';
  });
  return JSON.stringify(cells);
}

/** Whether a key is made of the row's cells, so that it is another one where any of them is. */
export const isMadeKey = (key: string): boolean => key.startsWith('row:') || key.startsWith('[');

/** The number of rows of each file, followed by a sample of them from all over the file. */
function rowsOfFiles({ file, rows }: FactTable, files: number): readonly (readonly number[])[] {
  const counts = new Int32Array(files);
  for (let row = 0; row < rows; row++) if (file[row]! >= 0) counts[file[row]!]!++;
  const seen = new Int32Array(files);
  const sampled = Array.from({ length: files }, (): number[] => []);
  for (let row = 0; row < rows; row++) {
    const at = file[row]!;
    if (at < 0) continue;
    if (seen[at]! * SAMPLE >= sampled[at]!.length * counts[at]!) sampled[at]!.push(row);
    seen[at]!++;
  }
  return sampled.map((some, at) => [counts[at]!, ...some]);
}

/** Whether a column of a table stands in its spec: others are made of settings. */
function isField(table: TableName, name: string): boolean {
  const { fields, prefix } = specs[table];
  return Object.hasOwn(fields, name) || (prefix !== undefined && name.startsWith(prefix));
}

/** Where each run of rows of one file ends: the row after its last. */
function endsOfRuns(file: Int32Array): readonly number[] {
  const ends: number[] = [];
  for (let row = 1; row <= file.length; row++) if (row === file.length || file[row] !== file[row - 1]) ends.push(row);
  return ends;
}

/** How many rows of each file have something in each field of a table, in the order of the table's fields. */
function fieldsOfFiles(table: FactTable, files: number): readonly Readonly<Record<string, number>>[] {
  const counted = Array.from({ length: files }, (): Record<string, number> => ({}));
  const ends = endsOfRuns(table.file);
  for (const field of table.data.columnNames().filter((name) => isField(table.name, name))) {
    const column = table.data.column(field) as unknown as Column;
    const counts = new Int32Array(files);
    let from = 0;
    for (const to of ends) {
      if (table.file[from]! >= 0) counts[table.file[from]!]! += filledIn(column, from, to);
      from = to;
    }
    counts.forEach((count, at) => count > 0 && (counted[at]![field] = count));
  }
  return counted;
}

function fileTraces({ tables, files }: Facts, zone: Zone): readonly FileTrace[] {
  return Object.values(tables).flatMap((table) => {
    const fields = fieldsOfFiles(table, files.length);
    return rowsOfFiles(table, files.length).flatMap(([rows = 0, ...some], at): readonly FileTrace[] => {
      const { file, format, newest, oldest, ...read } = files[at]!;
      const keys = some.map((row) => keyOf(table, row));
      const days = { newest: dayOrNull(newest, zone), oldest: dayOrNull(oldest, zone) };
      return rows === 0 ? [] : [{ file, table: table.name, rows, ...days, aside: asideOf(read, table.name), keys, fields: fields[at]!, format }];
    });
  });
}

/** Counts of what happened, by which a client is seen to be there. */
const SIGNS = ['A1-tickets', 'A2-sent', 'A9', 'A11-count'] as const;

/** What a client's counts add up to in the 13 weeks. */
function signsOf(figures: Figures, client: number): number {
  const cells = SIGNS.flatMap((measure) => {
    const grid = figures.grid(measure, 'window');
    return grid === null ? [] : [grid.value[cellIndex(grid, client, grid.starts.length - 1)]!];
  });
  return cells.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
}

function clientTraces({ clients }: Facts, report: Pick<Report, 'clients' | 'asOf'>, figures: Figures, zone: Zone): readonly ClientTrace[] {
  return report.clients.map(({ id, name, slug }, at) => {
    const end = dayOrNull(clients.list[at]?.end ?? NaN, zone);
    return { id, name, slug, recent: signsOf(figures, at), ended: end !== null && end <= report.asOf };
  });
}

/** What this build leaves behind for the next one. */
export function tracesOf(facts: Facts, report: Pick<Report, 'clients' | 'asOf' | 'facts'>, figures: Figures, zone: Zone, links: string | null): Traces {
  return {
    schema: 1,
    newest: dayOrNull(facts.newest, zone),
    tables: report.facts,
    listed: facts.clients.listed,
    clients: clientTraces(facts, report, figures, zone),
    files: fileTraces(facts, zone),
    links,
  };
}
