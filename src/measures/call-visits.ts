import { codes, numbers, type FactTable } from '../facts/table.ts';
import type { Context } from './measure.ts';
import { clientsByTicket, ticketsNamed } from './tickets-columns.ts';

interface Visit {
  readonly at: number;
  readonly missed: boolean;
}

/**
 * How many visits in a row a client (by its index) has seen missed, up to the newest one that was due by the as-of day.
 * Cancelled visits and those still planned do not count. Null where no appointment says what became of it.
 */
export function missedVisits(context: Context): ((client: number) => number) | null {
  const table = context.facts.tables.appointments;
  if (table === undefined) return null;
  const clients = clientsByTicket(context, table, ticketsNamed(context, table));
  const visitAt = visitsOf(table);
  const byClient = new Map<number, Visit[]>();
  for (let row = 0; row < table.rows; row++) {
    const visit = visitAt(row);
    if (visit === null || !(visit.at < context.end)) continue;
    byClient.set(clients[row]!, [...(byClient.get(clients[row]!) ?? []), visit]);
  }
  if (byClient.size === 0) return null;
  return (client) => {
    const newestFirst = (byClient.get(client) ?? []).toSorted((a, b) => b.at - a.at || Number(a.missed) - Number(b.missed));
    const kept = newestFirst.findIndex(({ missed }) => !missed);
    return kept < 0 ? newestFirst.length : kept;
  };
}

/** A visit that was done or missed; without a status it was missed when its window ended without an arrival. */
function visitsOf(table: FactTable): (row: number) => Visit | null {
  const status = codes(table, 'status');
  const [from, to, agreed, arrived] = ['window_start', 'window_end', 'scheduled_on', 'arrived_at'].map((field) => numbers(table, field));
  const cancelled = numbers(table, 'cancelled_at');
  return (row) => {
    const at = [to, from, agreed, arrived].map((column) => column?.[row] ?? NaN).find((one) => !Number.isNaN(one));
    const said = status?.at(row) ?? null;
    const came = !Number.isNaN(arrived?.[row] ?? NaN);
    if (at === undefined || !Number.isNaN(cancelled?.[row] ?? NaN)) return null;
    if (said === 'missed' || said === 'done') return { at, missed: said === 'missed' };
    if (came) return { at, missed: false };
    return said === null && arrived && to && !Number.isNaN(to[row]) ? { at, missed: true } : null;
  };
}
