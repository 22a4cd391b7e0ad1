import { codes, flags, numbers, texts } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { causesOf } from './cause-words.ts';
import { closedTickets } from './closed-tickets.ts';
import { contactsOf } from './contacts-columns.ts';
import { contactWords } from './contact-words.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import { rowsById, rowsNamed } from '../facts/joins.ts';
import type { Context, Measure, Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { refined, type Rule } from './population.ts';
import { BEFORE_CONTACTS_KEPT, leaves, MACHINE, MERGED, NO_CAUSE, NO_VERDICT, NOT_CLOSED, NOT_REOPENED, OTHER_CAUSE } from './reasons.ts';
import { ticketsNamed } from './tickets-columns.ts';

const CLOSED = [MERGED, MACHINE, NOT_CLOSED];

const rude: Measure = {
  id: 'B5',
  title: 'Complaints about conduct',
  question: 'How often do we behave so badly that somebody complains?',
  definition: 'Formal complaints whose cause is how we behaved.',
  formula: 'number of formal complaints of cause conduct',
  unit: 'complaints',
  inputs: ['complaints.received_at', 'complaints.cause'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(...FORMAL, OTHER_CAUSE),
  version: 2,
  population: (context) =>
    formalComplaints(context, ({ table }) => {
      const cause = causesOf(table);
      return cause && { leftOut: [[OTHER_CAUSE, (row) => cause.at(row) !== 'conduct']] };
    }),
};

/** Whether each ticket was ever reopened up to the as-of day; null where no export says. */
function reopened({ facts, end }: Context): ((row: number) => boolean) | null {
  const { tickets } = facts.tables;
  const [at, count] = ['reopened_at', 'reopened_count'].map((field) => (tickets === undefined ? null : numbers(tickets, field)));
  if (!at && !count) return null;
  return (row) => {
    const when = at?.[row] ?? NaN;
    return when < end || (Number.isNaN(when) && (count?.[row] ?? 0) > 0);
  };
}

/** The closed tickets, 1 where they were reopened for one cause. */
function reopenedFor(context: Context, cause: string, leftOut: readonly Rule[] = [], value?: (row: number) => number): Population | null {
  const { tickets } = context.facts.tables;
  const column = tickets === undefined ? null : causesOf(tickets);
  const [again, closed] = [reopened(context), closedTickets(context)];
  if (column === null || again === null || closed === null) return null;
  return refined(closed, { leftOut, value: value ?? ((row) => (again(row) && column.at(row) === cause ? 1 : 0)) });
}

const REOPENED_INPUTS = ['tickets.cause', 'tickets.reopened_at', 'tickets.reopened_count', 'tickets.closed_at', 'tickets.resolved_at'];

const misheard: Measure = {
  id: 'B6',
  title: 'Tickets reopened because we misunderstood',
  question: 'Do we really listen?',
  definition: 'Of the tickets closed in the period, the share that had been reopened with the cause that we misunderstood.',
  formula: 'tickets reopened with cause misunderstood ÷ tickets closed',
  unit: 'share',
  inputs: REOPENED_INPUTS,
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...CLOSED),
  version: 2,
  population: (context) => reopenedFor(context, 'misunderstood'),
};

const changed: Measure = {
  ...misheard,
  id: 'B9',
  title: 'Tickets reopened because the client changed its mind',
  question: 'How much do we do again because the goal moved?',
  definition: 'Of the tickets closed in the period, the share that had been reopened with the cause that the request changed.',
  formula: 'tickets reopened with cause changed-request ÷ tickets closed',
  population: (context) => reopenedFor(context, 'changed-request'),
};

const accepted: Measure = {
  ...misheard,
  id: 'B9-accepted',
  title: 'Changed work accepted',
  question: 'When the goal moved and we did it again, was it right?',
  definition: 'Of the tickets closed that had been reopened because the request changed, the share whose rework was accepted.',
  formula: 'tickets with rework accepted ÷ tickets reopened because the request changed',
  inputs: [...REOPENED_INPUTS, 'tickets.rework_accepted'],
  exclusions: leaves(...CLOSED, NOT_REOPENED, OTHER_CAUSE, NO_VERDICT),
  population: (context) => {
    const { tickets } = context.facts.tables;
    const [verdict, cause] = [tickets && flags(tickets, 'rework_accepted'), tickets && causesOf(tickets)];
    const again = reopened(context);
    if (!verdict || !cause || again === null) return null;
    const rules: readonly Rule[] = [
      [NOT_REOPENED, (row) => !again(row)],
      [OTHER_CAUSE, (row) => cause.at(row) !== 'changed-request'],
      [NO_VERDICT, (row) => verdict[row] === -1],
    ];
    return reopenedFor(context, 'changed-request', rules, (row) => verdict[row]!);
  },
};

const owned: Measure = {
  ...rude,
  id: 'B17',
  title: 'Own faults that we told first',
  question: 'When it is our fault, does the client hear it from us?',
  definition:
    'Of the formal complaints about our own faults, the share before which we had told the client. A contact of ours that names the complaint or its ticket counts.',
  formula: 'own faults with a contact begun by us before receipt ÷ formal complaints of cause own-fault',
  unit: 'share',
  inputs: ['complaints.received_at', 'complaints.cause', 'complaints.ticket_id', 'contacts.complaint_id', 'contacts.ticket_id', 'contacts.direction'],
  kind: 'share',
  exclusions: leaves(...FORMAL, BEFORE_CONTACTS_KEPT, NO_CAUSE, OTHER_CAUSE),
  population: (context) => {
    const told = firstTold(context);
    const since = dayStart(firstDays(context).get('contacts') ?? Infinity, context.zone);
    return (
      told &&
      formalComplaints(context, ({ table, received }) => {
        const cause = causesOf(table);
        return (
          cause && {
            leftOut: [
              [BEFORE_CONTACTS_KEPT, (row) => received[row]! < since],
              [NO_CAUSE, (row) => cause.codes[row]! < 0],
              [OTHER_CAUSE, (row) => cause.at(row) !== 'own-fault'],
            ],
            value: (row) => (told[row]! < received[row]! ? 1 : 0),
          }
        );
      })
    );
  },
};

/** First contact of ours that names each complaint or its ticket, NaN without one; null where contacts do not tell. */
function firstTold(context: Context): Float64Array | null {
  const contacts = contactsOf(context);
  const outbound = contactWords(context)?.outbound ?? null;
  const { complaints, tickets } = context.facts.tables;
  const ids = complaints === undefined ? null : texts(complaints, 'complaint_id');
  if (contacts === null || outbound === null || complaints === undefined || ids === null) return null;
  const first = new Float64Array(complaints.rows).fill(NaN);
  const byTicket = new Float64Array(tickets?.rows ?? 0).fill(NaN);
  const named = rowsNamed(codes(contacts.table, 'complaint_id'), contacts.table.rows, rowsById(ids));
  const tell = (column: Float64Array, row: number, at: number): void => {
    if (row >= 0 && !(column[row]! <= at)) column[row] = at;
  };
  ticketsNamed(context, contacts.table).forEach((ticket, row) => {
    if (outbound[row] === 0 || !(contacts.at[row]! < context.end)) return;
    tell(first, named[row]!, contacts.at[row]!);
    tell(byTicket, ticket, contacts.at[row]!);
  });
  ticketsNamed(context, complaints).forEach((ticket, row) => ticket >= 0 && byTicket[ticket]! > -Infinity && tell(first, row, byTicket[ticket]!));
  return first;
}

/** How we behave, whether we listen, and whether we own our faults. */
export const conduct: readonly Measure[] = [rude, misheard, changed, accepted, owned];
