import { codes, flags, numbers } from '../facts/table.ts';
import { closedTickets } from './closed-tickets.ts';
import { NOT_NEGATIVE } from './intervals.ts';
import type { Context, Measure, Population } from './measure.ts';
import { refined, type Rule } from './population.ts';
import { leaves, MACHINE, MERGED, NO_AGENT, NO_HANDOFFS, NOT_CLOSED, NOT_VENDOR } from './reasons.ts';

const CLOSED = [MERGED, MACHINE, NOT_CLOSED];

function passedOn(context: Context, value: (handoffs: number) => number): Population | null {
  const { tickets } = context.facts.tables;
  const handoffs = tickets === undefined ? null : numbers(tickets, 'handoffs');
  const closed = closedTickets(context);
  if (handoffs === null || closed === null) return null;
  return refined(closed, { leftOut: [[NO_HANDOFFS, (row) => Number.isNaN(handoffs[row])]], value: (row) => value(handoffs[row]!), possible: [NOT_NEGATIVE] });
}

const handoffs: Measure = {
  id: 'B2',
  title: 'Handoffs per ticket',
  question: 'How often do we pass a client on?',
  definition: 'The mean of the changes of owner or team of a ticket, over the tickets closed in the period. The interval does not go below zero.',
  formula: 'handoffs ÷ tickets closed of which they are known',
  unit: 'handoffs',
  inputs: ['tickets.handoffs', 'tickets.closed_at', 'tickets.resolved_at'],
  kind: 'mean',
  clock: 'none',
  exclusions: leaves(...CLOSED, NO_HANDOFFS),
  version: 1,
  population: (context) => passedOn(context, (count) => count),
};

const many: Measure = {
  ...handoffs,
  id: 'B2-3',
  title: 'Tickets passed on three times or more',
  question: 'How often does a client go from hand to hand?',
  definition: 'Of the tickets closed in the period, the share that changed owner or team at least three times.',
  formula: 'tickets with 3 handoffs or more ÷ tickets closed of which they are known',
  unit: 'share',
  kind: 'share',
  population: (context) => passedOn(context, (count) => (count >= 3 ? 1 : 0)),
};

const TIMES = [
  [0, 'never passed on', 'that never changed owner or team', 'How many clients stay with whom they came to?'],
  [1, 'passed on once', 'that changed owner or team once', 'How many clients are passed on once?'],
  [2, 'passed on twice', 'that changed owner or team twice', 'How many clients are passed on twice?'],
] as const;

const spread = TIMES.map(([times, title, words, question]): Measure => ({
  ...many,
  id: `B2-${times}`,
  title: `Tickets ${title}`,
  question,
  definition: `Of the tickets closed in the period, the share ${words}.`,
  formula: `tickets with ${times === 1 ? '1 handoff' : `${times} handoffs`} ÷ tickets closed of which they are known`,
  population: (context) => passedOn(context, (count) => (count === times ? 1 : 0)),
}));

function sameAgent(context: Context, further: readonly Rule[] = []): Population | null {
  const { tickets } = context.facts.tables;
  const [first, last] = ['first_agent', 'agent'].map((field) => (tickets === undefined ? null : codes(tickets, field)));
  const closed = closedTickets(context);
  if (!first || !last || closed === null) return null;
  const lastIn = last.dictionary.map((name) => first.dictionary.indexOf(name));
  return refined(closed, {
    leftOut: [...further, [NO_AGENT, (row) => first.codes[row]! < 0 || last.codes[row]! < 0]],
    value: (row) => (lastIn[last.codes[row]!] === first.codes[row] ? 1 : 0),
  });
}

const owner: Measure = {
  ...many,
  id: 'B2-owner',
  title: 'One owner from first answer to close',
  question: 'Does whoever answers first see it through?',
  definition: 'Of the tickets closed in the period, the share whose owner at the close is the one who answered first.',
  formula: 'tickets with the same owner at first answer and close ÷ tickets closed of which both are known',
  inputs: ['tickets.first_agent', 'tickets.agent', 'tickets.closed_at', 'tickets.resolved_at'],
  exclusions: leaves(...CLOSED, NO_AGENT),
  population: (context) => sameAgent(context),
};

const vendor: Measure = {
  ...owner,
  id: 'E4',
  title: 'Supplier’s faults that we see through',
  question: 'When a maker or supplier is at fault, do we stay with it?',
  definition: 'Of the tickets closed that a maker or supplier caused, the share whose owner at the close is the one who answered first.',
  formula: 'supplier’s tickets with the same owner at first answer and close ÷ supplier’s tickets closed',
  inputs: [...owner.inputs, 'tickets.vendor_caused'],
  exclusions: leaves(...CLOSED, NOT_VENDOR, NO_AGENT),
  population: (context) => {
    const { tickets } = context.facts.tables;
    const caused = tickets === undefined ? null : flags(tickets, 'vendor_caused');
    return caused && sameAgent(context, [[NOT_VENDOR, (row) => caused[row] !== 1]]);
  },
};

/** Whether one of us owns a ticket from the first answer to the close. */
export const ownership: readonly Measure[] = [handoffs, ...spread, many, owner, vendor];
