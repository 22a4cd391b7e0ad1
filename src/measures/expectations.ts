import { codes, numbers } from '../facts/table.ts';
import { ANSWERED, answeredTickets, RESOLVED, resolvedTickets } from './answered-tickets.ts';
import { CLOCK_INPUTS } from './calendars.ts';
import { contactsOf } from './contacts-columns.ts';
import { upTo } from './complaints-columns.ts';
import type { Context, Measure } from './measure.ts';
import { populationOf } from './population.ts';
import { BEFORE_CONTACTS, EXPECTATION_MISSED, leaves, MACHINE, MERGED, NO_EXPECTATION, NO_RESOLUTION, NOT_DUE } from './reasons.ts';
import { beforeContacts } from './ticket-updates.ts';
import { neverCounted, ticketsNamed, ticketsOf } from './tickets-columns.ts';

const HOUR = 3_600_000;

const told: Measure = {
  id: 'C1',
  title: 'Expectation set at the start',
  question: 'Do we tell a client what to expect, right at the start?',
  definition: 'Of the tickets first answered in the period, the share whose client was told what to expect within one opening hour after that answer.',
  formula: 'tickets with expectation told ≤ first answer + 1 opening hour ÷ tickets answered',
  unit: 'share',
  inputs: ['tickets.expectation_told_at', 'tickets.first_response_at', 'tickets.first_human_response_at', 'tickets.opened_at', ...CLOCK_INPUTS],
  kind: 'share',
  clock: 'working',
  exclusions: leaves(...ANSWERED),
  version: 1,
  population: (context) => {
    const tickets = ticketsOf(context);
    const column = tickets && numbers(tickets.table, 'expectation_told_at');
    if (tickets === null || column === null) return null;
    const at = upTo(context, column, tickets.table.rows);
    const { client } = tickets.table;
    return answeredTickets(context, ({ answered }) => ({
      value: (row) => (at[row]! <= answered![row]! || context.working(client[row]!).between(answered![row]!, at[row]!) <= HOUR ? 1 : 0),
    }));
  },
};

const met: Measure = {
  id: 'C2',
  title: 'Expectation met',
  question: 'Is it solved by the time that we told the client?',
  definition: 'Of the tickets whose time told to the client fell in the period, the share resolved by that time. One still open then is a miss.',
  formula: 'tickets with resolution ≤ time told ÷ tickets with a time told that has come',
  unit: 'share',
  inputs: ['tickets.expectation_due_at', 'tickets.resolved_at', 'tickets.reopened_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(MERGED, MACHINE, NO_EXPECTATION, NOT_DUE, NO_RESOLUTION),
  version: 1,
  population: (context) => {
    const tickets = ticketsOf(context);
    const due = tickets && numbers(tickets.table, 'expectation_due_at');
    if (tickets === null || due === null || tickets.resolved === null) return null;
    const { table, resolved, closed } = tickets;
    return populationOf(context, table, {
      leftOut: [
        ...neverCounted(tickets),
        [NO_EXPECTATION, (row) => Number.isNaN(due[row])],
        [NOT_DUE, (row) => due[row]! >= context.end],
        [NO_RESOLUTION, (row) => Number.isNaN(resolved[row]) && !Number.isNaN(closed?.[row] ?? NaN)],
      ],
      at: due,
      value: (row) => (resolved[row]! <= due[row]! ? 1 : 0),
    });
  },
};

const reminded: Measure = {
  id: 'C8',
  title: 'Reminded that we met it',
  question: 'When we did what we said, do we say so at the end?',
  definition: 'Of the tickets resolved by the time told to the client, the share with a closing contact of ours that names the ticket.',
  formula: 'tickets resolved by the time told with a closing contact ÷ tickets resolved by the time told',
  unit: 'share',
  inputs: ['tickets.expectation_due_at', 'tickets.resolved_at', 'contacts.kind', 'contacts.ticket_id', 'contacts.direction'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...RESOLVED, BEFORE_CONTACTS, NO_EXPECTATION, EXPECTATION_MISSED),
  version: 1,
  population: (context) => {
    const tickets = ticketsOf(context);
    const due = tickets && numbers(tickets.table, 'expectation_due_at');
    const closing = due && closingContacts(context);
    if (!due || !closing) return null;
    return resolvedTickets(context, ({ resolved }) => ({
      leftOut: [
        beforeContacts(context, tickets!),
        [NO_EXPECTATION, (row) => Number.isNaN(due[row])],
        [EXPECTATION_MISSED, (row) => resolved![row]! > due[row]!],
      ],
      value: (row) => closing[row]!,
    }));
  },
};

/** 1 for each ticket that a closing contact of ours names; null where contacts do not tell. */
function closingContacts(context: Context): Uint8Array | null {
  const [tickets, contacts] = [ticketsOf(context), contactsOf(context)];
  const [kind, direction, ticket] = ['kind', 'direction', 'ticket_id'].map((field) => contacts && codes(contacts.table, field));
  if (tickets === null || contacts === null || !kind || !direction || !ticket) return null;
  const closed = new Uint8Array(tickets.table.rows);
  const [closing, out] = [kind.dictionary.indexOf('closing'), direction.dictionary.indexOf('out')];
  ticketsNamed(context, contacts.table).forEach((named, row) => {
    const ours = closing >= 0 && kind.codes[row] === closing && out >= 0 && direction.codes[row] === out;
    if (named >= 0 && ours && contacts.at[row]! < context.end) closed[named] = 1;
  });
  return closed;
}

/** Whether clients are told what to expect, whether it is met, and whether we say so. */
export const expectations: readonly Measure[] = [told, met, reminded];
