import { fold } from '../fold.ts';
import { codes, numbers } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { contactsOf } from './contacts-columns.ts';
import { upTo } from './complaints-columns.ts';
import type { Context, Measure, Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { populationOf } from './population.ts';
import { BEFORE_CONTACTS_KEPT, leaves, MACHINE, MERGED, NOT_CLOSED, YOUNG_CLOSING } from './reasons.ts';
import { either, standing } from './standing.ts';
import { neverCounted, ticketsNamed, ticketsOf, type Tickets } from './tickets-columns.ts';
import { lastBefore, timelines } from './timelines.ts';

const DAY = 86_400_000;
const UNDATED = 'A reopening counts where nothing says how soon it came.';

/** Whether a ticket (by its row) came back within some days after it was closed. */
type CameBack = (row: number, closed: number, days: number) => boolean;

/** The closings on record up to the as-of day, whether they hold or not: closed_at, else resolved_at. */
function closingsOf(context: Context, { table }: Tickets): Float64Array | null {
  const [shut, resolved] = ['closed_at', 'resolved_at'].map((field) => standing(numbers(table, field), null, context.end));
  return either(shut!, resolved!);
}

/** Whether a ticket was reopened soon after the closing on record; null where no export says it. */
function reopenings(context: Context, tickets: Tickets): CameBack | null {
  const [column, counts] = ['reopened_at', 'reopened_count'].map((field) => numbers(tickets.table, field));
  if (!column && !counts) return null;
  const at = upTo(context, column ?? null, tickets.table.rows);
  const recorded = closingsOf(context, tickets);
  return (row, _, days) => {
    if (Number.isNaN(column?.[row] ?? NaN)) return (counts?.[row] ?? 0) > 0;
    return at[row]! - (recorded?.[row] ?? NaN) <= days * DAY;
  };
}

/** Whether the requester of a ticket came back to us, about no other ticket; null where contacts do not say who spoke. */
function returns(context: Context, { table }: Tickets): CameBack | null {
  const contacts = contactsOf(context);
  const [direction, speaker] = ['direction', 'requester'].map((field) => contacts && codes(contacts.table, field));
  const requester = codes(table, 'requester');
  if (contacts === null || !direction || !speaker || requester === null) return null;
  const people = new Map<string, number>();
  for (const name of requester.dictionary) if (!people.has(fold(name))) people.set(fold(name), people.size);
  const spoke = speaker.dictionary.map((name) => people.get(fold(name)) ?? -1);
  const asked = requester.dictionary.map((name) => people.get(fold(name))!);
  const inward = direction.dictionary.indexOf('in');
  const personOf = speaker.codes.map((code) => spoke[code] ?? -1);
  const ours = timelines(personOf, contacts.at, requester.dictionary.length, (row) => inward >= 0 && direction.codes[row] === inward);
  const [ticketOf, owners] = [ticketsNamed(context, contacts.table), contacts.table.client];
  return (row, closed, days) => {
    const person = asked[requester.codes[row]!] ?? -1;
    if (ours.count(person) === 0) return false;
    for (let place = lastBefore(ours, person, closed + 1) + 1; ours.instant(person, place) - closed <= days * DAY; place++) {
      const contact = ours.row(person, place);
      const same = owners[contact] === table.client[row] && (ticketOf[contact] === -1 || ticketOf[contact] === row);
      if (same && ours.instant(person, place) < context.end) return true;
    }
    return false;
  };
}

interface Choice {
  readonly found: CameBack;
  /** Tickets closed before this instant may have come back unseen. */
  readonly since: number;
}

/** The tickets closed some days before the as-of day or earlier, by the day of the closing that holds, else of the one on record. */
function closedFor(context: Context, days: number, choose: (tickets: Tickets) => Choice | null): Population | null {
  const tickets = ticketsOf(context);
  const choice = tickets && choose(tickets);
  const closed = tickets && either(tickets.closed, closingsOf(context, tickets));
  if (tickets === null || choice === null || closed === null) return null;
  return populationOf(context, tickets.table, {
    leftOut: [
      ...neverCounted(tickets),
      [NOT_CLOSED, (row) => Number.isNaN(closed[row])],
      [YOUNG_CLOSING, (row) => context.end - closed[row]! < days * DAY],
      [BEFORE_CONTACTS_KEPT, (row) => closed[row]! < choice.since],
    ],
    at: closed,
    value: (row) => (choice.found(row, closed[row]!, days) ? 1 : 0),
  });
}

const callBack: Measure = {
  id: 'A16',
  title: 'Tickets that come back within seven days',
  question: 'How often was it not right after all?',
  definition: `Of the tickets closed, the share reopened, or whose requester came back to us, within seven days. Contacts about another ticket do not count. ${UNDATED}`,
  formula: 'tickets reopened or contacted about again within 7 d ÷ tickets closed',
  unit: 'share',
  inputs: [
    'tickets.closed_at',
    'tickets.resolved_at',
    'tickets.reopened_at',
    'tickets.reopened_count',
    'tickets.requester',
    'contacts.requester',
    'contacts.direction',
  ],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(MERGED, MACHINE, NOT_CLOSED, YOUNG_CLOSING, BEFORE_CONTACTS_KEPT),
  version: 1,
  population: (context) =>
    closedFor(context, 7, (tickets) => {
      const [reopened, returned] = [reopenings(context, tickets), returns(context, tickets)];
      if (reopened === null && returned === null) return null;
      const since = returned === null ? -Infinity : dayStart(firstDays(context).get('contacts') ?? -Infinity, context.zone);
      return { since, found: (row, closed, days) => (reopened?.(row, closed, days) ?? false) || (returned?.(row, closed, days) ?? false) };
    }),
};

const held: Measure = {
  ...callBack,
  id: 'C9-held',
  title: 'Work that holds',
  question: 'Does what we do stay done?',
  definition: `Of the tickets closed, the share not reopened within 14 days. ${UNDATED}`,
  formula: 'tickets not reopened within 14 d ÷ tickets closed',
  inputs: ['tickets.closed_at', 'tickets.resolved_at', 'tickets.reopened_at', 'tickets.reopened_count'],
  exclusions: leaves(MERGED, MACHINE, NOT_CLOSED, YOUNG_CLOSING),
  population: (context) =>
    closedFor(context, 14, (tickets) => {
      const reopened = reopenings(context, tickets);
      return reopened && { since: -Infinity, found: (row, closed, days) => !reopened(row, closed, days) };
    }),
};

/** Whether work holds once it is done. */
export const comebacks: readonly Measure[] = [callBack, held];
