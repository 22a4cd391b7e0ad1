import { fold } from '../fold.ts';
import { codes, numbers } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { causesOf } from './cause-words.ts';
import { formalComplaints } from './formal-complaints.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { poissonRate, type Interval } from './statistics.ts';

const YEAR = 364;
const SPAN = 90;

/** Complaints of one cause in some days, and how many that is in 90 days, with its interval. */
export interface Recurrence {
  readonly complaints: number;
  readonly days: number;
  /** Null without a day. */
  readonly per90: number | null;
  readonly interval: Interval | null;
}

export interface Cause {
  /** As most rows of the log write it, null = complaints without a cause. */
  readonly cause: string | null;
  /** Complaints of the 52 weeks up to the as-of day. */
  readonly complaints: number;
  /** Local day of the newest event of kind fixed for it, null without one. */
  readonly fixedOn: number | null;
  /** From the first complaint on record to the day before the fix, and from the fix to the as-of day; null without a fix. */
  readonly before: Recurrence | null;
  readonly after: Recurrence | null;
}

/** The causes of formal complaints, the most frequent first, with what a fix changed (D18); null where no causes are recorded. */
export function complaintCauses(context: Context): readonly Cause[] | null {
  const population = formalComplaints(context);
  const { complaints } = context.facts.tables;
  const column = complaints === undefined ? null : causesOf(complaints);
  if (population === null || column === null) return null;
  const days = new Map<string | null, number[]>();
  let first = Infinity;
  population.day.forEach((day, row) => {
    if (day === LEFT_OUT) return;
    first = Math.min(first, day);
    const cause = column.at(row);
    const own = days.get(cause);
    if (own === undefined) days.set(cause, [day]);
    else own.push(day);
  });
  const fixes = fixedDays(context);
  const causes = [...days].map(([cause, own]): Cause => {
    const fixedOn = cause === null ? null : (fixes.get(fold(cause)) ?? null);
    const of = (from: number, to: number) => recurrence(own.filter((day) => day >= from && day <= to).length, Math.max(0, to - from + 1));
    return {
      cause,
      complaints: own.filter((day) => day > context.asOf - YEAR).length,
      fixedOn,
      before: fixedOn === null ? null : of(first, fixedOn - 1),
      after: fixedOn === null ? null : of(fixedOn, context.asOf),
    };
  });
  return causes.toSorted((a, b) => b.complaints - a.complaints || ((a.cause ?? '') < (b.cause ?? '') ? -1 : 1));
}

function recurrence(complaints: number, days: number): Recurrence {
  return { complaints, days, per90: days === 0 ? null : (complaints * SPAN) / days, interval: poissonRate(complaints, days, SPAN) };
}

/** Local day of the newest fix of each cause, folded, up to the as-of day. */
function fixedDays({ facts, zone, end }: Context): ReadonlyMap<string, number> {
  const table = facts.tables.events;
  const [date, kind, cause] = [table && numbers(table, 'date'), table && codes(table, 'kind'), table && codes(table, 'cause')];
  const fixes = new Map<string, number>();
  if (!table || !date || !kind || !cause) return fixes;
  for (let row = 0; row < table.rows; row++) {
    const name = cause.at(row);
    if (kind.at(row) !== 'fixed' || name === null || !(date[row]! < end)) continue;
    fixes.set(fold(name), Math.max(fixes.get(fold(name)) ?? -Infinity, dayOf(date[row]!, zone)));
  }
  return fixes;
}
