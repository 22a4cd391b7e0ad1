import { dayStart } from '../time/weeks.ts';
import { contactWords } from './contact-words.ts';
import { contactsOf } from './contacts-columns.ts';
import type { Context, Measure, Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { once } from './once.ts';
import { populationOf, type Rule } from './population.ts';
import {
  AFTER,
  BEFORE_CONTACTS_KEPT,
  leaves,
  NO_ANSWER,
  NO_ANSWER_TIME,
  NO_CLASS,
  NO_CLIENT,
  NOT_NEGATIVE,
  NOT_SENT,
  OTHER_QUESTION,
  STAND_IN_TIME,
  YOUNG_ANSWER,
} from './reasons.ts';
import { surveysOf, type Surveys } from './surveys-columns.ts';
import { firstFrom, timelines } from './timelines.ts';

const DAY = 86_400_000;
const ANSWERS = [OTHER_QUESTION, NO_ANSWER, NO_ANSWER_TIME, STAND_IN_TIME, AFTER];

/** The answers about satisfaction with an answer time of their own, by their day; null where `choose` finds that a column is missing. */
function timedAnswers(
  context: Context,
  choose: (surveys: Surveys) => { readonly leftOut: readonly Rule[]; readonly value: (row: number) => number } | null,
): Population | null {
  const surveys = surveysOf(context);
  const choice = surveys && choose(surveys);
  if (surveys === null || choice === null) return null;
  const { table, csat, answered, at, assumed, client } = surveys;
  const rules: readonly Rule[] = [
    [OTHER_QUESTION, (row) => csat[row] === 0],
    [NO_ANSWER, (row) => answered[row] === 0],
    [NO_ANSWER_TIME, (row) => Number.isNaN(at[row])],
    [STAND_IN_TIME, (row) => assumed[row] === 1],
    [AFTER, (row) => at[row]! >= context.end],
  ];
  return populationOf(context, table, { leftOut: [...rules, ...choice.leftOut], at, client, value: choice.value });
}

/** Instants of the contacts that we began, by client; null where contacts do not say who began them. */
const ourContacts = once((context: Context) => {
  const contacts = contactsOf(context);
  const outbound = contactWords(context)?.outbound ?? null;
  if (contacts === null || outbound === null) return null;
  const { at, table } = contacts;
  return timelines(table.client, at, context.facts.clients.list.length, (row) => outbound[row] === 1 && at[row]! < context.end);
});

const calledAfter: Measure = {
  id: 'D20',
  title: 'Negative answers followed by a contact',
  question: 'When a client is unhappy, does somebody get in touch within a day?',
  definition: 'Of the negative answers about satisfaction at least 24 hours old, the share after which we got in touch with the client within 24 hours.',
  formula: 'negative answers with a contact begun by us within 24 h ÷ negative answers',
  unit: 'share',
  inputs: ['surveys.answer', 'surveys.answered_at', 'contacts.at', 'contacts.direction'],
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(...ANSWERS, NO_CLASS, NOT_NEGATIVE, NO_CLIENT, BEFORE_CONTACTS_KEPT, YOUNG_ANSWER),
  version: 1,
  population: (context) =>
    timedAnswers(context, ({ at, client, class: classes }) => {
      const ours = ourContacts(context);
      if (ours === null) return null;
      const first = dayStart(firstDays(context).get('contacts') ?? 0, context.zone);
      return {
        leftOut: [
          [NO_CLASS, (row) => classes[row] === null],
          [NOT_NEGATIVE, (row) => classes[row] !== -1],
          [NO_CLIENT, (row) => client[row]! < 0],
          [BEFORE_CONTACTS_KEPT, (row) => at[row]! < first],
          [YOUNG_ANSWER, (row) => context.end - at[row]! < DAY],
        ],
        value: (row) => (firstFrom(ours, client[row]!, at[row]!) - at[row]! <= DAY ? 1 : 0),
      };
    }),
};

const delay: Measure = {
  id: 'D2',
  title: 'Time to the answer to a survey',
  question: 'How soon do clients answer when we ask?',
  definition: 'Time from sending a survey about satisfaction to its answer. It counts when it was answered.',
  formula: 'median and 90th percentile of (answer − sending)',
  unit: 'duration',
  inputs: ['surveys.sent_at', 'surveys.answered_at'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...ANSWERS, NOT_SENT),
  version: 1,
  population: (context) => sinceSent(context, (ms) => ms),
};

const soon: Measure = {
  ...delay,
  id: 'D2-48h',
  title: 'Surveys answered within 48 hours',
  question: 'How many answers come while the work is fresh?',
  definition: 'Of the answers about satisfaction, the share that came within 48 hours of sending the survey. It counts when it was answered.',
  formula: 'answers with (answer − sending) ≤ 48 h ÷ answers',
  unit: 'share',
  kind: 'share',
  population: (context) => sinceSent(context, (ms) => (ms <= 2 * DAY ? 1 : 0)),
};

function sinceSent(context: Context, value: (ms: number) => number): Population | null {
  return timedAnswers(context, ({ at, sent }) => {
    return sent && { leftOut: [[NOT_SENT, (row) => !(sent[row]! <= at[row]!)]], value: (row) => value(at[row]! - sent[row]!) };
  });
}

/** How soon clients answer, and whether we get in touch with those who are unhappy. */
export const afterAnswers: readonly Measure[] = [calledAfter, delay, soon];
