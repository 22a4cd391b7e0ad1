import { seconds } from './clock.ts';
import { clientOf } from './clients.ts';
import type { Phrase } from './phrases.ts';
import { ticketOf } from './tickets.ts';
import type { Ticket } from './ticket.ts';
import { special } from './truth.ts';

/** A ticket opened at a moment (UTC) that a zone mistake would move to another day, with the week it must land in. */
export interface Edge {
  readonly what: string;
  readonly opened: string;
  /** Monday of the ISO week in London. */
  readonly week: string;
}

/** Moments around the two hours a year that repeat or are left out, and around midnight between two weeks. */
export const edges: readonly Edge[] = [
  { what: 'last second before the hour that is left out', opened: '2025-03-30T00:59:59Z', week: '2025-03-24' },
  { what: 'first second after the hour that is left out', opened: '2025-03-30T01:00:00Z', week: '2025-03-24' },
  { what: 'Sunday in UTC, Monday in London', opened: '2025-03-30T23:20:00Z', week: '2025-03-31' },
  { what: '01:30 in London for the first time', opened: '2025-10-26T00:30:00Z', week: '2025-10-20' },
  { what: '01:30 in London for the second time', opened: '2025-10-26T01:30:00Z', week: '2025-10-20' },
  { what: 'Sunday in both after the change', opened: '2025-10-26T23:40:00Z', week: '2025-10-20' },
  { what: 'Sunday in UTC, Monday in London', opened: '2026-06-14T23:30:00Z', week: '2026-06-15' },
  { what: 'first second after the hour that is left out', opened: '2026-03-29T01:00:00Z', week: '2026-03-23' },
];

const overnight: Phrase = { summary: 'Cannot sign in overnight', type: 'Account', subtype: 'Password' };
const museum: readonly (readonly [string, Phrase])[] = [
  ['2025-06-11T09:05:20Z', { summary: 'Till screen frozen', type: 'Hardware', subtype: 'Laptop' }],
  ['2025-11-19T14:31:02Z', { summary: 'Guest Wi-Fi code', type: 'Network', subtype: 'Wi-Fi' }],
  ['2026-07-14T10:48:44Z', { summary: 'Printer offline', type: 'Printing', subtype: 'Printer' }],
];

function sure(ticket: Ticket): Ticket {
  return ticket.resolved === null ? { ...ticket, resolved: ticket.opened + 9000, resolvedFirst: ticket.opened + 9000, closed: ticket.opened + 9400 } : ticket;
}

/** Tickets that stand where they stand for a reason; keys count from `firstKey`. */
export function plantedTickets(firstKey: number): readonly Ticket[] {
  const care = clientOf('calderbrook');
  const three = clientOf(special.threeTickets);
  const late = edges.map((edge, index) => ticketOf(firstKey + index, care, seconds(edge.opened), overnight, 'Help Desk', 'Email'));
  const few = museum.map(([at, phrase], index) => ticketOf(firstKey + edges.length + index, three, seconds(at), phrase, 'Help Desk', 'Phone'));
  const key = firstKey + edges.length + museum.length;
  const stranger = ticketOf(key, care, seconds('2026-08-18T09:21:37Z'), museum[2]![1], 'Help Desk', 'Email');
  const unmapped = { ...stranger, client: null, company: special.unmappedCompany, requester: 'Cass Winterbourne' };
  return [...late, ...few, unmapped].map(sure);
}
