import type { Context, Measure, Population } from './measure.ts';
import { populationOf } from './population.ts';
import { AFTER, leaves, NEUTRAL, NO_ANSWER, NO_ANSWER_TIME, NO_CLASS, NO_TICKET_TARGET, OTHER_OUTCOME, OTHER_QUESTION } from './reasons.ts';
import { surveysOf } from './surveys-columns.ts';
import { targetTimes } from './target-times.ts';
import { ticketsOf } from './tickets-columns.ts';

const OUTCOMES = [
  ['C10-met-good', true, 1, 'solved within target and rated well'],
  ['C10-met-bad', true, -1, 'solved within target and rated badly'],
  ['C10-missed-good', false, 1, 'solved late and rated well'],
  ['C10-missed-bad', false, -1, 'solved late and rated badly'],
] as const;

/** The answers, positive or negative, about tickets with a target of one outcome, by the day they were given. */
function withOutcome(context: Context, met: boolean, rating: 1 | -1): Population | null {
  const [surveys, tickets] = [surveysOf(context), ticketsOf(context)];
  if (surveys === null || tickets === null || tickets.resolved === null) return null;
  const { table, ticket, csat, answered, at, assumed, client } = surveys;
  const due = targetTimes(tickets, 'due_at', context.settings.targets.resolution);
  const { resolved } = tickets;
  const spare = (row: number): number => due[ticket[row]!]! - resolved[ticket[row]!]!;
  return populationOf(context, table, {
    leftOut: [
      [OTHER_QUESTION, (row) => csat[row] === 0],
      [NO_ANSWER, (row) => answered[row] === 0],
      [NO_ANSWER_TIME, (row) => Number.isNaN(at[row])],
      [AFTER, (row) => at[row]! >= context.end],
      [NO_CLASS, (row) => surveys.class[row] === null],
      [NEUTRAL, (row) => surveys.class[row] === 0],
      [NO_TICKET_TARGET, (row) => !Number.isFinite(spare(row))],
      [OTHER_OUTCOME, (row) => spare(row) >= 0 !== met || surveys.class[row] !== rating],
    ],
    at,
    client,
    assumed,
  });
}

/** Whether work in time is liked and late work is not: answers counted by both. */
export const metAndLiked: readonly Measure[] = OUTCOMES.map(([id, met, rating, words]): Measure => ({
  id,
  title: `Tickets ${words}`,
  question: `How many tickets are ${words}?`,
  definition: `Answers about tickets ${words}. The export’s due time is the target, else the settings’ time for the priority. Neutral answers are left out.`,
  formula: `number of answers about tickets ${words}`,
  unit: 'answers',
  inputs: ['surveys.answer', 'surveys.answered_at', 'surveys.ticket_id', 'tickets.resolved_at', 'tickets.due_at', 'settings.targets.resolution'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(OTHER_QUESTION, NO_ANSWER, NO_ANSWER_TIME, AFTER, NO_CLASS, NEUTRAL, NO_TICKET_TARGET, OTHER_OUTCOME),
  version: 1,
  population: (context) => withOutcome(context, met, rating),
}));
