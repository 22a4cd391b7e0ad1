import { flags, numbers, texts, type FactTable } from '../facts/table.ts';
import { complaintMinutes } from './complaint-time.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import type { Rule } from './population.ts';
import { AFTER, MERGED, NOT_FORMAL } from './reasons.ts';
import { ticketsNamed, ticketsOf } from './tickets-columns.ts';

/** What measures read of the complaints. Instants in epoch ms, NaN = none up to the as-of day. */
export interface Complaints {
  readonly table: FactTable;
  readonly received: Float64Array;
  /** First answer, and closing; of a complaint made from a ticket the ticket's. */
  readonly answered: Float64Array;
  /** 1 where an answer would be known: the log keeps answers, or the ticket's export does. */
  readonly answersKept: Uint8Array;
  readonly closed: Float64Array;
  readonly formal: Uint8Array;
  /** 1 where a ticket was counted as the complaint, and 1 where that ticket was merged into another. */
  readonly fromTicket: Uint8Array;
  readonly merged: Uint8Array;
  /** Minutes logged, NaN where none. */
  readonly minutes: Float64Array;
}

const FROM_TICKET = 'ticket:';

/** The complaints, null without any. */
export const complaintsOf: (context: Context) => Complaints | null = once((context) => {
  const table = context.facts.tables.complaints;
  const received = table === undefined ? null : numbers(table, 'received_at');
  if (table === undefined || received === null) return null;
  const ids = texts(table, 'complaint_id');
  const formal = flags(table, 'formal');
  const ticket = ticketsNamed(context, table);
  const tickets = ticketsOf(context);
  const fromTicket = Uint8Array.from({ length: table.rows }, (_, row) => (ids?.at(row)?.startsWith(FROM_TICKET) ? 1 : 0));
  return {
    table,
    received,
    ...answers(context, table, ticket, fromTicket),
    formal: Uint8Array.from({ length: table.rows }, (_, row) => (formal?.[row] === 0 ? 0 : 1)),
    fromTicket,
    merged: fromTicket.map((made, row) => (made === 1 && tickets?.merged[ticket[row]!] === 1 ? 1 : 0)),
    minutes: complaintMinutes(context),
  };
});

/** Rows that no measure of formal complaints counts. */
export function notCounted(context: Context, { merged, formal, received }: Complaints): readonly Rule[] {
  return [
    [MERGED, (row) => merged[row] === 1],
    [NOT_FORMAL, (row) => formal[row] === 0],
    [AFTER, (row) => !(received[row]! < context.end)],
  ];
}

/** Instants of a column up to the as-of day; NaN for later ones and where no file gave the column. */
export function upTo({ end }: Context, instants: Float64Array | null, rows: number): Float64Array {
  return instants?.map((at) => (at < end ? at : NaN)) ?? new Float64Array(rows).fill(NaN);
}

/** A log's answers are known where it has the column; tickets beside it bring the column too, then one answer must show it. */
function answers(context: Context, table: FactTable, ticket: Int32Array, fromTicket: Uint8Array): Pick<Complaints, 'answered' | 'answersKept' | 'closed'> {
  const logged = numbers(table, 'responded_at');
  const tickets = ticketsOf(context);
  const logKept = logged !== null && (!fromTicket.includes(1) || logged.some((at, row) => at > 0 && fromTicket[row] === 0));
  const either = (own: Float64Array, ofTickets: Float64Array | null): Float64Array =>
    ofTickets === null ? own : own.map((at, row) => (fromTicket[row] === 1 ? (ofTickets[ticket[row]!] ?? NaN) : at));
  return {
    answered: either(upTo(context, logged, table.rows), tickets?.answered ?? null),
    answersKept: fromTicket.map((made) => ((made === 1 ? tickets?.answered : logKept) ? 1 : 0)),
    closed: either(upTo(context, numbers(table, 'closed_at'), table.rows), tickets?.closed ?? null),
  };
}
