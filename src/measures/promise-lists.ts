import { texts } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { WINDOW_DAYS } from './axis.ts';
import { daysOf } from './days.ts';
import type { Context } from './measure.ts';
import { promisesOf } from './promises-columns.ts';

export interface OverduePromise {
  /** Row of the promise, and the id that its file gives it. */
  readonly row: number;
  readonly id: string;
  /** Index of the client, UNNAMED or UNMAPPED. */
  readonly client: number;
  /** Local day on which it first fell due, and whole days since then at the as-of day. */
  readonly due: number;
  readonly days: number;
}

/**
 * Promises that fell due up to the as-of day and are not kept, the oldest first, then by id; null where nothing records
 * which were kept.
 */
export function overduePromises(context: Context): readonly OverduePromise[] | null {
  const promises = promisesOf(context);
  const ids = promises && texts(promises.table, 'promise_id');
  if (promises === null || promises.kept === null || ids === null) return null;
  const { due, kept, client } = promises;
  const found: OverduePromise[] = [];
  for (let row = 0; row < due.length; row++) {
    if (!(due[row]! < context.end) || !Number.isNaN(kept[row])) continue;
    const on = dayOf(due[row]!, context.zone);
    found.push({ row, id: ids.at(row)!, client: client[row]!, due: on, days: context.asOf - on });
  }
  return found.toSorted((a, b) => due[a.row]! - due[b.row]! || (a.id < b.id ? -1 : 1));
}

/** Lead time of one promise in ms: as promised, and as it took. */
export interface LeadTime {
  /** Row of the promise, and the id that its file gives it. */
  readonly row: number;
  readonly id: string | null;
  readonly client: number;
  /** Local day on which it was kept. */
  readonly kept: number;
  readonly promised: number;
  readonly taken: number;
}

/** Lead times of the promises kept in the 13-week window, as E10 counts them, the newest first; null where no times are recorded. */
export function leadTimePairs(context: Context): readonly LeadTime[] | null {
  const promises = promisesOf(context);
  if (promises === null || promises.made === null || promises.kept === null) return null;
  const { table, made, due, kept, client } = promises;
  const ids = texts(table, 'promise_id');
  const day = daysOf(context, kept);
  const found: LeadTime[] = [];
  for (let row = 0; row < due.length; row++) {
    const [promised, taken] = [due[row]! - made[row]!, kept[row]! - made[row]!];
    if (day[row]! > context.asOf - WINDOW_DAYS && promised > 0 && taken >= 0)
      found.push({ row, id: ids?.at(row) ?? null, client: client[row]!, kept: day[row]!, promised, taken });
  }
  return found.toSorted((a, b) => kept[b.row]! - kept[a.row]! || a.row - b.row);
}
