import { flags, numbers } from '../facts/table.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { Measure } from './measure.ts';
import { populationOf, refined } from './population.ts';
import { AFTER, leaves, NO_CAUSED_TICKET, NO_VENDOR_WORD } from './reasons.ts';
import { negativeAnswers } from './satisfaction.ts';
import { surveysOf } from './surveys-columns.ts';
import { clientsByTicket, ticketsNamed } from './tickets-columns.ts';

const negative: Measure = {
  ...negativeAnswers,
  id: 'E3-negative',
  title: 'Negative answers about suppliers’ faults',
  question: 'How much dissatisfaction do makers and suppliers cause us?',
  definition: 'Of the negative answers about tickets of which it is recorded, the share about tickets that a maker or supplier caused.',
  formula: 'negative answers about suppliers’ tickets ÷ negative answers about tickets of which it is recorded',
  unit: 'share',
  inputs: [...negativeAnswers.inputs, 'surveys.ticket_id', 'tickets.vendor_caused'],
  kind: 'share',
  exclusions: [...negativeAnswers.exclusions, NO_VENDOR_WORD],
  population: (context) => {
    const { tickets } = context.facts.tables;
    const caused = tickets === undefined ? null : flags(tickets, 'vendor_caused');
    const population = negativeAnswers.population!(context);
    if (caused === null || population === null) return null;
    const ticket = surveysOf(context)!.ticket;
    const word = (row: number): number => caused[ticket[row]!] ?? -1;
    return refined(population, { leftOut: [[NO_VENDOR_WORD, (row) => word(row) === -1]], value: word });
  },
};

const complained: Measure = {
  id: 'E3-complaints',
  title: 'Complaints about suppliers’ faults',
  question: 'How many complaints do makers and suppliers cause us?',
  definition: 'Of the formal complaints of which it is recorded, the share that a maker or supplier caused. Where the log does not say, the ticket does.',
  formula: 'complaints caused by a supplier ÷ complaints of which it is recorded',
  unit: 'share',
  inputs: ['complaints.received_at', 'complaints.vendor_caused', 'complaints.ticket_id', 'tickets.vendor_caused'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL, NO_VENDOR_WORD),
  version: 1,
  population: (context) =>
    formalComplaints(context, ({ table }) => {
      const { tickets } = context.facts.tables;
      const [own, others] = [flags(table, 'vendor_caused'), tickets === undefined ? null : flags(tickets, 'vendor_caused')];
      if (own === null && others === null) return null;
      const ticket = ticketsNamed(context, table);
      const word = (row: number): number => ((own?.[row] ?? -1) === -1 ? (others?.[ticket[row]!] ?? -1) : own![row]!);
      return { leftOut: [[NO_VENDOR_WORD, (row) => word(row) === -1]], value: word };
    }),
};

const hours: Measure = {
  id: 'E3-hours',
  title: 'Hours on suppliers’ faults',
  question: 'How much work do makers and suppliers make us?',
  definition: 'Hours logged on tickets that a maker or supplier caused.',
  formula: 'sum of the hours logged on suppliers’ tickets',
  unit: 'hours',
  inputs: ['time_entries.minutes', 'time_entries.started_at', 'time_entries.ticket_id', 'tickets.vendor_caused'],
  kind: 'hours',
  clock: 'none',
  exclusions: leaves(AFTER, NO_CAUSED_TICKET),
  version: 1,
  population: (context) => {
    const { tickets, time_entries: entries } = context.facts.tables;
    const caused = tickets === undefined ? null : flags(tickets, 'vendor_caused');
    const [started, minutes] = ['started_at', 'minutes'].map((field) => (entries === undefined ? null : numbers(entries, field)));
    if (entries === undefined || caused === null || !started || !minutes) return null;
    const ticket = ticketsNamed(context, entries);
    return populationOf(context, entries, {
      leftOut: [
        [AFTER, (row) => !(started[row]! < context.end)],
        [NO_CAUSED_TICKET, (row) => caused[ticket[row]!] !== 1],
      ],
      at: started,
      client: clientsByTicket(context, entries, ticket),
      value: (row) => minutes[row]!,
    });
  },
};

/** What makers and suppliers cost us. */
export const vendor: readonly Measure[] = [negative, complained, hours];
