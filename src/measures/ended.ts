import { codes, numbers, type FactTable } from '../facts/table.ts';

const OVER: ReadonlySet<string> = new Set(['resolved', 'closed', 'unresolved', 'merged']);

/** Tickets whose status says that they are over while no column says since when; the status is that of the newest export. */
export function endedWithoutTime(table: FactTable): (row: number) => boolean {
  const status = codes(table, 'status');
  const over = status?.dictionary.map((word) => OVER.has(word)) ?? [];
  const ends = ['resolved_at', 'closed_at'].map((field) => numbers(table, field));
  return (row) => (over[status?.codes[row] ?? -1] ?? false) && ends.every((end) => Number.isNaN(end?.[row] ?? NaN));
}
