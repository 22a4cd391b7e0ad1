import type { CodeColumn } from '../facts/columns.ts';
import { codes, numbers, texts } from '../facts/table.ts';
import { rowsById, rowsNamed } from '../facts/joins.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import { summingOrder } from './order.ts';

/** The complaints that each time entry is for; most are for none. */
export interface ComplaintsTimed {
  /** Row of the complaint that the entry names itself, -1 for none. */
  readonly named: Int32Array;
  /** The ticket that each entry names, whether its export is there or not. */
  readonly ticket: CodeColumn | null;
  /** Complaints by the ticket that they name. */
  readonly byTicket: ReadonlyMap<string, readonly number[]>;
}

/** What the time entries are for; null without time entries or complaints. */
export const complaintsTimed: (context: Context) => ComplaintsTimed | null = once((context) => {
  const { time_entries: entries, complaints } = context.facts.tables;
  if (entries === undefined || complaints === undefined) return null;
  const ids = texts(complaints, 'complaint_id');
  const byTicket = new Map<string, number[]>();
  const tickets = codes(complaints, 'ticket_id');
  for (let row = 0; row < complaints.rows; row++) {
    const ticket = tickets?.at(row) ?? null;
    if (ticket !== null) byTicket.set(ticket, [...(byTicket.get(ticket) ?? []), row]);
  }
  return {
    named: rowsNamed(codes(entries, 'complaint_id'), entries.rows, ids === null ? () => -1 : rowsById(ids)),
    ticket: codes(entries, 'ticket_id'),
    byTicket,
  };
});

/** Rows of the complaints that a time entry is for: the one it names, else those about its ticket. */
export function complaintsOfEntry({ named, ticket, byTicket }: ComplaintsTimed, entry: number): readonly number[] {
  const own = named[entry]!;
  return own >= 0 ? [own] : (byTicket.get(ticket?.at(entry) ?? '') ?? []);
}

/**
 * Minutes logged for each complaint up to the as-of day, NaN where none: an entry of zero minutes says nothing. Time on a
 * ticket that several complaints name is shared among them in equal parts.
 */
export function complaintMinutes(context: Context): Float64Array {
  const { time_entries: entries, complaints } = context.facts.tables;
  const minutes = new Float64Array(complaints?.rows ?? 0).fill(NaN);
  const timed = complaintsTimed(context);
  const [logged, started] = ['minutes', 'started_at'].map((field) => entries && numbers(entries, field));
  if (!timed || !logged || !started) return minutes;
  for (const entry of summingOrder(logged)) {
    if (!(started[entry]! < context.end && logged[entry]! > 0)) continue;
    const shared = complaintsOfEntry(timed, entry);
    for (const row of shared) minutes[row] = (Number.isNaN(minutes[row]) ? 0 : minutes[row]!) + logged[entry]! / shared.length;
  }
  return minutes;
}
