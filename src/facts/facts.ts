import { table as arqueroTable } from 'arquero';
import { resolveClients, type Clients } from './clients.ts';
import { isCodeColumn, type CodeColumn, type Column, type TextColumn } from './columns.ts';
import { complaintsWithTickets, type ComplaintRule } from './complaints-of-tickets.ts';
import { rowsById, rowsNamed } from './joins.ts';
import { addressIn } from './mail.ts';
import { UNNAMED, type FactTable, type TableName } from './table.ts';

/** The first waist: what every tool's export has become. A table that no file gave is absent. */
export interface Facts {
  readonly tables: Readonly<Partial<Record<TableName, FactTable>>>;
  readonly clients: Clients;
  readonly files: readonly FileRead[];
  /** Newest instant among the facts in epoch milliseconds, NaN without any: it decides the as-of day. */
  readonly newest: number;
}

/** A column with dates or numbers that can be read both ways, and what they were read by because rows of the file tell it, as the settings would say it. */
export interface ToldByRows {
  readonly column: string;
  readonly says: { readonly date_order: 'day-first' | 'month-first' } | { readonly decimal: '.' | ',' };
}

/** One file of the workspace and its rows: read = used + duplicate + superseded + rejected + notData. */
export interface FileRead {
  readonly file: string;
  readonly format: string;
  readonly tables: readonly TableName[];
  readonly encoding: string;
  readonly delimiter: string;
  readonly dateOrder: string;
  /** Columns whose order of day and month, or whose decimal mark, hangs on rows; none where the settings say it. */
  readonly toldByRows: readonly ToldByRows[];
  /** Its format has a column of its own for the first answer of a person: a ticket without one there was answered by nobody, or by a machine. */
  readonly tellsPeople: boolean;
  readonly zone: string;
  readonly read: number;
  readonly used: number;
  readonly duplicate: number;
  readonly superseded: number;
  readonly rejected: number;
  readonly notData: number;
  /** Oldest and newest instant of what happened, NaN without any; due dates and plans do not count. */
  readonly oldest: number;
  readonly newest: number;
}

/** A table as columns, before clients are known. */
export interface Columns {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly file: Int32Array;
  readonly line: Int32Array;
}

function countNames(tables: ReadonlyMap<TableName, Columns>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, rows: number) => counts.set(name, (counts.get(name) ?? 0) + rows);
  for (const [name, { columns, rows }] of tables) {
    const column = columns.get('client') as CodeColumn | TextColumn | undefined;
    if (name === 'clients' || column === undefined) continue;
    if (isCodeColumn(column)) {
      const used = new Float64Array(column.dictionary.length);
      for (const code of column.codes) if (code !== -1) used[code]!++;
      column.dictionary.forEach((word, code) => used[code]! > 0 && add(word, used[code]!));
    } else for (let row = 0; row < rows; row++) if (column.at(row) !== null) add(column.at(row)!, 1);
  }
  return counts;
}

function clientRows({ columns, rows }: Columns, clients: Clients): Int32Array {
  const column = columns.get('client') as CodeColumn | TextColumn | undefined;
  if (column === undefined) return new Int32Array(rows).fill(UNNAMED);
  if (!isCodeColumn(column)) return Int32Array.from({ length: rows }, (_, row) => clients.indexOf(column.at(row)));
  const byCode = column.dictionary.map((word) => clients.indexOf(word));
  return column.codes.map((code) => (code === -1 ? UNNAMED : byCode[code]!));
}

function factTable(name: TableName, from: Columns, clients: Clients): FactTable {
  return {
    name,
    rows: from.rows,
    data: arqueroTable([...from.columns] as never),
    client: clientRows(from, clients),
    file: from.file,
    line: from.line,
  };
}

/** Columns that hold who asked or answered, often as a mail address. */
const PEOPLE = ['requester', 'respondent'];

/** Rows that name no client take the one at whose domain the person's mail address stands. */
function clientsFromMail(table: FactTable, clients: Clients): void {
  for (const field of PEOPLE) {
    const people = table.data.column(field) as unknown as CodeColumn | undefined;
    if (people === undefined || !isCodeColumn(people as Column)) continue;
    const byCode = people.dictionary.map((person) => Math.max(UNNAMED, clients.indexOf(addressIn(person))));
    for (let row = 0; row < table.rows; row++) if (table.client[row] === UNNAMED && people.codes[row] !== -1) table.client[row] = byCode[people.codes[row]!]!;
  }
}

/** Rows that name no client take that of the ticket that they belong to. */
function clientsFromTickets(tables: Partial<Record<TableName, FactTable>>): void {
  const { tickets } = tables;
  if (tickets === undefined) return;
  let rowOf: ReturnType<typeof rowsById> | null = null;
  for (const table of Object.values(tables)) {
    const refs = table.data.column('ticket_id') as unknown as CodeColumn | undefined;
    if (table === tickets || refs === undefined || !isCodeColumn(refs as Column) || !table.client.includes(UNNAMED)) continue;
    rowOf ??= rowsById(tickets.data.column('ticket_id') as unknown as TextColumn);
    const named = rowsNamed(refs, table.rows, rowOf);
    for (let row = 0; row < table.rows; row++) if (table.client[row] === UNNAMED && named[row] !== -1) table.client[row] = tickets.client[named[row]!]!;
  }
}

/**
 * The facts of a workspace from the columns of its tables. Clients are resolved over all tables at once; a row that
 * names none takes its ticket's, else that of the domain of the person's mail address; tickets that the rule calls complaints join the complaint log unless it names them.
 */
export function buildFacts(
  tables: ReadonlyMap<TableName, Columns>,
  files: readonly FileRead[],
  options: { readonly aliases: Readonly<Record<string, readonly string[]>>; readonly rule: ComplaintRule },
): Facts {
  const withComplaints = complaintsWithTickets(tables, options.rule);
  const clients = resolveClients(tables.get('clients') ?? null, countNames(tables), options.aliases);
  const built: Partial<Record<TableName, FactTable>> = {};
  for (const [name, from] of withComplaints) built[name] = factTable(name, from, clients);
  if (built.tickets !== undefined) clientsFromMail(built.tickets, clients);
  clientsFromTickets(built);
  for (const table of Object.values(built)) clientsFromMail(table, clients);
  const newest = files.reduce((latest, file) => (file.newest > latest || Number.isNaN(latest) ? file.newest : latest), NaN);
  return { tables: built, clients, files, newest };
}
