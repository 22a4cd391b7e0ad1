import { numbers, type TableName } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import type { Context, Population } from './measure.ts';
import { once } from './once.ts';
import { oldestDay, refined } from './population.ts';

/**
 * What shows that a table is kept: for each way in which a row tells its day, the columns that may, of which the first
 * that is filled counts. They are the instants by which measures count rows, and those at which the row was written
 * down. Events stand in charts and are counted nowhere; clients and contracts are no record of days.
 */
const ANCHORS: Partial<Record<TableName, readonly (readonly string[])[]>> = {
  tickets: [['opened_at'], ['resolved_at'], ['closed_at']],
  surveys: [['sent_at'], ['answered_at']],
  complaints: [['received_at']],
  contacts: [['at']],
  time_entries: [['started_at']],
  appointments: [['window_start', 'scheduled_on'], ['arrived_at'], ['cancelled_at']],
  promises: [['made_at'], ['due_at'], ['kept_at']],
  meetings: [['held_at', 'planned_at']],
  replacements: [['replaced_at']],
  reports_sent: [['sent_at']],
  training: [['at']],
};

/**
 * The first day of each table that measures count, up to the as-of day: from here on a period without rows has none,
 * before it nothing is known. A table without such a day is absent.
 */
export const firstDays: (context: Context) => ReadonlyMap<TableName, number> = once((context) => {
  const days = new Map<TableName, number>();
  const oldest = oldestDay(context);
  for (const name of Object.keys(ANCHORS) as TableName[]) {
    let first = Infinity;
    for (const instants of anchorsOf(context, name)) {
      for (let row = 0; row < instants.length; row++) {
        const instant = instants[row]!;
        if (instant < first && instant < context.end && dayOf(instant, context.zone) >= oldest) first = instant;
      }
    }
    if (first < Infinity) days.set(name, dayOf(first, context.zone));
  }
  return days;
});

/** The instants of a table that show it to be kept, NaN where a row has none; empty without the table. */
function anchorsOf({ facts }: Context, name: TableName): readonly Float64Array[] {
  const table = facts.tables[name];
  if (table === undefined) return [];
  return ANCHORS[name]!.flatMap((fields) => {
    const [first, ...others] = fields.flatMap((field) => numbers(table, field) ?? []);
    if (first === undefined) return [];
    return [others.reduce((known, other) => known.map((at, row) => (Number.isNaN(at) ? other[row]! : at)), first)];
  });
}

/**
 * The rows of a population from the first day of another table on, which they are counted against; a row before it has nothing to stand
 * over, and is left out for this reason. All rows where the other table has no day at all.
 */
export function sinceKept(context: Context, population: Population | null, against: TableName, reason: string): Population | null {
  const first = firstDays(context).get(against);
  return population && first !== undefined ? refined(population, { leftOut: [[reason, (row) => population.day[row]! < first]] }) : population;
}

/** Rows that a table would have had after its last one, at its own rate, before it counts as ended: by chance one in 20,000. */
const SURELY_MISSING = 10;
const FEWEST_ROWS = 30;
/** Days without a row that holidays explain. */
const QUIET_DAYS = 21;
/** Tables whose rows come one by one. Reviews, courses and reports come in batches, and their silence says nothing. */
const STREAMS: readonly TableName[] = ['tickets', 'surveys', 'complaints', 'contacts', 'time_entries'];

/**
 * The last day of each table that ends before the as-of day while its rows came too often for the silence to be chance:
 * an export that was not renewed. A table that goes on, was silent for three weeks at most, has fewer than thirty rows
 * or rows that come in batches is absent.
 */
export const endedTables: (context: Context) => ReadonlyMap<TableName, number> = once((context) => {
  const days = new Map<TableName, number>();
  for (const name of STREAMS) {
    const first = firstDays(context).get(name);
    if (first === undefined) continue;
    const { rows } = context.facts.tables[name]!;
    const last = lastDay(context, name);
    const expected = (rows / (last - first + 1)) * (context.asOf - last);
    if (rows >= FEWEST_ROWS && context.asOf - last > QUIET_DAYS && expected > SURELY_MISSING) days.set(name, last);
  }
  return days;
});

function lastDay(context: Context, name: TableName): number {
  let last = -Infinity;
  for (const instants of anchorsOf(context, name)) {
    for (const instant of instants) if (instant > last && instant < context.end) last = instant;
  }
  return dayOf(last, context.zone);
}
