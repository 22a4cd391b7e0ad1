import { isCodeColumn, type Column } from '../facts/columns.ts';
import type { Facts } from '../facts/facts.ts';
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
  readonly keys: readonly string[];
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

function rowsOfFiles({ file, rows }: FactTable, files: number): readonly (readonly number[])[] {
  const counts = new Int32Array(files);
  for (let row = 0; row < rows; row++) if (file[row]! >= 0) counts[file[row]!]!++;
  const every = counts.map((count) => Math.max(1, Math.floor(count / SAMPLE)));
  const seen = new Int32Array(files);
  const sampled = Array.from({ length: files }, (): number[] => []);
  for (let row = 0; row < rows; row++) {
    const at = file[row]!;
    if (at < 0) continue;
    if (seen[at]! % every[at]! === 0 && sampled[at]!.length < SAMPLE) sampled[at]!.push(row);
    seen[at]!++;
  }
  return sampled.map((some, at) => [counts[at]!, ...some]);
}

function fileTraces({ tables, files }: Facts, zone: Zone): readonly FileTrace[] {
  return Object.values(tables).flatMap((table) =>
    rowsOfFiles(table, files.length).flatMap(([rows = 0, ...some], at): readonly FileTrace[] => {
      const { file, newest } = files[at]!;
      return rows === 0 ? [] : [{ file, table: table.name, rows, newest: dayOrNull(newest, zone), keys: some.map((row) => keyOf(table, row)) }];
    }),
  );
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
