import { codes, numbers, UNNAMED } from '../facts/table.ts';
import { dayFromText, dayOf } from '../time/weeks.ts';
import type { Context } from './measure.ts';

/**
 * First day of the courtesy programme: the settings' day, else the firm's first event of kind programme-start; null
 * where neither is given or the day lies after the as-of day.
 */
export function programmeStart(context: Context): number | null {
  const { start } = context.settings.courtesy;
  const day = start === undefined ? firstEvent(context) : dayFromText(start);
  return day !== null && day <= context.asOf ? day : null;
}

function firstEvent({ facts, zone }: Context): number | null {
  const table = facts.tables.events;
  const [dates, kinds] = [table && numbers(table, 'date'), table && codes(table, 'kind')];
  if (!table || !dates || !kinds) return null;
  const starts = dates.filter((at, row) => !Number.isNaN(at) && table.client[row] === UNNAMED && kinds.at(row) === 'programme-start');
  return starts.length === 0 ? null : dayOf(Math.min(...starts), zone);
}
