import { numbers } from '../facts/table.ts';
import { causesOf } from './cause-words.ts';
import type { Measure } from './measure.ts';
import { populationOf } from './population.ts';
import { AFTER, BEFORE_REOPENING, leaves, MACHINE, MERGED, NO_TICKET, NOT_REOPENED, OTHER_CAUSE } from './reasons.ts';
import { neverCounted, ticketsNamed, ticketsOf } from './tickets-columns.ts';

const hours: Measure = {
  id: 'B9-hours',
  title: 'Hours of changed work',
  question: 'What does it take us to do again what the client wanted otherwise?',
  definition:
    'Time logged on tickets that were reopened because the request changed, from the last reopening on. Tickets of which nothing says when they were reopened give none.',
  formula: 'sum of the hours logged since the reopening',
  unit: 'hours',
  inputs: ['time_entries.started_at', 'time_entries.minutes', 'time_entries.ticket_id', 'tickets.cause', 'tickets.reopened_at'],
  kind: 'hours',
  clock: 'none',
  exclusions: leaves(AFTER, NO_TICKET, MERGED, MACHINE, OTHER_CAUSE, NOT_REOPENED, BEFORE_REOPENING),
  version: 2,
  population: (context) => {
    const tickets = ticketsOf(context);
    const table = context.facts.tables.time_entries;
    const [started, minutes] = ['started_at', 'minutes'].map((field) => (table === undefined ? null : numbers(table, field)));
    const [cause, reopened] = [tickets && causesOf(tickets.table), tickets && numbers(tickets.table, 'reopened_at')];
    if (tickets === null || table === undefined || !started || !minutes || !cause || !reopened) return null;
    const ticket = ticketsNamed(context, table);
    const changed = cause.dictionary.indexOf('changed-request');
    const never = neverCounted(tickets).map(([reason, holds]) => [reason, (row: number) => holds(ticket[row]!)] as const);
    return populationOf(context, table, {
      leftOut: [
        [AFTER, (row) => !(started[row]! < context.end)],
        [NO_TICKET, (row) => ticket[row]! < 0],
        ...never,
        [OTHER_CAUSE, (row) => changed < 0 || cause.codes[ticket[row]!] !== changed],
        [NOT_REOPENED, (row) => !(reopened[ticket[row]!]! < context.end)],
        [BEFORE_REOPENING, (row) => started[row]! < reopened[ticket[row]!]!],
      ],
      at: started,
      value: (row) => (minutes[row]! > 0 ? minutes[row]! : NaN),
    });
  },
};

/** What work costs that is done again because the client changed its mind. */
export const rework: readonly Measure[] = [hours];
