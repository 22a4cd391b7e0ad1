import type { Column, TextColumn } from '../facts/columns.ts';
import type { TableName, TableSpec } from '../facts/table.ts';
import { plain, release } from './apart.ts';
import { idsOf } from './ids.ts';
import { join } from './merge.ts';
import type { ParsedFile, ParsedTable } from './parse.ts';
import type { Rows } from './rows-alike.ts';

/** One table as one file gives it, and which file that is. */
interface Part {
  readonly file: number;
  readonly tool: number;
  readonly newest: number;
  readonly table: ParsedTable;
}

/** The rows of one table over all its files, end to end, before any is dropped. */
export interface Stack extends Rows {
  readonly columns: Map<string, Column>;
  /** Which file each part is. */
  readonly files: readonly number[];
  readonly line: Int32Array;
}

function partsOf(name: TableName, files: readonly ParsedFile[]): readonly Part[] {
  const tools = [...new Set(files.map((file) => toolOf(file)))].sort();
  return files.flatMap((file, at) =>
    file.tables
      .filter((table) => table.table === name && table.rows > 0)
      .map((table) => ({ file: at, tool: tools.indexOf(toolOf(file)), newest: file.newest, table })),
  );
}

const toolOf = (file: ParsedFile) => file.found.format.id.split('-')[0]!;

function stacked(parts: readonly Part[], of: (part: Part, at: number) => Int32Array | number): Int32Array {
  const first = of(parts[0]!, 0);
  if (parts.length === 1 && typeof first !== 'number') return plain(first);
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.table.rows, 0));
  let from = 0;
  parts.forEach((part, at) => {
    const given = of(part, at);
    if (typeof given === 'number') whole.fill(given, from, from + part.table.rows);
    else {
      whole.set(given, from);
      release(given);
    }
    from += part.table.rows;
  });
  return whole;
}

/** The rows that all files give for a table, or null where none gives any; the large columns of several files are moved, not copied. */
export function stackOf(spec: TableSpec, files: readonly ParsedFile[]): Stack | null {
  const parts = partsOf(spec.name, files);
  if (parts.length === 0) return null;
  const fields = [...new Set(parts.flatMap((part) => [...part.table.columns.keys()]))].filter((field) => field !== spec.id);
  const joined = (of: (table: ParsedTable) => Column | null) => join(parts.map(({ table }) => ({ column: of(table), rows: table.rows })));
  const ids = joined((table) => idsOf(spec, table)) as TextColumn;
  const columns = new Map(fields.map((field) => [field, joined((table) => table.columns.get(field) ?? null)]));
  if (spec.id !== null) columns.set(spec.id, ids);
  return {
    columns,
    ids,
    files: parts.map((part) => part.file),
    line: stacked(parts, (part) => part.table.line),
    tools: parts.map((part) => part.tool),
    part: stacked(parts, (_, at) => at),
    hashLow: stacked(parts, (part) => part.table.hashLow),
    hashHigh: stacked(parts, (part) => part.table.hashHigh),
    updated: (columns.get('updated_at') as Float64Array | undefined) ?? null,
    sequence: parts.every((part) => part.table.sequence === null) ? null : (joined((table) => table.sequence) as Float64Array),
    fileNewest: parts.map((part) => part.newest),
    parts: parts.map((part) => part.table),
  };
}
