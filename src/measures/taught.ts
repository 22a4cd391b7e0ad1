import { fold } from '../fold.ts';
import { codes } from '../facts/table.ts';
import { dayStart } from '../time/weeks.ts';
import { coursesOf } from './courses.ts';
import { NOT_NEGATIVE } from './intervals.ts';
import type { Context, Measure, Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { once } from './once.ts';
import { populationOf } from './population.ts';
import { AFTER, BEFORE_TICKETS, leaves, NO_ATTENDANCE, NO_CLIENT, NOT_ATTENDED, YOUNG_COURSE } from './reasons.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';
import { lastBefore, timelines, type Timelines } from './timelines.ts';

const SPAN = 60 * 86_400_000;

/** The tickets of each client that ask how something is done; null where the settings name no such category, or tickets have none. */
const howToLines: (context: Context) => Timelines | null = once((context) => {
  const tickets = ticketsOf(context);
  const category = tickets && codes(tickets.table, 'category');
  const chosen = new Set(context.settings.training.how_to.map(fold));
  if (tickets === null || tickets.opened === null || category === null || chosen.size === 0) return null;
  const { opened, table } = tickets;
  const asked = category.dictionary.map((word) => chosen.has(fold(word)));
  const never = neverCounted(tickets);
  const counts = (row: number): boolean => (asked[category.codes[row]!] ?? false) && opened[row]! < context.end && !never.some(([, holds]) => holds(row));
  return timelines(table.client, opened, context.facts.clients.list.length, counts);
});

/** For every course that somebody came to, by the day on which it is decided, the client's how-to tickets in 60 days from an instant. */
function around(context: Context, from: (course: number) => number): Population | null {
  const [courses, lines] = [coursesOf(context), howToLines(context)];
  const first = dayStart(firstDays(context).get('tickets') ?? context.asOf + 1, context.zone);
  if (courses === null || lines === null) return null;
  const { table, at, attended } = courses;
  const upTo = (client: number, instant: number): number => lastBefore(lines, client, instant) + 1;
  return populationOf(context, table, {
    leftOut: [
      [AFTER, (row) => Number.isNaN(at[row])],
      [NO_CLIENT, (row) => table.client[row]! < 0],
      [NO_ATTENDANCE, (row) => Number.isNaN(attended[row])],
      [NOT_ATTENDED, (row) => attended[row] === 0],
      [BEFORE_TICKETS, (row) => at[row]! - SPAN < first],
      [YOUNG_COURSE, (row) => at[row]! + SPAN >= context.end],
    ],
    at: at.map((course) => course + SPAN),
    possible: [NOT_NEGATIVE],
    value: (row) => upTo(table.client[row]!, from(at[row]!) + SPAN) - upTo(table.client[row]!, from(at[row]!)),
  });
}

const before: Measure = {
  id: 'A7-before',
  title: 'Questions before training',
  question: 'How often does a client ask how something is done, before it is taught?',
  definition:
    'For every course that a client’s people came to, its tickets in the 60 days before that ask how something is done. The settings say which categories these are. A course counts 60 days after it, when it is decided. The interval does not go below zero.',
  formula: 'mean over courses and clients of the how-to tickets in the 60 d before',
  unit: 'tickets',
  inputs: ['training.at', 'training.attended', 'tickets.opened_at', 'tickets.category', 'settings.training.how_to'],
  kind: 'mean',
  clock: 'elapsed',
  exclusions: leaves(AFTER, NO_CLIENT, NO_ATTENDANCE, NOT_ATTENDED, BEFORE_TICKETS, YOUNG_COURSE),
  version: 1,
  population: (context) => around(context, (course) => course - SPAN),
};

const after: Measure = {
  ...before,
  id: 'A7-after',
  title: 'Questions after training',
  question: 'Does a client ask less often how something is done, once it is taught?',
  definition:
    'For every course that a client’s people came to, its tickets in the 60 days after that ask how something is done. The settings say which categories these are. A course counts 60 days after it, when it is decided. The interval does not go below zero.',
  formula: 'mean over courses and clients of the how-to tickets in the 60 d after',
  population: (context) => around(context, (course) => course),
};

/** How often clients ask how something is done, before and after they were taught. */
export const questions: readonly Measure[] = [before, after];
