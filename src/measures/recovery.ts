import { numbers } from '../facts/table.ts';
import { upTo, type Complaints } from './complaints-columns.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { Measure } from './measure.ts';
import type { Rule } from './population.ts';
import { leaves, NO_ANSWERS_KEPT, NO_STEPS, NOT_ACTED, NOT_ANSWERED, NOT_CONFIRMED, TOO_YOUNG } from './reasons.ts';

const DAY = 86_400_000;
const ANSWER_INPUTS = ['complaints.received_at', 'complaints.responded_at'];
const BY_TICKET = 'For a complaint made from a ticket the ticket’s first answer counts.';

const answersUnknown = ({ answersKept }: Complaints): Rule => [NO_ANSWERS_KEPT, (row) => answersKept[row] === 0];
const fromTickets = ({ fromTicket }: Complaints): Rule => [NO_STEPS, (row) => fromTicket[row] === 1];

const withinDay: Measure = {
  id: 'D3',
  title: 'Complaints answered within 24 hours',
  question: 'Do we answer a complaint within a day?',
  definition: `Of the formal complaints received, the share answered within 24 hours. One still unanswered after 24 hours is a miss. ${BY_TICKET}`,
  formula: 'complaints with (first answer − receipt) ≤ 24 h ÷ formal complaints',
  unit: 'share',
  inputs: ANSWER_INPUTS,
  kind: 'share',
  clock: 'elapsed',
  exclusions: leaves(...FORMAL, NO_ANSWERS_KEPT, TOO_YOUNG),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const { received, answered } = complaints;
      const young: Rule = [TOO_YOUNG, (row) => Number.isNaN(answered[row]) && context.end - received[row]! < DAY];
      return {
        leftOut: [answersUnknown(complaints), young],
        value: (row) => (answered[row]! - received[row]! <= DAY ? 1 : 0),
      };
    }),
};

const answerTime: Measure = {
  id: 'D3-median',
  title: 'Time to the first answer to a complaint',
  question: 'How long does a complaint wait for a first answer?',
  definition: `Time from receiving a formal complaint to the first answer to it. A complaint counts when it was received. ${BY_TICKET}`,
  formula: 'median and 90th percentile of (first answer − receipt)',
  unit: 'duration',
  inputs: ANSWER_INPUTS,
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...FORMAL, NO_ANSWERS_KEPT, NOT_ANSWERED),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const { received, answered } = complaints;
      return {
        leftOut: [answersUnknown(complaints), [NOT_ANSWERED, (row) => !(answered[row]! >= received[row]!)]],
        value: (row) => answered[row]! - received[row]!,
      };
    }),
};

const escalated: Measure = {
  id: 'D4',
  title: 'Escalated before our first answer',
  question: 'How often does a complaint go above us before we answer?',
  definition:
    'Of the formal complaints received, the share that went above us before our first answer. Complaints made from tickets are left out: a ticket does not record it.',
  formula: 'complaints escalated before the first answer ÷ formal complaints',
  unit: 'share',
  inputs: [...ANSWER_INPUTS, 'complaints.escalated_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL, NO_STEPS),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const column = numbers(complaints.table, 'escalated_at');
      if (column === null) return null;
      const { answered } = complaints;
      return {
        leftOut: [fromTickets(complaints)],
        value: (row) => (column[row]! < context.end && !(answered[row]! <= column[row]!) ? 1 : 0),
      };
    }),
};

const confirmed: Measure = {
  id: 'D15',
  title: 'Confirmed with the client',
  question: 'Do we ask whether the complaint is settled?',
  definition: 'Of the formal complaints that we acted on, the share for which the client agreed that it is done. A complaint counts when it was received.',
  formula: 'complaints confirmed ÷ complaints acted on',
  unit: 'share',
  inputs: ['complaints.acted_at', 'complaints.confirmed_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL, NO_STEPS, NOT_ACTED),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const { table } = complaints;
      const [acted, agreed] = ['acted_at', 'confirmed_at'].map((field) => numbers(table, field));
      if (!acted || !agreed) return null;
      return {
        leftOut: [fromTickets(complaints), [NOT_ACTED, (row) => !(acted[row]! < context.end)]],
        value: (row) => (agreed[row]! < context.end ? 1 : 0),
      };
    }),
};

const confirmationTime: Measure = {
  id: 'D15-days',
  title: 'Time until a complaint is confirmed as settled',
  question: 'How long does it take until the client agrees that it is done?',
  definition: 'Time from receiving a formal complaint to the client’s word that it is done. A complaint counts when it was received.',
  formula: 'median and 90th percentile of (confirmation − receipt)',
  unit: 'duration',
  inputs: ['complaints.received_at', 'complaints.confirmed_at'],
  kind: 'duration',
  clock: 'elapsed',
  exclusions: leaves(...FORMAL, NO_STEPS, NOT_CONFIRMED),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const column = numbers(complaints.table, 'confirmed_at');
      if (column === null) return null;
      const agreed = upTo(context, column, complaints.table.rows);
      const { received } = complaints;
      return {
        leftOut: [fromTickets(complaints), [NOT_CONFIRMED, (row) => !(agreed[row]! >= received[row]!)]],
        value: (row) => agreed[row]! - received[row]!,
      };
    }),
};

/** How fast and how well complaints are answered. */
export const recovery: readonly Measure[] = [withinDay, answerTime, escalated];
/** Whether the client agrees that a complaint is settled. */
export const confirmation: readonly Measure[] = [confirmed, confirmationTime];
