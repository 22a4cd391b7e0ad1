import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../src/facts/facts.ts';
import type { FactTable } from '../../src/facts/table.ts';
import { proofTables, schema, type SqlType } from './schema.ts';

/**
 * Writes the facts into a folder, one CSV a table: the index of the client (-1 = none named, -2 = unmapped), then the
 * columns of the schema. Instants are epoch milliseconds, flags true and false; an empty cell is missing. A table or
 * column that no file gave is written empty. `client_list.csv` holds the clients in order of index, and whether the firm
 * lists its clients.
 */
export function writeFacts(facts: Facts, folder: string): void {
  for (const name of proofTables) {
    const columns = schema[name];
    const head = ['client', ...columns.map(([column]) => column)];
    writeFileSync(join(folder, `${name}.csv`), csv(head, rowsOf(facts.tables[name], columns)));
  }
  const list = facts.clients.list.map((one, index) => [
    String(index),
    String(facts.clients.listed),
    quoted(one.id),
    quoted(one.name),
    ...[one.start, one.end, one.reviewDays, one.targetLow, one.targetHigh].map(number),
  ]);
  writeFileSync(
    join(folder, 'client_list.csv'),
    csv(['client', 'listed', 'id', 'name', 'start_at', 'end_at', 'review_days', 'target_low', 'target_high'], list),
  );
}

function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

function rowsOf(table: FactTable | undefined, columns: readonly (readonly [string, SqlType])[]): string[][] {
  if (table === undefined) return [];
  const cells = columns.map(([name, type]) => cellOf(table, name, type));
  return Array.from({ length: table.rows }, (_, row) => [String(table.client[row]), ...cells.map((cell) => cell(row))]);
}

function cellOf(table: FactTable, name: string, type: SqlType): (row: number) => string {
  const column = table.data.column(name) as { at(row: number): string | number | null } | undefined;
  if (column === undefined) return () => '';
  if (type === 'VARCHAR') return (row) => quoted(column.at(row) as string | null);
  if (type === 'BOOLEAN') return (row) => ({ '1': 'true', '0': 'false' })[String(column.at(row))] ?? '';
  return (row) => number(column.at(row) as number);
}

function number(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

function quoted(text: string | null): string {
  return text === null ? '' : `"${text.replaceAll('"', '""')}"`;
}
