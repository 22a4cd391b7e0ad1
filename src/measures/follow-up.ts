import { codes, numbers, type FactTable } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { upTo } from './complaints-columns.ts';
import { daysOf } from './days.ts';
import type { Context, Measure } from './measure.ts';
import { LEFT_OUT } from './measure.ts';
import { once } from './once.ts';
import { populationOf } from './population.ts';
import { LATE_FAILURE, leaves, NO_FAILURE, NO_FINDER, YOUNG_PART } from './reasons.ts';

const FROM = 25;
const TO = 40;
/** Days within which a replaced part that fails again is a repeated failure. */
export const REPEAT_DAYS = 60;

/** Replacements with the local day of each, and of the follow-up; LEFT_OUT for none up to the as-of day. */
interface Replaced {
  readonly table: FactTable;
  readonly day: Int32Array;
  readonly followed: Int32Array | null;
}

const replaced: (context: Context) => Replaced | null = once((context) => {
  const table = context.facts.tables.replacements;
  const at = table === undefined ? null : numbers(table, 'replaced_at');
  if (table === undefined || at === null) return null;
  const followed = numbers(table, 'followed_up_at');
  return { table, day: daysOf(context, upTo(context, at, table.rows)), followed: followed && daysOf(context, upTo(context, followed, table.rows)) };
});

/** 1 where the follow-up fell on day 25 to 40 after the replacement. */
function inTime({ day, followed }: Replaced, row: number): boolean {
  const after = followed![row]! - day[row]!;
  return followed![row] !== LEFT_OUT && after >= FROM && after <= TO;
}

const followUp: Measure = {
  id: 'E12',
  title: 'Followed up a month after a replacement',
  question: 'Do we ask how a new part does, a month on?',
  definition: `Of the replacements made, the share followed up between day ${FROM} and day ${TO} after it. One counts on day ${TO}, when it is decided.`,
  formula: `replacements followed up on day ${FROM} to ${TO} ÷ replacements at least ${TO} days old`,
  unit: 'share',
  inputs: ['replacements.replaced_at', 'replacements.followed_up_at'],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(YOUNG_PART),
  version: 1,
  population: (context) => {
    const known = replaced(context);
    if (known === null || known.followed === null) return null;
    const { table, day } = known;
    const at = Float64Array.from(day, (on) => (on === LEFT_OUT ? NaN : dayStart(on + TO, context.zone)));
    return populationOf(context, table, {
      leftOut: [[YOUNG_PART, (row) => !(at[row]! < context.end)]],
      at,
      value: (row) => (inTime(known, row) ? 1 : 0),
    });
  },
};

const foundByUs: Measure = {
  id: 'E13',
  title: 'Repeat failures that we hear first',
  question: 'When a new part fails again, do we know before the client tells us?',
  definition: `Of the replacements that failed again within ${REPEAT_DAYS} days, the share that we noticed. A failure counts when it came.`,
  formula: 'repeat failures found by us ÷ repeat failures',
  unit: 'share',
  inputs: ['replacements.replaced_at', 'replacements.failed_again_at', 'replacements.failure_found_by'],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(NO_FAILURE, LATE_FAILURE, NO_FINDER),
  version: 1,
  population: (context) => {
    const known = replaced(context);
    const column = known && numbers(known.table, 'failed_again_at');
    const finder = known && codes(known.table, 'failure_found_by');
    if (known === null || column === null || finder === null) return null;
    const { table, day } = known;
    const failed = upTo(context, column, table.rows);
    const on = daysOf(context, failed);
    const us = finder.dictionary.indexOf('us');
    return populationOf(context, table, {
      leftOut: [
        [NO_FAILURE, (row) => Number.isNaN(failed[row]) || day[row] === LEFT_OUT],
        [LATE_FAILURE, (row) => on[row]! - day[row]! > REPEAT_DAYS],
        [NO_FINDER, (row) => finder.codes[row]! < 0],
      ],
      at: failed,
      value: (row) => (us >= 0 && finder.codes[row] === us ? 1 : 0),
    });
  },
};

export interface FollowUpDue {
  /** Row of the replacement, index of its client, UNMAPPED for none, and what was replaced, null where unknown. */
  readonly row: number;
  readonly client: number;
  readonly asset: string | null;
  /** Local days between which the follow-up is in time. */
  readonly from: number;
  readonly to: number;
}

/** The follow-ups that are due in the seven days after the as-of day, the most pressing first; null where none are recorded. */
export function followUpsDue(context: Context): readonly FollowUpDue[] | null {
  const known = replaced(context);
  if (known === null || known.followed === null) return null;
  const { table, day } = known;
  const asset = codes(table, 'asset');
  const due: FollowUpDue[] = [];
  for (let row = 0; row < table.rows; row++) {
    const [from, to] = [day[row]! + FROM, day[row]! + TO];
    const thisWeek = from <= context.asOf + 7 && to > context.asOf;
    if (day[row] !== LEFT_OUT && thisWeek && !inTime(known, row)) due.push({ row, client: table.client[row]!, asset: asset?.at(row) ?? null, from, to });
  }
  return due.toSorted((a, b) => a.to - b.to || a.client - b.client);
}

/** Whether we follow up on replacements, and hear of repeat failures first. */
export const followUps: readonly Measure[] = [followUp, foundByUs];
