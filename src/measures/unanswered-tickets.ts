import type { CellInputs, Context, DerivedCell, Measure } from './measure.ts';
import { once } from './once.ts';
import { unanswered, type Unanswered } from './unanswered.ts';

const NOW = 'It is taken at the as-of day and stands in the window of 13 weeks only.';
const waiting = once(unanswered);

/** A figure of the tickets that wait for a first answer, in the window's cells; null where there is none. */
function now(figure: (found: Unanswered) => number | null) {
  return ({ client, grain }: CellInputs, context: Context): DerivedCell | null => {
    const own = grain === 'window' ? waiting(context)?.(client) : undefined;
    const value = own === undefined ? null : figure(own);
    return value === null ? null : { value, n: own!.count };
  };
}

const count: Measure = {
  id: 'F1-unanswered',
  title: 'Tickets without a first answer',
  question: 'How many clients still wait for a first answer?',
  definition: `Open tickets without a first answer. They stand beside the times, which count answered tickets only. ${NOW}`,
  formula: 'number of open tickets without a first answer',
  unit: 'tickets',
  inputs: ['A1-tickets', 'tickets.opened_at', 'tickets.first_human_response_at', 'tickets.first_response_at', 'tickets.closed_at', 'tickets.status'],
  kind: 'derived',
  clock: 'none',
  exclusions: [],
  version: 1,
  derive: now(({ count: tickets }) => tickets),
};

const oldest: Measure = {
  ...count,
  id: 'F1-oldest',
  title: 'Longest wait for a first answer',
  question: 'How long has the oldest ticket waited for a first answer?',
  definition: `Time since the oldest open ticket without a first answer was opened. There is none where no ticket waits. ${NOW}`,
  formula: 'as-of day − opening of the oldest open ticket without a first answer',
  unit: 'duration',
  clock: 'elapsed',
  derive: now(({ oldest: age }) => age),
};

/** Tickets that no time to the first answer counts, since nobody answered them yet. */
export const unansweredTickets: readonly Measure[] = [count, oldest];
