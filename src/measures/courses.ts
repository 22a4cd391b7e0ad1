import { numbers, type FactTable } from '../facts/table.ts';
import { upTo } from './complaints-columns.ts';
import { daysOf } from './days.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { once } from './once.ts';
import { timelines, type Timelines } from './timelines.ts';

/** What measures read of the training offered: one row a course and client. Columns of the table's length, NaN = none. */
export interface Courses {
  readonly table: FactTable;
  /** When it was, up to the as-of day, and its local day, LEFT_OUT for later ones. */
  readonly at: Float64Array;
  readonly day: Int32Array;
  /** 0 where a client is written down and nobody of it was invited. */
  readonly offered: Uint8Array;
  /** People invited, and people who came. */
  readonly invited: Float64Array;
  readonly attended: Float64Array;
  /** The rows of a client, of all for the firm (-1), as they stand in the table. */
  readonly rows: (client: number) => readonly number[];
  /** The courses offered to each client. */
  readonly lines: Timelines;
}

/** The training offered, null without any. */
export const coursesOf: (context: Context) => Courses | null = once((context) => {
  const table = context.facts.tables.training;
  const column = table === undefined ? null : numbers(table, 'at');
  if (table === undefined || column === null) return null;
  const at = upTo(context, column, table.rows);
  const people = (field: string): Float64Array => numbers(table, field) ?? new Float64Array(table.rows).fill(NaN);
  const invited = people('invited');
  const offered = Uint8Array.from(invited, (some) => (some === 0 ? 0 : 1));
  const day = daysOf(context, at);
  const lines = timelines(table.client, at, context.facts.clients.list.length, (row) => day[row] !== LEFT_OUT && offered[row] === 1);
  const all = Array.from({ length: table.rows }, (_, row) => row);
  const byClient = Map.groupBy(all, (row) => table.client[row]!);
  const rows = (client: number): readonly number[] => (client < 0 ? all : (byClient.get(client) ?? []));
  return { table, at, day, rows, offered, invited, attended: people('attended'), lines };
});
