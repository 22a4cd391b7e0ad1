import { answeredTickets, answerTimes, ANSWERED, resolutionTimes, RESOLVED, resolvedTickets } from './answered-tickets.ts';
import { CLOCK_INPUTS } from './calendars.ts';
import type { Measure } from './measure.ts';
import { leaves, NO_TARGET } from './reasons.ts';
import { targetTimes } from './target-times.ts';

const DAY = 86_400_000;
const ANSWER_INPUTS = ['tickets.opened_at', 'tickets.first_human_response_at', 'tickets.first_response_at'];
const RESOLUTION_INPUTS = ['tickets.opened_at', 'tickets.resolved_at', 'tickets.reopened_at'];
const FIRST_ANSWER = 'The first answer is a person’s where the export tells it from an automatic one, else the first of any kind.';

const HOURS = 'Nights, weekends and holidays do not count; they are those of the client’s calendar, where it has one of its own.';

const answeredElapsed: Measure = {
  id: 'F1-elapsed',
  title: 'Time to the first answer',
  question: 'How long does a client wait for a first answer?',
  definition: `Time from opening a ticket to its first answer, as the client felt it. ${FIRST_ANSWER} A ticket counts when it is first answered.`,
  formula: 'median and 90th percentile of (first answer − opening)',
  unit: 'duration',
  inputs: ANSWER_INPUTS,
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...ANSWERED),
  version: 1,
  population: (context) => answeredTickets(context, (tickets) => ({ value: answerTimes(tickets, 'elapsed', context) })),
};

const answeredWorking: Measure = {
  ...answeredElapsed,
  id: 'F1-working',
  title: 'Working time to the first answer',
  question: 'How much of our working time passes before a first answer?',
  definition: `Opening hours that pass between opening a ticket and its first answer. ${FIRST_ANSWER} ${HOURS}`,
  formula: 'median and 90th percentile of the opening hours between opening and first answer',
  inputs: [...ANSWER_INPUTS, ...CLOCK_INPUTS],
  clock: 'working',
  population: (context) => answeredTickets(context, (tickets) => ({ value: answerTimes(tickets, 'working', context) })),
};

const resolvedElapsed: Measure = {
  id: 'F2-elapsed',
  title: 'Time to the resolution',
  question: 'How long does it take until a ticket is resolved?',
  definition:
    'Time from opening a ticket to its last resolution, as the client felt it. A ticket counts once, in the period of that resolution. Reopening it takes it out again.',
  formula: 'median and 90th percentile of (resolution − opening)',
  unit: 'duration',
  inputs: RESOLUTION_INPUTS,
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...RESOLVED),
  version: 1,
  population: (context) => resolvedTickets(context, (tickets) => ({ value: resolutionTimes(tickets, 'elapsed', context) })),
};

const resolvedWorking: Measure = {
  ...resolvedElapsed,
  id: 'F2-working',
  title: 'Working time to the resolution',
  question: 'How much of our working time does a resolution take?',
  definition: `Opening hours between opening a ticket and its last resolution, less the time spent waiting on the client. ${HOURS}`,
  formula: 'median and 90th percentile of (opening hours between opening and resolution − waiting on the client)',
  inputs: [...RESOLUTION_INPUTS, 'tickets.pending_minutes', ...CLOCK_INPUTS],
  clock: 'working',
  population: (context) => resolvedTickets(context, (tickets) => ({ value: resolutionTimes(tickets, 'working', context) })),
};

const withinDay: Measure = {
  id: 'F3',
  title: 'Answered within a day',
  question: 'How many tickets get a first answer within 24 hours?',
  definition: `Of the tickets first answered in the period, the share that waited 24 hours or less. ${FIRST_ANSWER}`,
  formula: 'tickets with (first answer − opening) ≤ 24 h ÷ tickets answered',
  unit: 'share',
  inputs: ANSWER_INPUTS,
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(...ANSWERED),
  version: 1,
  population: (context) =>
    answeredTickets(context, ({ opened, answered }) => ({
      value: (row) => (answered![row]! - opened![row]! <= DAY ? 1 : 0),
    })),
};

const answeredInTarget: Measure = {
  id: 'F4',
  title: 'Answered within target',
  question: 'How many tickets get a first answer by the time agreed?',
  definition:
    'Of the tickets first answered in the period, the share answered by their target time. The export’s due time is the target, else the settings’ time for the priority.',
  formula: 'tickets with first answer ≤ target time ÷ tickets answered that have a target',
  unit: 'share',
  inputs: [...ANSWER_INPUTS, 'tickets.first_response_due_at', 'tickets.priority', 'settings.targets.first_response'],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(...ANSWERED, NO_TARGET),
  version: 1,
  population: (context) =>
    answeredTickets(context, (tickets) => {
      const due = targetTimes(tickets, 'first_response_due_at', context.settings.targets.first_response);
      const { answered } = tickets;
      return {
        leftOut: [[NO_TARGET, (row) => Number.isNaN(due[row])]],
        value: (row) => (answered![row]! <= due[row]! ? 1 : 0),
      };
    }),
};

const resolvedInTarget: Measure = {
  id: 'F5',
  title: 'Solved within target',
  question: 'How many tickets are solved by the time agreed?',
  definition:
    'Of the tickets resolved in the period, the share resolved by their target time. The export’s due time is the target, else the settings’ time for the priority.',
  formula: 'tickets with resolution ≤ target time ÷ tickets resolved that have a target',
  unit: 'share',
  inputs: [...RESOLUTION_INPUTS, 'tickets.due_at', 'tickets.priority', 'settings.targets.resolution'],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(...RESOLVED, NO_TARGET),
  version: 1,
  population: (context) =>
    resolvedTickets(context, (tickets) => {
      const due = targetTimes(tickets, 'due_at', context.settings.targets.resolution);
      const { resolved } = tickets;
      return {
        leftOut: [[NO_TARGET, (row) => Number.isNaN(due[row])]],
        value: (row) => (resolved![row]! <= due[row]! ? 1 : 0),
      };
    }),
};

/** How fast we answer and solve, on both clocks and against the times agreed. */
export const response: readonly Measure[] = [answeredElapsed, answeredWorking, resolvedElapsed, resolvedWorking, withinDay, answeredInTarget, resolvedInTarget];
