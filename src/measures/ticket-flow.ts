import { lastAtOrBefore } from '../time/search.ts';
import { dayStart } from '../time/weeks.ts';
import { endedWithoutTime } from './ended.ts';
import type { Context } from './measure.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';

/** The measures whose rows open and resolve tickets. */
export const OPENED = 'A1-tickets';
export const RESOLVED_TICKETS = 'F2-elapsed';

/**
 * Tickets that come, stay and go, week by week: opened + before = resolved + otherwise + after.
 * Cell (client c, week w) lies at `(c + 1) * starts.length + w`; the firm is client -1.
 */
export interface Flow {
  /** Monday of each week. */
  readonly starts: Int32Array;
  readonly opened: Float64Array;
  readonly resolved: Float64Array;
  /** Closed without a resolution time; dated backwards, or over without any time, which counts in the week of opening. */
  readonly otherwise: Float64Array;
  /** Open as the week begins, and as it ends. */
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/**
 * The tickets' account, counted from their instants; null where no export says when they are opened or resolved. A
 * ticket goes at its last resolution up to the as-of day; those merged or raised by monitoring are left out.
 */
export function ticketFlow(context: Context, starts: Int32Array): Flow | null {
  const tickets = ticketsOf(context);
  if (tickets === null || tickets.opened === null || tickets.resolved === null) return null;
  const { opened, resolved, closed, table } = tickets;
  const weeks = starts.length;
  const cells = weeks * (context.facts.clients.list.length + 1);
  const flow = { starts, ...columns(cells) };
  const weekOf = weekFinder(context, starts);
  const [over, rules] = [endedWithoutTime(table), neverCounted(tickets)];
  const count = (client: number, came: number, went: number, column: Float64Array): void => {
    const base = (client + 1) * weeks;
    if (came >= 0 && came < weeks) flow.opened[base + came]!++;
    if (went >= 0 && went < weeks) column[base + went]!++;
    for (let week = Math.max(0, came + 1); week <= Math.min(went, weeks - 1); week++) flow.before[base + week]!++;
    for (let week = Math.max(0, came); week < Math.min(went, weeks); week++) flow.after[base + week]!++;
  };
  for (let row = 0; row < table.rows; row++) {
    if (!(opened[row]! < context.end) || rules.some(([, holds]) => holds(row))) continue;
    const from = opened[row]!;
    const solved = resolved[row]!;
    const shut = closed?.[row] ?? NaN;
    const came = weekOf(from);
    const kept = solved >= from;
    const went = kept ? weekOf(solved) : solved < from || over(row) || shut < from ? came : Number.isNaN(shut) ? Infinity : weekOf(shut);
    const column = kept ? flow.resolved : flow.otherwise;
    count(-1, came, went, column);
    if (table.client[row]! >= 0) count(table.client[row]!, came, went, column);
  }
  return flow;
}

function columns(cells: number): Omit<Flow, 'starts'> {
  const none = () => new Float64Array(cells);
  return { opened: none(), resolved: none(), otherwise: none(), before: none(), after: none() };
}

/** Week of an instant by its number: -1 before the first, the number of weeks after the last. */
function weekFinder({ zone }: Context, starts: Int32Array): (instant: number) => number {
  const begins = Float64Array.from([...starts, ...(starts.length === 0 ? [] : [starts.at(-1)! + 7])], (day) => dayStart(day, zone));
  let hint = 0;
  return (instant) => {
    const week = lastAtOrBefore(begins, instant, Math.max(0, hint));
    hint = week;
    return week;
  };
}
