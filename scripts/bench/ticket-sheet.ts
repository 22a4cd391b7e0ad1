import type { Chance } from './chance.ts';
import { stamp, type Sheet } from './sheet.ts';

const WORDS = 'printer mailbox laptop screen backup server invoice login network phone'.split(' ');
const START = Date.UTC(2024, 0, 1);
const TWO_YEARS = 730 * 86_400_000;
const HOUR = 3_600_000;
const HEADER =
  'ticket_id,client,requester,subject,opened_at,first_human_response_at,resolved_at,closed_at,reopened_at,updated_at,expectation_told_at,expectation_due_at,status,priority,category,agent,first_agent,reopened_count,handoffs,pending_minutes,vendor_caused,cause,options_offered,plan_noted,onsite_extra,rework_accepted';

/** How large a measured workspace is. */
export interface Size {
  readonly tickets: number;
  readonly clients: number;
}

export const clientName = (index: number): string => `Client ${index} Holdings Limited`;
export const ticketId = (index: number): number => 4_000_000 + index;
/** When a ticket of so many was opened: evenly over two years. */
export const openedAt = (index: number, of: number): number => START + Math.floor((index / of) * TWO_YEARS);
export const requester = (client: number, person: number): string => `Contact ${client}-${person}`;
/** Client of a ticket, the same for every table that names it. */
export const clientOf = (index: number, clients: number): number => (Math.imul(index, 2654435761) >>> 0) % clients;

/** Tickets with every column that a measure reads; one in twenty is still open, one in twelve was reopened. */
export function ticketSheet({ tickets, clients }: Size, { next, below, one }: Chance): Sheet {
  const row = (index: number) => {
    const opened = openedAt(index, tickets);
    const answered = opened + next() ** 3 * 10 * HOUR;
    const done = next() < 0.95 ? answered + next() ** 2 * 110 * HOUR : null;
    const reopened = done !== null && next() < 0.08 ? answered + next() * (done - answered) : null;
    const told = next() < 0.6 ? answered + next() * HOUR : null;
    const client = clientOf(index, clients);
    return [
      ticketId(index),
      clientName(client),
      requester(client, below(30)),
      `The ${one(WORDS)} of the ${one(WORDS)} in room ${below(900)} does not answer since this morning`,
      ...[opened, answered, done, done === null ? null : done + 24 * HOUR, reopened, (done ?? answered) + HOUR].map(stamp),
      ...[told, told === null ? null : told + next() * 72 * HOUR].map(stamp),
      done === null ? 'open' : 'closed',
      `P${below(4) + 1}`,
      `Category ${below(12)}`,
      `tech${below(60)}`,
      `tech${below(60)}`,
      reopened === null ? 0 : 1,
      below(5),
      next() < 0.2 ? below(600) : 0,
      one(['', 'yes', 'no']),
      reopened === null ? null : one(['misunderstood', 'changed request', 'not fixed']),
      one(['yes', 'no']),
      one(['yes', 'no']),
      one(['', '', '', 'done', 'declined']),
      reopened === null ? null : one(['yes', 'no']),
    ];
  };
  return { file: 'tickets.csv', rows: tickets, header: HEADER, row };
}
