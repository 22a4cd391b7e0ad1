import { codes, flags, numbers } from '../facts/table.ts';
import { closedTickets } from './closed-tickets.ts';
import { gravityOf } from './gravity.ts';
import type { Context, Measure } from './measure.ts';
import { refined } from './population.ts';
import { leaves, LITTLE_WORK, LOWER_PRIORITY, MACHINE, MERGED, NO_PRIORITY, NOT_CLOSED, UNRECORDED } from './reasons.ts';
import { ticketsNamed } from './tickets-columns.ts';

const MUCH_WORK = 240;
const CLOSED = [MERGED, MACHINE, NOT_CLOSED];
const CLOSED_INPUTS = ['tickets.closed_at', 'tickets.resolved_at'];
const COUNTED = 'A ticket counts when it was closed; one of which it is not recorded is left out.';

/** Minutes logged on each ticket up to the as-of day, 0 for none; null where no times are kept. */
function minutesOfTickets(context: Context): Float64Array | null {
  const { tickets, time_entries: entries } = context.facts.tables;
  const [started, minutes] = ['started_at', 'minutes'].map((field) => (entries === undefined ? null : numbers(entries, field)));
  if (tickets === undefined || entries === undefined || !started || !minutes) return null;
  const sums = new Float64Array(tickets.rows);
  ticketsNamed(context, entries).forEach((ticket, row) => {
    if (ticket >= 0 && started[row]! < context.end && minutes[row]! > 0) sums[ticket]! += minutes[row]!;
  });
  return sums;
}

const options: Measure = {
  id: 'C5',
  title: 'A choice offered in larger work',
  question: 'When work is large, do we let the client choose?',
  definition: `Of the tickets with more than four hours of work logged, the share in which the client was offered a choice. ${COUNTED}`,
  formula: 'tickets with a choice offered ÷ tickets with more than 4 h logged',
  unit: 'share',
  inputs: ['tickets.options_offered', 'time_entries.minutes', 'time_entries.started_at', 'time_entries.ticket_id', ...CLOSED_INPUTS],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...CLOSED, LITTLE_WORK, UNRECORDED),
  version: 1,
  population: (context) => {
    const { tickets } = context.facts.tables;
    const offered = tickets === undefined ? null : flags(tickets, 'options_offered');
    const [closed, minutes] = [closedTickets(context), minutesOfTickets(context)];
    if (offered === null || closed === null || minutes === null) return null;
    return refined(closed, {
      leftOut: [
        [LITTLE_WORK, (row) => !(minutes[row]! > MUCH_WORK)],
        [UNRECORDED, (row) => offered[row] === -1],
      ],
      value: (row) => offered[row]!,
    });
  },
};

const plan: Measure = {
  id: 'C7',
  title: 'A plan noted before grave work',
  question: 'Do we say what we will do before we do it?',
  definition: `Of the tickets of the two highest priorities, critical and high, the share with a plan noted before work began. ${COUNTED}`,
  formula: 'tickets with a plan noted ÷ tickets of the two highest priorities',
  unit: 'share',
  inputs: ['tickets.plan_noted', 'tickets.priority', ...CLOSED_INPUTS],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...CLOSED, NO_PRIORITY, LOWER_PRIORITY, UNRECORDED),
  version: 1,
  population: (context) => {
    const { tickets } = context.facts.tables;
    const [noted, priority] = [tickets && flags(tickets, 'plan_noted'), tickets && codes(tickets, 'priority')];
    const closed = closedTickets(context);
    if (!noted || !priority || closed === null) return null;
    const places = priority.dictionary.map(gravityOf);
    const place = (row: number): number | null => places[priority.codes[row]!] ?? null;
    return refined(closed, {
      leftOut: [
        [NO_PRIORITY, (row) => place(row) === null],
        [LOWER_PRIORITY, (row) => place(row)! > 2],
        [UNRECORDED, (row) => noted[row] === -1],
      ],
      value: (row) => noted[row]!,
    });
  },
};

/** Whether the client has a say in large work, and hears first what grave work will be. */
export const plans: readonly Measure[] = [options, plan];
