import { createHash } from 'node:crypto';
import { fold } from '../fold.ts';
import { codes } from '../facts/table.ts';
import { formalComplaints } from './formal-complaints.ts';
import { LEFT_OUT, type Context } from './measure.ts';
import { wilson, type Interval } from './statistics.ts';
import { ticketsNamed } from './tickets-columns.ts';

const YEAR = 364;
const TOP = 3;

/** Formal complaints of the 52 weeks up to the as-of day, by who made them. For internal pages only. */
export interface Concentration {
  /** Most complaints first. `requester` is the SHA-256 of the client's id and the folded name, in hex: never the name. */
  readonly requesters: readonly { readonly requester: string; readonly client: number; readonly complaints: number }[];
  /** Complaints with a requester, and without. */
  readonly n: number;
  readonly unknown: number;
  /** Complaints of the three who made most, as a part of n; null without any. */
  readonly top: number;
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** How far complaints come from few people (A17); null where nothing says who complains. A complaint without a requester takes its ticket's. */
export function complaintConcentration(context: Context): Concentration | null {
  const population = formalComplaints(context);
  const { complaints, tickets } = context.facts.tables;
  const own = complaints === undefined ? null : codes(complaints, 'requester');
  const asked = tickets === undefined ? null : codes(tickets, 'requester');
  if (population === null || complaints === undefined || (own === null && asked === null)) return null;
  const ticket = ticketsNamed(context, complaints);
  const found = new Map<string, { requester: string; client: number; complaints: number }>();
  let unknown = 0;
  population.day.forEach((day, row) => {
    if (day === LEFT_OUT || day <= context.asOf - YEAR) return;
    const name = own?.at(row) ?? asked?.at(ticket[row]!) ?? null;
    if (name === null) unknown++;
    else {
      const client = population.client[row]!;
      const requester = hashOf(`${context.facts.clients.list[client]?.id ?? ''}\n${fold(name)}`);
      const known = found.get(requester) ?? { requester, client, complaints: 0 };
      known.complaints++;
      found.set(requester, known);
    }
  });
  const requesters = [...found.values()].toSorted((a, b) => b.complaints - a.complaints || (a.requester < b.requester ? -1 : 1));
  const sum = (some: typeof requesters): number => some.reduce((total, one) => total + one.complaints, 0);
  const [n, top] = [sum(requesters), sum(requesters.slice(0, TOP))];
  return { requesters, n, unknown, top, share: n === 0 ? null : top / n, interval: wilson(top, n) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
