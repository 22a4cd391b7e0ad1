import { numbers } from '../facts/table.ts';
import { upTo, type Complaints } from './complaints-columns.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { Context, Measure } from './measure.ts';
import type { Rule } from './population.ts';
import { leaves, NO_COMMITTED_DAY, NO_STEPS, NOT_COMMITTED, NOT_DUE } from './reasons.ts';

/** Complaints to which we committed by the as-of day; null where no log says so. */
function committed(context: Context, { table, fromTicket }: Complaints): readonly Rule[] | null {
  const at = numbers(table, 'committed_at');
  if (at === null) return null;
  return [
    [NO_STEPS, (row) => fromTicket[row] === 1],
    [NOT_COMMITTED, (row) => !(at[row]! < context.end)],
  ];
}

const dated: Measure = {
  id: 'D13',
  title: 'Complaint commitments with a date',
  question: 'When we say what we will do, do we say by when?',
  definition: 'Of the formal complaints to which we committed, the share with a date given. A complaint counts when it was received.',
  formula: 'complaints committed to with a date ÷ complaints committed to',
  unit: 'share',
  inputs: ['complaints.committed_at', 'complaints.commit_due_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL, NO_STEPS, NOT_COMMITTED),
  version: 1,
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const [due, leftOut] = [numbers(complaints.table, 'commit_due_at'), committed(context, complaints)];
      return due && leftOut && { leftOut, value: (row) => (Number.isNaN(due[row]) ? 0 : 1) };
    }),
};

const kept: Measure = {
  ...dated,
  id: 'D14',
  title: 'Complaint commitments kept',
  question: 'Do we act by the day that we gave?',
  definition:
    'Of the commitments to complaints with a day given that has come or that we acted on, the share acted on by that day. One without a day is left out: nothing says whether it was kept in time; “Complaint commitments with a date” tells how many those are. A complaint counts when it was received.',
  formula: 'complaints with action ≤ day given ÷ complaints committed to by a day that has come or that were acted on',
  inputs: ['complaints.committed_at', 'complaints.commit_due_at', 'complaints.acted_at'],
  exclusions: leaves(...FORMAL, NO_STEPS, NOT_COMMITTED, NO_COMMITTED_DAY, NOT_DUE),
  population: (context) =>
    formalComplaints(context, (complaints) => {
      const [due, column] = ['commit_due_at', 'acted_at'].map((field) => numbers(complaints.table, field));
      const leftOut = committed(context, complaints);
      if (!due || !column || leftOut === null) return null;
      const acted = upTo(context, column, complaints.table.rows);
      const further: readonly Rule[] = [
        [NO_COMMITTED_DAY, (row) => Number.isNaN(due[row])],
        [NOT_DUE, (row) => Number.isNaN(acted[row]) && due[row]! >= context.end],
      ];
      return { leftOut: [...leftOut, ...further], value: (row) => (acted[row]! <= due[row]! ? 1 : 0) };
    }),
};

/** Whether commitments to complaints name a day, and are kept. */
export const commitments: readonly Measure[] = [dated, kept];
