import type { Column } from '../facts/columns.ts';
import type { TableName } from '../facts/table.ts';
import { tables as specs } from '../facts/tables.ts';
import { DAY_MS } from '../time/weeks.ts';

/** Fields that speak of the future say nothing about how new a file is. */
const FUTURE = /due|planned|window|next_review|^end$|scheduled|revised|requested|project_end/;

/** Tables that are kept ahead of time, so that their newest row says nothing either, and what their rows say of things that happened all the same. */
const AHEAD: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  clients: [],
  events: [],
  training: [],
  meetings: [],
  appointments: ['arrived_at', 'cancelled_at'],
  contracts: [],
};

/** Whether an instant field of a table says when something happened, not when it shall: due dates, plans and contract ends do not. */
export function happened(table: TableName, field: string): boolean {
  return AHEAD[table]?.includes(field) ?? !FUTURE.test(field);
}

/** A late instant of a file and where it stands. */
export interface Late {
  readonly at: number;
  readonly line: number;
  readonly column: string;
}

const KEPT = 32;
/** Rows that may be wrong by themselves, and the days without any other row that make them so. */
const FEW_ROWS = 3;
const GAP = 60 * DAY_MS;

/** Adds the latest instants of a column to a list of at most 32, latest first; exports mostly end with their newest rows, so it begins there. */
export function keepLatest(list: Late[], values: Float64Array, lines: Int32Array, column: string): void {
  let least = list.length < KEPT ? -Infinity : list.at(-1)!.at;
  for (let row = values.length - 1; row >= 0; row--) {
    const at = values[row]!;
    if (!(at > least)) continue;
    let place = list.length;
    while (place > 0 && list[place - 1]!.at < at) place--;
    list.splice(place, 0, { at, line: lines[row]!, column });
    if (list.length > KEPT) list.pop();
    least = list.length < KEPT ? -Infinity : list.at(-1)!.at;
  }
}

/**
 * Instants of one to three rows that lie more than 60 days after every other instant of all files: slips of the pen,
 * such as a wrong year, which must not decide how far the data reach. Empty where there are none.
 */
export function aheadOf<Place extends Late & { readonly file: string }>(latest: readonly Place[]): readonly Place[] {
  const sorted = [...latest].sort((a, b) => b.at - a.at);
  const rows = new Set<string>();
  for (const [index, { file, line, at }] of sorted.entries()) {
    rows.add(`${file} ${line}`);
    const next = sorted[index + 1];
    if (rows.size > FEW_ROWS || next === undefined) return [];
    if (at - next.at > GAP) return sorted.slice(0, index + 1);
  }
  return [];
}

/** The first instant of what happened in these tables, NaN without any. */
export function oldestIn(tables: readonly { readonly table: TableName; readonly columns: ReadonlyMap<string, Column> }[]): number {
  let oldest = Infinity;
  for (const { table, columns } of tables)
    for (const [field, column] of columns) {
      if (specs[table].fields[field]?.kind !== 'instant' || !happened(table, field)) continue;
      const values = column as Float64Array;
      for (let row = 0; row < values.length; row++) if (values[row]! < oldest) oldest = values[row]!;
    }
  return oldest === Infinity ? NaN : oldest;
}
