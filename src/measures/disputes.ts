import { codes, texts } from '../facts/table.ts';
import { dayOf, dayStart } from '../time/weeks.ts';
import type { Complaints } from './complaints-columns.ts';
import { contactsOf } from './contacts-columns.ts';
import { complaintsOf } from './complaints-columns.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import { rowsById, rowsNamed } from '../facts/joins.ts';
import { LEFT_OUT, type Context, type Measure } from './measure.ts';
import { firstDays } from './observed.ts';
import { once } from './once.ts';
import type { Rule } from './population.ts';
import { BEFORE_CONTACTS_KEPT, JUSTIFIED, leaves, NEVER_OPEN, NO_CLIENT, NO_FINDING, STILL_OPEN, YOUNG_DISPUTE } from './reasons.ts';
import { ticketsNamed } from './tickets-columns.ts';
import { lastBefore, timelines, type Timelines } from './timelines.ts';

const EXCHANGES = 2;
const WORKING_DAYS = 10;
const FINDINGS: ReadonlySet<string | null> = new Set(['upheld', 'partly', 'not-upheld']);

/** Row of the complaint that each contact names, -1 for none; null where contacts or complaints have no numbers. */
const complaintNamed: (context: Context) => Int32Array | null = once((context) => {
  const [contacts, complaints] = [contactsOf(context), complaintsOf(context)];
  const [named, ids] = [contacts && codes(contacts.table, 'complaint_id'), complaints && texts(complaints.table, 'complaint_id')];
  return named && ids && rowsNamed(named, contacts!.table.rows, rowsById(ids));
});

/** Complaints without a finding or with one that no measure knows, and those that came before contacts were kept. */
function unknown(
  context: Context,
  { table, received }: Complaints,
): { readonly finding: (row: number) => string | null; readonly rules: readonly Rule[] } | null {
  const column = codes(table, 'finding');
  const first = dayStart(firstDays(context).get('contacts') ?? context.asOf + 1, context.zone);
  const rules: readonly Rule[] = [
    [NO_FINDING, (row) => !FINDINGS.has(column!.at(row))],
    [BEFORE_CONTACTS_KEPT, (row) => received[row]! < first],
  ];
  return column && { finding: (row) => column.at(row), rules };
}

/** Contacts about each complaint from its receipt until it was closed: those that name it, or its ticket and no complaint. */
function exchanges(context: Context, { table, received, closed }: Complaints): ((row: number) => number) | null {
  const [contacts, named] = [contactsOf(context), complaintNamed(context)];
  if (contacts === null || named === null) return null;
  const tickets = ticketsNamed(context, contacts.table);
  const own = timelines(named, contacts.at, table.rows, () => true);
  const shared = timelines(tickets, contacts.at, context.facts.tables.tickets?.rows ?? 0, (row) => named[row] === -1);
  const ticket = ticketsNamed(context, table);
  const within = (lines: Timelines, key: number, row: number): number =>
    key < 0 ? 0 : lastBefore(lines, key, closed[row]!) - lastBefore(lines, key, received[row]!);
  return (row) => within(own, row, row) + within(shared, ticket[row]!, row);
}

const disputed: Measure = {
  id: 'A18',
  title: 'Complaints disputed',
  question: 'How often do we argue with a client instead of letting it be?',
  definition: `Of the formal complaints closed with a finding, the share found not justified over which more than ${EXCHANGES} contacts were exchanged before it was closed. A complaint counts when it was received.`,
  formula: `complaints not upheld with more than ${EXCHANGES} contacts before closing ÷ complaints with a finding`,
  unit: 'share',
  inputs: ['complaints.received_at', 'complaints.closed_at', 'complaints.finding', 'contacts.at', 'contacts.complaint_id', 'contacts.ticket_id'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL, NO_FINDING, BEFORE_CONTACTS_KEPT, STILL_OPEN),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const [known, count] = [unknown(context, complaints), exchanges(context, complaints)];
      if (known === null || count === null) return null;
      return {
        leftOut: [...known.rules, [STILL_OPEN, (row) => Number.isNaN(complaints.closed[row])]],
        value: (row) => (known.finding(row) === 'not-upheld' && count(row) > EXCHANGES ? 1 : 0),
      };
    }),
};

/** Instant of the first talk with a senior person of the client after each complaint, NaN for none; null where contacts do not say what they are about. */
function seniorTalks(context: Context, { table, received }: Complaints): ((row: number) => number) | null {
  const contacts = contactsOf(context);
  const kind = contacts && codes(contacts.table, 'kind');
  if (contacts === null || kind === null) return null;
  const named = complaintNamed(context);
  const senior = kind.dictionary.indexOf('senior');
  const { at, table: own } = contacts;
  const lines = timelines(own.client, at, context.facts.clients.list.length, (row) => senior >= 0 && kind.codes[row] === senior && at[row]! < context.end);
  return (row) => {
    const [times, rows] = [lines.at(table.client[row]!), lines.rows(table.client[row]!)];
    let place = lastBefore(lines, table.client[row]!, received[row]!) + 1;
    while (place < rows.length && named !== null && named[rows[place]!] !== -1 && named[rows[place]!] !== row) place++;
    return times[place] ?? NaN;
  };
}

/** Whether the talk after an unjustified complaint came within ten working days. */
function inTime(context: Context, client: number, received: number, talk: number): boolean {
  const clock = context.working(client);
  return clock.between(received, talk) <= WORKING_DAYS * clock.businessDay;
}

const senior: Measure = {
  id: 'A20',
  title: 'Unjustified complaints talked over in private',
  question: 'When we are right, do we say so quietly to the senior person?',
  definition: `Of the formal complaints found not justified, the share talked over with a senior person of the client within ${WORKING_DAYS} working days of receipt. A talk about another complaint does not count. A complaint counts when it was received.`,
  formula: `complaints not upheld with a senior contact within ${WORKING_DAYS} working days ÷ complaints not upheld`,
  unit: 'share',
  inputs: ['complaints.received_at', 'complaints.finding', 'contacts.at', 'contacts.kind', 'contacts.complaint_id', 'settings.calendar'],
  kind: 'share',
  clock: 'working',
  exclusions: leaves(...FORMAL, NO_FINDING, BEFORE_CONTACTS_KEPT, JUSTIFIED, NO_CLIENT, NEVER_OPEN, YOUNG_DISPUTE),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const [known, talk] = [unknown(context, complaints), seniorTalks(context, complaints)];
      if (known === null || talk === null) return null;
      const { table, received } = complaints;
      const kept = (row: number): boolean => inTime(context, table.client[row]!, received[row]!, talk(row));
      const young = (row: number): boolean => inTime(context, table.client[row]!, received[row]!, context.end);
      return {
        leftOut: [
          ...known.rules,
          [JUSTIFIED, (row) => known.finding(row) !== 'not-upheld'],
          [NO_CLIENT, (row) => table.client[row]! < 0],
          [NEVER_OPEN, (row) => Number.isNaN(context.working(table.client[row]!).businessDay)],
          [YOUNG_DISPUTE, (row) => !kept(row) && young(row)],
        ],
        value: (row) => (kept(row) ? 1 : 0),
      };
    }),
};

const YEAR = 364;

/** A complaint found not justified. For internal pages only: it names nobody. */
export interface Unjustified {
  /** Index of the client, UNNAMED or UNMAPPED, the id of the complaint in the log, and the local day it was received. */
  readonly client: number;
  readonly id: string;
  readonly day: number;
  /** Local day of the first talk with a senior person after it, null = none, and whether it came within ten working days. */
  readonly talked: number | null;
  readonly inTime: boolean;
}

/** The unjustified complaints of the 52 weeks up to the as-of day, the newest first; null where nothing says what inquiries found, or what contacts are about. */
export function unjustifiedComplaints(context: Context): readonly Unjustified[] | null {
  const complaints = complaintsOf(context);
  const [known, talk] = [complaints && unknown(context, complaints), complaints && seniorTalks(context, complaints)];
  const population = formalComplaints(context);
  const ids = complaints && texts(complaints.table, 'complaint_id');
  if (complaints === null || known === null || talk === null || population === null || ids === null) return null;
  const { table, received } = complaints;
  const rows = [...population.day.keys()].filter((row) => {
    const day = population.day[row]!;
    return day !== LEFT_OUT && day > context.asOf - YEAR && known.finding(row) === 'not-upheld';
  });
  const found = rows.toSorted((a, b) => received[b]! - received[a]! || (ids.at(a)! < ids.at(b)! ? -1 : 1));
  return found.map((row) => {
    const [client, at] = [table.client[row]!, talk(row)];
    const talked = Number.isNaN(at) ? null : dayOf(at, context.zone);
    return { client, id: ids.at(row)!, day: population.day[row]!, talked, inTime: inTime(context, client, received[row]!, at) };
  });
}

/** Whether we let unjustified complaints be, and talk them over in private. */
export const disputes: readonly Measure[] = [disputed, senior];
