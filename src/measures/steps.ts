import { numbers } from '../facts/table.ts';
import { upTo } from './complaints-columns.ts';
import { FORMAL, formalComplaints } from './formal-complaints.ts';
import type { Context, Measure, Population } from './measure.ts';
import { leaves, NO_STEPS, STILL_OPEN } from './reasons.ts';

/** The eight steps of recovery in their order: id, column, and the words for it. */
const STEPS = [
  ['D5', 'responded_at', 'Answered', 'the client got a first answer'],
  ['D6', 'thanked_at', 'Thanked', 'we thanked the client for saying it'],
  ['D7', 'heard_at', 'Heard out', 'we heard the client out'],
  ['D8', 'restated_at', 'Repeated back', 'we repeated the complaint back'],
  ['D9', 'apologised_at', 'Apologised', 'we apologised'],
  ['D10', 'committed_at', 'Committed', 'we said what we would do'],
  ['D11', 'acted_at', 'Acted', 'we did it'],
  ['D12', 'confirmed_at', 'Confirmed', 'the client agreed that it is done'],
] as const;

/**
 * For each complaint 1 where a step was done: it has an instant, and none of the steps before it in the order has a
 * later one. A step that is missing neither counts nor stands in the way of those after it.
 */
export function stepDone(step: Float64Array, earlier: readonly Float64Array[]): Uint8Array {
  return Uint8Array.from(step, (at, row) => (!Number.isNaN(at) && !earlier.some((one) => one[row]! > at) ? 1 : 0));
}

function closedComplaints(context: Context, index: number): Population | null {
  return formalComplaints(context, ({ table, fromTicket, closed }) => {
    const [step, ...earlier] = STEPS.slice(0, index + 1)
      .toReversed()
      .map(([, field]) => numbers(table, field));
    if (!step) return null;
    const known = (column: Float64Array | null): Float64Array => upTo(context, column, table.rows);
    const done = stepDone(known(step), earlier.map(known));
    return {
      leftOut: [
        [NO_STEPS, (row) => fromTicket[row] === 1],
        [STILL_OPEN, (row) => Number.isNaN(closed[row])],
      ],
      at: closed,
      value: (row) => done[row]!,
    };
  });
}

/** The share of closed complaints in which each of the eight steps was done, in its order. */
export const steps: readonly Measure[] = STEPS.map(([id, field, title, words], index): Measure => ({
  id,
  title: `${title} (step ${index + 1} of 8)`,
  question: `In how many complaints can we show that ${words}?`,
  definition: `Of the formal complaints closed in the period, the share in which ${words}. The step counts only if no earlier step has a later time.`,
  formula: 'complaints with the step done in order ÷ formal complaints closed',
  unit: 'share',
  inputs: [`complaints.${field}`, 'complaints.closed_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...FORMAL, NO_STEPS, STILL_OPEN),
  version: 1,
  population: (context) => closedComplaints(context, index),
}));
