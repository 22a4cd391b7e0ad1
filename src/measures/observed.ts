import { numbers, type TableName } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import { oldestDay } from './population.ts';

/** The instants that show a table to be kept. */
const ANCHORS: Partial<Record<TableName, readonly string[]>> = {
  tickets: ['opened_at', 'resolved_at', 'closed_at'],
  surveys: ['sent_at', 'answered_at'],
  complaints: ['received_at'],
  contacts: ['at'],
  time_entries: ['started_at'],
};

/**
 * The first day of each table that measures count, up to the as-of day: from here on a period without rows has none,
 * before it nothing is known. A table without such a day is absent.
 */
export const firstDays: (context: Context) => ReadonlyMap<TableName, number> = once((context) => {
  const days = new Map<TableName, number>();
  for (const [name, fields] of Object.entries(ANCHORS) as [TableName, readonly string[]][]) {
    const day = Math.min(...fields.map((field) => firstDay(context, name, field)));
    if (day < Infinity) days.set(name, day);
  }
  return days;
});

function firstDay(context: Context, name: TableName, field: string): number {
  const table = context.facts.tables[name];
  const instants = table === undefined ? null : numbers(table, field);
  const oldest = oldestDay(context);
  let first = Infinity;
  for (const instant of instants ?? []) {
    if (!(instant < first) || instant >= context.end) continue;
    if (dayOf(instant, context.zone) >= oldest) first = instant;
  }
  return first < Infinity ? dayOf(first, context.zone) : Infinity;
}

/** Rows that a table would have had after its last one, at its own rate, before it counts as ended: by chance one in 20,000. */
const SURELY_MISSING = 10;
const FEWEST_ROWS = 30;
/** Days without a row that holidays explain. */
const QUIET_DAYS = 21;

/**
 * The last day of each table that ends before the as-of day while its rows came too often for the silence to be chance:
 * an export that was not renewed. A table that goes on, was silent for three weeks at most, or has fewer than thirty
 * rows is absent.
 */
export const endedTables: (context: Context) => ReadonlyMap<TableName, number> = once((context) => {
  const days = new Map<TableName, number>();
  for (const [name, first] of firstDays(context)) {
    const { rows } = context.facts.tables[name]!;
    const last = lastDay(context, name);
    const expected = (rows / (last - first + 1)) * (context.asOf - last);
    if (rows >= FEWEST_ROWS && context.asOf - last > QUIET_DAYS && expected > SURELY_MISSING) days.set(name, last);
  }
  return days;
});

function lastDay(context: Context, name: TableName): number {
  let last = -Infinity;
  for (const field of ANCHORS[name]!) {
    for (const instant of numbers(context.facts.tables[name]!, field) ?? []) if (instant > last && instant < context.end) last = instant;
  }
  return dayOf(last, context.zone);
}
