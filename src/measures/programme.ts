import { closedTickets } from './closed-tickets.ts';
import type { CellInputs, Context, DerivedCell, Measure, Population } from './measure.ts';
import { firstDays, sinceKept } from './observed.ts';
import { populationOf, type Rule } from './population.ts';
import { AFTER, BEFORE_TICKETS_KEPT, leaves, MACHINE, MERGED, NO_CLOSED_TICKET, NOT_OPENED, NOT_SENT, OTHER_QUESTION, SENT_EARLY } from './reasons.ts';
import { surveysOf, type Surveys } from './surveys-columns.ts';
import { neverCounted, ticketsOf } from './tickets-columns.ts';

const SENT = [OTHER_QUESTION, NOT_SENT, AFTER];

interface Choice {
  readonly leftOut?: readonly Rule[];
  readonly value?: (row: number) => number;
}

/** The surveys about satisfaction sent up to the as-of day, by the day they were sent; null where nothing says when. */
function surveysSent(context: Context, choose: (surveys: Surveys) => Choice | null = () => ({})): Population | null {
  const surveys = surveysOf(context);
  const choice = surveys && choose(surveys);
  if (surveys === null || choice === null || surveys.sent === null) return null;
  const { table, csat, sent, client } = surveys;
  const { leftOut = [], value } = choice;
  const rules: readonly Rule[] = [
    [OTHER_QUESTION, (row) => csat[row] === 0],
    [NOT_SENT, (row) => Number.isNaN(sent[row])],
    [AFTER, (row) => sent[row]! >= context.end],
  ];
  return populationOf(context, table, { leftOut: [...rules, ...leftOut], at: sent, client, ...(value && { value }) });
}

const ticketsOpened: Measure = {
  id: 'A1-tickets',
  title: 'Tickets opened',
  question: 'How many tickets do clients raise?',
  definition: 'Tickets opened in the period by a person. Merged tickets and those raised by monitoring are left out.',
  formula: 'number of tickets',
  unit: 'tickets',
  inputs: ['tickets.opened_at'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(MERGED, MACHINE, NOT_OPENED, AFTER),
  version: 1,
  population: (context) => {
    const tickets = ticketsOf(context);
    if (tickets === null || tickets.opened === null) return null;
    const { opened, table } = tickets;
    const rules: readonly Rule[] = [
      [NOT_OPENED, (row) => Number.isNaN(opened[row])],
      [AFTER, (row) => opened[row]! >= context.end],
    ];
    return populationOf(context, table, { leftOut: [...neverCounted(tickets), ...rules], at: opened });
  },
};

const sentCount: Measure = {
  id: 'A2-sent',
  title: 'Surveys sent',
  question: 'How many surveys do we send?',
  definition: 'Surveys about satisfaction sent in the period, answered or not.',
  formula: 'number of surveys sent',
  unit: 'surveys',
  inputs: ['surveys.sent_at', 'surveys.kind'],
  kind: 'count',
  clock: 'none',
  exclusions: leaves(...SENT),
  version: 1,
  population: (context) => surveysSent(context),
};

const coverage: Measure = {
  id: 'A1',
  title: 'Active clients asked',
  question: 'Do we ask every active client whether it is satisfied?',
  definition:
    'A client is active in a period when it opened at least one ticket in it. Of the active clients, this is the share that was sent at least one survey. Rows of no listed client are left out.',
  formula: 'active clients with a survey sent ÷ active clients',
  unit: 'share',
  inputs: ['A1-tickets', 'A2-sent'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: covered,
  overClients: true,
};

function covered(inputs: CellInputs, context: Context): DerivedCell | null {
  const [tickets, sent] = [inputs.get('A1-tickets'), inputs.get('A2-sent')];
  const kept = inputs.to >= (firstDays(context).get('surveys') ?? Infinity);
  if (!((tickets?.n ?? 0) > 0) || sent === null || !kept) return null;
  const hits = sent.n > 0 ? 1 : 0;
  return { value: hits, n: 1, hits };
}

const responseRate: Measure = {
  id: 'A2',
  title: 'Surveys answered',
  question: 'Do our clients answer when we ask?',
  definition: 'Of the surveys about satisfaction sent in the period, the share answered by the as-of day.',
  formula: 'surveys answered ÷ surveys sent',
  unit: 'share',
  inputs: ['surveys.sent_at', 'surveys.answer', 'surveys.answered_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...SENT),
  version: 1,
  population: (context) =>
    surveysSent(context, ({ answered, at, assumed }) => ({
      value: (row) => (answered[row] === 1 && (assumed[row] === 1 || !(at[row]! >= context.end)) ? 1 : 0),
    })),
};

const discipline: Measure = {
  id: 'A3-rate',
  title: 'Surveys sent per 100 closed tickets',
  question: 'Do we ask after the work is done, every time?',
  definition:
    'Surveys about satisfaction sent for every 100 tickets closed in the same period. Only tickets raised by a person count. Surveys from before the first ticket on record are left out.',
  formula: '100 × surveys sent ÷ tickets closed',
  unit: 'per 100 closed tickets',
  inputs: ['surveys.sent_at', 'tickets.closed_at', 'tickets.resolved_at'],
  kind: 'rate',
  clock: 'none',
  exclusions: leaves(...SENT, BEFORE_TICKETS_KEPT),
  version: 2,
  population: (context) => sinceKept(context, surveysSent(context), 'tickets', BEFORE_TICKETS_KEPT),
  exposure: closedTickets,
  per: 100,
};

const delay: Measure = {
  id: 'A3-delay',
  title: 'Time from closing a ticket to asking',
  question: 'Do we ask while the work is fresh?',
  definition: 'Time from closing a ticket to sending the survey about it. A survey counts when it was sent.',
  formula: 'median and 90th percentile of (sending − closing)',
  unit: 'duration',
  inputs: ['surveys.sent_at', 'surveys.ticket_id', 'tickets.closed_at', 'tickets.resolved_at'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...SENT, NO_CLOSED_TICKET, SENT_EARLY),
  version: 1,
  population: (context) =>
    surveysSent(context, ({ sent, ticket }) => {
      const ends = ticketsOf(context)?.closed ?? null;
      if (ends === null || sent === null) return null;
      const merged = ticketsOf(context)!.merged;
      const closed = Float64Array.from(ticket, (row) => (merged[row] === 1 ? NaN : (ends[row] ?? NaN)));
      return {
        leftOut: [
          [NO_CLOSED_TICKET, (row) => Number.isNaN(closed[row])],
          [SENT_EARLY, (row) => sent[row]! < closed[row]!],
        ],
        value: (row) => sent[row]! - closed[row]!,
      };
    }),
};

/** Whether we ask our clients, and whether they answer. */
export const programme: readonly Measure[] = [ticketsOpened, sentCount, coverage, responseRate, discipline, delay];
