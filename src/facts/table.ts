import type { ColumnTable } from 'arquero';
import type { CodeColumn, TextColumn } from './columns.ts';

/** What a cell of a column may be. `id` and `text` are packed texts, `ref` and `code` are coded by dictionary. */
export type FieldKind = 'id' | 'ref' | 'code' | 'text' | 'instant' | 'number' | 'flag';

export interface FieldSpec {
  readonly kind: FieldKind;
  /** What the column says, in one line. */
  readonly meaning: string;
  /** Unit of a number; texts and flags have none. */
  readonly unit?: string;
  /** What an empty cell means. */
  readonly missing: string;
  /** False for texts that no figure needs: they are recognised and not read, since they may hold names and passwords. */
  readonly kept?: false;
  /** A row without it is refused. */
  readonly required?: true;
  /** The words that measures know; any other text is kept and counted as unmapped. */
  readonly values?: readonly string[];
  /** A day without a time means the end of that day. */
  readonly endOfDay?: true;
  /** The smallest number allowed. */
  readonly least?: number;
}

/** A canonical table: its columns in the order in which a file gives them, ids first. */
export interface TableSpec {
  readonly name: TableName;
  readonly meaning: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** The column that tells one fact from another, or null where the whole row does. */
  readonly id: string | null;
  /** Pairs of instants that must not run backwards; the later one is left out where they do. */
  readonly order?: readonly (readonly [earlier: string, later: string])[];
  /** Any number of further columns with this prefix, each a number. */
  readonly prefix?: string;
}

export type TableName =
  | 'tickets'
  | 'surveys'
  | 'complaints'
  | 'time_entries'
  | 'contacts'
  | 'appointments'
  | 'promises'
  | 'meetings'
  | 'replacements'
  | 'reports_sent'
  | 'training'
  | 'clients'
  | 'events'
  | 'contracts';

/**
 * The facts of one table, one row a fact.
 * `data` holds the columns of the spec that some file gave, under their names; a column that no file gave is absent.
 * `client` is the index into `Clients.list`, UNNAMED where the row names no client, UNMAPPED where the name is not in the list.
 * `file` and `line` say where the fact stands in the exports (index into the files read; line as an editor counts).
 */
export interface FactTable {
  readonly name: TableName;
  readonly rows: number;
  readonly data: ColumnTable;
  readonly client: Int32Array;
  readonly file: Int32Array;
  readonly line: Int32Array;
}

export const UNNAMED = -1;
export const UNMAPPED = -2;

/** The instants or numbers of a column, or null where no file gave it. NaN = missing. */
export function numbers(table: FactTable, field: string): Float64Array | null {
  return (table.data.column(field) as Float64Array | undefined) ?? null;
}

/** The flags of a column (1, 0, -1 = missing), or null where no file gave it. */
export function flags(table: FactTable, field: string): Int8Array | null {
  return (table.data.column(field) as Int8Array | undefined) ?? null;
}

/** A coded column, or null where no file gave it. */
export function codes(table: FactTable, field: string): CodeColumn | null {
  return (table.data.column(field) as unknown as CodeColumn | undefined) ?? null;
}

/** A packed text column, or null where no file gave it. */
export function texts(table: FactTable, field: string): TextColumn | null {
  return (table.data.column(field) as unknown as TextColumn | undefined) ?? null;
}
