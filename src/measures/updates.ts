import { codes } from '../facts/table.ts';
import { RESOLVED, resolvedTickets } from './answered-tickets.ts';
import { CLOCK_INPUTS } from './calendars.ts';
import { NOT_NEGATIVE } from './intervals.ts';
import { LEFT_OUT, type Context, type Measure, type Population } from './measure.ts';
import { once } from './once.ts';
import { BEFORE_CONTACTS, leaves, NEVER_OPEN, SHORT } from './reasons.ts';
import { ticketsOf } from './tickets-columns.ts';
import { beforeContacts, ticketUpdates, type TicketUpdates } from './ticket-updates.ts';

const INPUTS = ['tickets.opened_at', 'tickets.resolved_at', 'contacts.at', 'contacts.direction', 'contacts.ticket_id', ...CLOCK_INPUTS];
const COUNTED = 'A ticket counts when it was resolved.';
const UPDATE = 'An update is a contact of ours that names the ticket while it is open.';

/** Opening hours that each resolved ticket was open, in business days of its client; NaN for the others. */
const daysOpen = once((context): Float64Array => {
  const { opened, resolved, table } = ticketsOf(context)!;
  const { day } = resolvedTickets(context, () => ({ value: () => NaN }))!;
  const days = new Float64Array(table.rows).fill(NaN);
  for (let row = 0; row < table.rows; row++) {
    if (day[row] === LEFT_OUT) continue;
    const clock = context.working(table.client[row]!);
    days[row] = clock.between(opened![row]!, resolved![row]!) / clock.businessDay;
  }
  return days;
});

/** The tickets resolved after more than some business days in opening hours, with a value from their updates. */
function updated(
  context: Context,
  days: number,
  value: (updates: TicketUpdates, openDays: (row: number) => number, day: (row: number) => number) => (row: number) => number,
): Population | null {
  const updates = ticketUpdates(context);
  if (updates === null) return null;
  return resolvedTickets(context, (tickets) => {
    const open = daysOpen(context);
    const openDays = (row: number): number => open[row]!;
    const day = (row: number): number => context.working(tickets.table.client[row]!).businessDay;
    return {
      leftOut: [beforeContacts(context, tickets), [NEVER_OPEN, (row) => Number.isNaN(day(row))], [SHORT, (row) => days > 0 && !(openDays(row) > days)]],
      value: value(updates, openDays, day),
      possible: [NOT_NEGATIVE],
    };
  });
}

/** The longest silence of each resolved ticket (B3). */
export const silence: Measure = {
  id: 'B3',
  title: 'Longest silence',
  question: 'How long do we leave a client without a word while a ticket is open?',
  definition: `The longest stretch of opening hours in which the client heard nothing from us while the ticket was open. The first answer and every update end a silence. ${UPDATE} ${COUNTED}`,
  formula: 'median and 90th percentile of the longest silence of a ticket',
  unit: 'duration',
  inputs: [...INPUTS, 'tickets.first_response_at', 'tickets.first_human_response_at'],
  kind: 'duration',
  clock: 'working',
  exclusions: leaves(...RESOLVED, BEFORE_CONTACTS, NEVER_OPEN),
  version: 1,
  population: (context) =>
    updated(
      context,
      0,
      ({ longest }) =>
        (row) =>
          longest[row]!,
    ),
};

const coverage: Measure = {
  id: 'B11',
  title: 'Tickets with an update',
  question: 'When it takes longer than a day, does the client hear from us?',
  definition: `Of the tickets that were open for more than one business day, the share with at least one update. ${UPDATE} ${COUNTED}`,
  formula: 'tickets with an update ÷ tickets open for more than one business day',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  clock: 'working',
  exclusions: leaves(...RESOLVED, BEFORE_CONTACTS, NEVER_OPEN, SHORT),
  version: 1,
  population: (context) =>
    updated(
      context,
      1,
      ({ count }) =>
        (row) =>
          count[row]! > 0 ? 1 : 0,
    ),
};

const both: Measure = {
  ...coverage,
  id: 'B11-both',
  title: 'Tickets with an update by phone and by mail',
  question: 'When it takes longer than a day, does the client hear from us in both ways?',
  definition: `Of the tickets that were open for more than one business day, the share with an update by phone and one by mail. ${UPDATE} ${COUNTED}`,
  formula: 'tickets with an update by phone and by mail ÷ tickets open for more than one business day',
  inputs: [...INPUTS, 'contacts.channel'],
  population: (context) => {
    const { contacts } = context.facts.tables;
    if (contacts === undefined || codes(contacts, 'channel') === null) return null;
    return updated(
      context,
      1,
      ({ phone, mail }) =>
        (row) =>
          phone[row]! * mail[row]!,
    );
  },
};

const pace: Measure = {
  ...coverage,
  id: 'C6',
  title: 'Updates a day in long work',
  question: 'In long work, how often does the client hear from us?',
  definition: `For tickets open for more than two business days, the mean of the updates for each business day. ${UPDATE} ${COUNTED} The interval does not go below zero.`,
  formula: 'mean over tickets of (updates ÷ business days open)',
  unit: 'updates a day',
  kind: 'mean',
  population: (context) =>
    updated(
      context,
      2,
      ({ count }, openDays) =>
        (row) =>
          count[row]! / openDays(row),
    ),
};

const gaps: Measure = {
  ...coverage,
  id: 'C6-gap',
  title: 'Long work with a day of silence',
  question: 'In long work, how often does a client wait a whole day for a word?',
  definition: `Of the tickets open for more than two business days, the share with a silence of more than one. The first answer and every update end a silence. ${COUNTED}`,
  formula: 'tickets with a silence of more than one business day ÷ tickets open for more than two',
  inputs: [...INPUTS, 'tickets.first_response_at', 'tickets.first_human_response_at'],
  population: (context) =>
    updated(
      context,
      2,
      ({ longest }, _, day) =>
        (row) =>
          longest[row]! > day(row) ? 1 : 0,
    ),
};

/** Whether a client hears from us while a ticket is open. */
export const updates: readonly Measure[] = [silence, coverage, both, pace, gaps];
