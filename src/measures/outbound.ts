import { codes } from '../facts/table.ts';
import { dayOf } from '../time/weeks.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Context } from './measure.ts';

const KEPT_DAYS = 30;

/**
 * Day of the last contact that we began up to the as-of day, by the index of the client (null = none on record); null
 * where no contacts are kept, nothing says who began them, or fewer than 30 days of them are.
 */
export function lastOutbound(context: Context): ((client: number) => number | null) | null {
  const contacts = contactsOf(context);
  const direction = contacts && codes(contacts.table, 'direction');
  if (contacts === null || direction === null) return null;
  const { at, table } = contacts;
  const out = direction.dictionary.indexOf('out');
  const last = new Map<number, number>();
  let first = Infinity;
  for (let row = 0; row < table.rows; row++) {
    const when = at[row]!;
    if (!(when < context.end)) continue;
    first = Math.min(first, when);
    const client = table.client[row]!;
    if (out >= 0 && direction.codes[row] === out && when > (last.get(client) ?? -Infinity)) last.set(client, when);
  }
  if (!(context.asOf - dayOf(first, context.zone) >= KEPT_DAYS)) return null;
  return (client) => (last.has(client) ? dayOf(last.get(client)!, context.zone) : null);
}
