import fc from 'fast-check';
import { anyRows } from '../measures/any-rows.ts';
import type { Row, Rows } from '../measures/facts-of.ts';

const STEPS = ['responded_at', 'thanked_at', 'heard_at', 'restated_at', 'apologised_at', 'committed_at', 'acted_at', 'confirmed_at', 'escalated_at'];

type Some = readonly Row[] | undefined;

/** References to tickets that are there; others are missing. */
function tied(rows: Some, tickets: Some): Row[] {
  const known = new Set((tickets ?? []).map((one) => one.ticket_id));
  return (rows ?? []).map((row) => ({ ...row, ticket_id: known.has(row.ticket_id ?? null) ? row.ticket_id! : null }));
}

/** The later instants of a row are missing where they lie before the first, as in facts that were read from a file. */
function inOrder(rows: Some, first: string, later: readonly string[]): Row[] {
  return (rows ?? []).map((row) => {
    const backwards = later.filter((one) => row[first] != null && row[one] != null && String(row[one]) < String(row[first]));
    return { ...row, ...Object.fromEntries(backwards.map((one) => [one, null])) };
  });
}

const minute = fc.nat(130 * 24 * 60).map((at) => new Date(Date.UTC(2025, 10, 10) + at * 60_000).toISOString().slice(0, 16).replace('T', ' '));
const often = { freq: 3 };

/** What may happen to a ticket besides, which seldom does. */
const fate = fc.record({
  first_human_response_at: fc.option(minute, often),
  first_response_due_at: fc.option(minute, often),
  reopened_at: fc.option(minute, often),
  merged_into: fc.constantFrom(null, null, null, null, '0'),
  priority: fc.constantFrom('High', 'Low', null),
});

/** Rows of every table that the core proofs read, up to the end of a day for complaints: gaps, later days, merged and reopened tickets and all. */
export function anyFacts(lastDay: string): fc.Arbitrary<Rows> {
  return fc.tuple(anyRows, fc.array(fate, { minLength: 30, maxLength: 30 })).map(([rows, fates]) => madeUp(rows, fates, lastDay));
}

function madeUp(rows: Rows, fates: readonly Row[], lastDay: string): Rows {
  const tickets = rows.tickets!.map((row, at) => ({ ...row, ...fates[at] }) as Row);
  const whole = tickets.filter(({ merged_into }) => merged_into === null);
  return {
    tickets: inOrder(tickets, 'opened_at', ['first_response_at', 'first_human_response_at', 'resolved_at', 'closed_at']),
    surveys: inOrder(tied(rows.surveys, whole), 'sent_at', ['answered_at']),
    complaints: inOrder(tied(rows.complaints, tickets), 'received_at', ['responded_at', 'closed_at'])
      .filter(({ received_at }) => String(received_at).slice(0, 10) <= lastDay)
      .map((row) => ({ ...Object.fromEntries(STEPS.map((step) => [step, null])), ...row })),
    contacts: rows.contacts!,
    time_entries: tied(rows.time_entries, tickets).map((row) => ({ ...row, minutes: Math.round(Number(row.minutes)) })),
  };
}
