import { codes, flags, numbers, texts, UNNAMED, type FactTable } from '../facts/table.ts';
import { firstAnswers } from './first-answer.ts';
import { rowsById, rowsNamed } from '../facts/joins.ts';
import type { Context } from './measure.ts';
import { once } from './once.ts';
import type { Rule } from './population.ts';
import { MACHINE, MERGED } from './reasons.ts';
import { either, standing } from './standing.ts';

/** What measures read of the tickets. Instants in epoch ms, NaN = none; a column that no file gave is null. */
export interface Tickets {
  readonly table: FactTable;
  readonly opened: Float64Array | null;
  /** First answer up to the as-of day. */
  readonly answered: Float64Array | null;
  /** Last resolution that still holds at the as-of day. */
  readonly resolved: Float64Array | null;
  /** Closing that still holds at the as-of day: that of closed_at where one does, else the resolution. */
  readonly closed: Float64Array | null;
  readonly merged: Uint8Array;
  readonly machine: Uint8Array;
}

/** The tickets, null without any. */
export const ticketsOf: (context: Context) => Tickets | null = once((context) => {
  const table = context.facts.tables.tickets;
  if (table === undefined) return null;
  const reopened = numbers(table, 'reopened_at');
  const [resolved, closed] = ['resolved_at', 'closed_at'].map((field) => standing(numbers(table, field), reopened, context.end));
  return {
    table,
    opened: numbers(table, 'opened_at'),
    answered: firstAnswers(context)?.at ?? null,
    resolved: resolved!,
    closed: either(closed!, resolved!),
    merged: mergedRows(table),
    machine: Uint8Array.from(flags(table, 'machine_made') ?? new Int8Array(table.rows), (flag) => (flag === 1 ? 1 : 0)),
  };
});

/** Tickets that no measure counts. */
export function neverCounted({ merged, machine }: Tickets): readonly Rule[] {
  return [
    [MERGED, (row) => merged[row] === 1],
    [MACHINE, (row) => machine[row] === 1],
  ];
}

const ticketRow = once((context) => {
  const ids = texts(context.facts.tables.tickets!, 'ticket_id');
  return ids === null ? () => -1 : rowsById(ids);
});

const named = once(() => new Map<FactTable, Int32Array>());

/** Row of the ticket that each row of a table names, -1 for none; shared by all who ask, so never to be written to. */
export function ticketsNamed(context: Context, table: FactTable): Int32Array {
  const found = named(context).get(table);
  if (found !== undefined) return found;
  const refs = context.facts.tables.tickets === undefined ? null : codes(table, 'ticket_id');
  const rows = rowsNamed(refs, table.rows, refs === null ? () => -1 : ticketRow(context));
  named(context).set(table, rows);
  return rows;
}

/** Client of each row: its own, else its ticket's. */
export function clientsByTicket(context: Context, table: FactTable, tickets: Int32Array): Int32Array {
  const owners = context.facts.tables.tickets?.client;
  return table.client.map((client, row) => (client === UNNAMED ? (owners?.[tickets[row]!] ?? UNNAMED) : client));
}

function mergedRows(table: FactTable): Uint8Array {
  const into = codes(table, 'merged_into');
  const status = codes(table, 'status');
  const mergedStatus = status?.dictionary.indexOf('merged') ?? -1;
  return Uint8Array.from({ length: table.rows }, (_, row) => {
    const named = (into?.codes[row] ?? -1) >= 0;
    return named || (mergedStatus >= 0 && status!.codes[row] === mergedStatus) ? 1 : 0;
  });
}
