import { codes } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { contactsOf } from './contacts-columns.ts';
import { contactWords, PROACTIVE_KINDS, PROACTIVE_WORDS } from './contact-words.ts';
import { gravityOf } from './gravity.ts';
import { SHARES_APART } from './intervals.ts';
import { LEFT_OUT, type Context, type Measure, type Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { once } from './once.ts';
import { populationOf, refined } from './population.ts';
import { leaves, LOWER_PRIORITY, MACHINE, MERGED, NO_ANSWERS_AROUND, NO_PRIORITY, NOT_OPENED, OTHER_CONTACT, SHORT_CONTACTS, YOUNG_STORM } from './reasons.ts';
import { surveysOf } from './surveys-columns.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';
import { lastBefore, timelines } from './timelines.ts';

const DAY = 86_400_000;
const AROUND = 90 * DAY;
const BEFORE = 182 * DAY;
/** Contacts in 26 weeks that are one a month. */
const MONTHLY = 6;

/** What happened around the gravest tickets. Columns of the tickets' length, NaN = not known. */
interface Storms {
  readonly population: Population;
  /** Share of positive answers of the client in the 90 days before the ticket, and from it on. */
  readonly before: (row: number) => number;
  readonly after: (row: number) => number;
  /** Contacts of ours in the 26 weeks before it that nobody had to ask for. */
  readonly contacts: (row: number) => number;
}

/** Share of the positive answers of a client between two instants, the first included; NaN without an answer. */
function satisfactionBetween(context: Context): ((client: number, from: number, to: number) => number) | null {
  const surveys = surveysOf(context);
  if (surveys === null) return null;
  const { csat, at, class: classes, client: owners } = surveys;
  const lines = timelines(owners, at, context.facts.clients.list.length, (row) => csat[row] === 1 && classes[row] !== null && at[row]! < context.end);
  const positive = context.facts.clients.list.map((_, client) => runningCount(lines.rows(client), (row) => classes[row] === 1));
  return (client, from, to) => {
    if (client < 0) return NaN;
    const [first, end] = [lastBefore(lines, client, from) + 1, lastBefore(lines, client, to) + 1];
    return (positive[client]![end]! - positive[client]![first]!) / (end - first);
  };
}

/** How many of the first rows hold, for every number of them from 0 on. */
function runningCount(rows: Int32Array, holds: (row: number) => boolean): Int32Array {
  const counts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (counts[at + 1] = counts[at]! + (holds(row) ? 1 : 0)));
  return counts;
}

/** How many contacts of ours a client had between two instants that nobody had to ask for; null where contacts do not tell. */
function unaskedBetween(context: Context): ((client: number, from: number, to: number) => number) | null {
  const [contacts, words] = [contactsOf(context), contactWords(context)];
  if (contacts === null || words === null || words.outbound === null || !words.kindKept) return null;
  const { outbound, kind } = words;
  const unasked = (row: number): boolean => outbound[row] === 1 && (PROACTIVE_KINDS as readonly (string | null)[]).includes(kind(row));
  const lines = timelines(contacts.table.client, contacts.at, context.facts.clients.list.length, unasked);
  return (client, from, to) => lastBefore(lines, client, to) - lastBefore(lines, client, from);
}

/** The tickets of the highest priority with answers before and after, by the day 90 days after they were opened; null where something needed is not kept. */
const stormsOf: (context: Context) => Storms | null = once((context) => {
  const tickets = ticketsOf(context);
  const priority = tickets && codes(tickets.table, 'priority');
  const [satisfied, unasked] = [satisfactionBetween(context), unaskedBetween(context)];
  if (tickets === null || tickets.opened === null || priority === null || satisfied === null || unasked === null) return null;
  const { opened, table } = tickets;
  const places = priority.dictionary.map(gravityOf);
  const place = (row: number): number | null => places[priority.codes[row]!] ?? null;
  const first = dayStart(firstDays(context).get('contacts') ?? context.asOf + 1, context.zone);
  const before = (row: number): number => satisfied(table.client[row]!, opened[row]! - AROUND, opened[row]!);
  const after = (row: number): number => satisfied(table.client[row]!, opened[row]!, opened[row]! + AROUND);
  const population = populationOf(context, table, {
    leftOut: [
      ...neverCounted(tickets),
      [NOT_OPENED, (row) => Number.isNaN(opened[row])],
      [NO_PRIORITY, (row) => place(row) === null],
      [LOWER_PRIORITY, (row) => place(row)! > 1],
      [YOUNG_STORM, (row) => opened[row]! + AROUND >= context.end],
      [SHORT_CONTACTS, (row) => opened[row]! - BEFORE < first],
      [NO_ANSWERS_AROUND, (row) => Number.isNaN(before(row)) || Number.isNaN(after(row))],
    ],
    at: opened.map((at) => at + AROUND),
  });
  return { population, before, after, contacts: (row) => unasked(table.client[row]!, opened[row]! - BEFORE, opened[row]!) };
});

function changeWith(often: boolean): Measure {
  const words = often ? 'a contact a month, or more, that nobody asked for' : 'less than a contact a month that nobody asked for';
  return {
    id: often ? 'E17-high' : 'E17-low',
    title: `Satisfaction after the gravest tickets, ${often ? 'with much contact before' : 'with little contact before'}`,
    question: `Does satisfaction hold through a storm after ${words}?`,
    definition: `For every ticket of the highest priority, the client’s share of positive answers in 90 days from it, less that in the 90 days before. The client had ${words}, in the 26 weeks before it. Such contacts are those begun by us of kind ${PROACTIVE_WORDS}. It shows an association and no cause. A ticket counts 90 days after it was opened. The interval ends at −1 and 1.`,
    formula: 'mean over tickets of (share positive in 90 d after − share positive in 90 d before)',
    unit: 'part of answers',
    inputs: ['tickets.opened_at', 'tickets.priority', 'surveys.answer', 'surveys.answered_at', 'contacts.at', 'contacts.direction', 'contacts.kind'],
    kind: 'mean',
    clock: 'elapsed',
    exclusions: leaves(MERGED, MACHINE, NOT_OPENED, NO_PRIORITY, LOWER_PRIORITY, YOUNG_STORM, SHORT_CONTACTS, NO_ANSWERS_AROUND, OTHER_CONTACT),
    version: 1,
    population: (context) => {
      const found = stormsOf(context);
      if (found === null) return null;
      const { population, before, after, contacts } = found;
      return refined(population, {
        leftOut: [[OTHER_CONTACT, (row) => contacts(row) >= MONTHLY !== often]],
        value: (row) => after(row) - before(row),
        possible: [SHARES_APART],
      });
    },
  };
}

/** One end of a slope and the other: satisfaction before and after the gravest tickets. */
export interface StormSlope {
  readonly contact: 'high' | 'low';
  readonly tickets: number;
  /** Mean share of positive answers, null without a ticket. */
  readonly before: number | null;
  readonly after: number | null;
}

const YEAR = 364;

/** The slopes of E17 over the tickets that count in the 52 weeks up to the as-of day; null where something needed is not kept. An association, not a cause. */
export function stormSlopes(context: Context): readonly StormSlope[] | null {
  const found = stormsOf(context);
  if (found === null) return null;
  const { population, before, after, contacts } = found;
  const rows = [...population.day.keys()].filter((row) => population.day[row] !== LEFT_OUT && population.day[row]! > context.asOf - YEAR);
  return (['high', 'low'] as const).map((contact) => {
    const own = rows.filter((row) => (contacts(row) >= MONTHLY ? 'high' : 'low') === contact);
    const mean = (of: (row: number) => number): number | null =>
      own.length === 0
        ? null
        : own
            .map(of)
            .toSorted((a, b) => a - b)
            .reduce((sum, one) => sum + one, 0) / own.length;
    return { contact, tickets: own.length, before: mean(before), after: mean(after) };
  });
}

/** How satisfaction comes through the gravest tickets, with and without contact before. */
export const storms: readonly Measure[] = [changeWith(true), changeWith(false)];
