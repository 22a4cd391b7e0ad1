import { codes } from '../facts/table.ts';
import { backlog, type Backlog } from './backlog.ts';
import { closedTickets } from './closed-tickets.ts';
import type { CellInputs, Context, DerivedCell, Measure } from './measure.ts';
import { refined } from './population.ts';
import { leaves, MACHINE, MERGED, NO_STATUS, NOT_CLOSED } from './reasons.ts';

const NOW = 'It is taken at the as-of day and stands in the window of 13 weeks only.';
const INPUTS = ['A1-tickets', 'tickets.closed_at', 'tickets.resolved_at', 'tickets.status'];

/** Tickets open of which it is known whether they are abandoned. */
const knownOf = ({ open: all, unknown }: Backlog): number => all - unknown;

/** A figure of the backlog at the as-of day, in the window's cells; null where there is none. */
function now(figure: (backlog: Backlog) => number | null, among: (backlog: Backlog) => number = ({ open: all }) => all) {
  return ({ client, grain }: CellInputs, context: Context): DerivedCell | null => {
    const own = grain === 'window' ? backlog(context)?.(client) : undefined;
    const value = own === undefined ? null : figure(own);
    return value === null ? null : { value, n: among(own!) };
  };
}

const abandoned: Measure = {
  id: 'B8',
  title: 'Tickets abandoned',
  question: 'Where did we give up without saying so?',
  definition: `Tickets open for more than 14 days of which nothing was recorded for more than seven. One changed after the as-of day is left out where nothing else shows that it was touched in the seven days before: its export keeps the last change only. ${NOW}`,
  formula: 'number of tickets open > 14 d and untouched > 7 d',
  unit: 'tickets',
  inputs: [...INPUTS, 'tickets.updated_at', 'contacts.ticket_id', 'time_entries.ticket_id'],
  kind: 'derived',
  clock: 'elapsed',
  exclusions: [],
  version: 2,
  derive: now(({ abandoned: count, open: all, unknown }) => (all > 0 && unknown === all ? null : count), knownOf),
};

const open: Measure = {
  ...abandoned,
  id: 'B8-open',
  title: 'Tickets open',
  question: 'How much work is waiting?',
  definition: `Tickets opened and neither resolved nor closed. ${NOW}`,
  formula: 'number of tickets open',
  inputs: INPUTS,
  clock: 'none',
  version: 1,
  derive: now(({ open: count }) => count),
};

const age: Measure = {
  ...abandoned,
  id: 'B8-age',
  title: 'Age of open tickets',
  question: 'How long has the work been waiting?',
  definition: `The median of the time since open tickets were opened. ${NOW}`,
  formula: 'median of (as-of day − opening) over open tickets',
  unit: 'duration',
  inputs: INPUTS,
  version: 1,
  derive: now(({ median }) => median),
};

const unresolved: Measure = {
  id: 'B8-unresolved',
  title: 'Tickets closed unresolved',
  question: 'How often do we close a ticket without solving it?',
  definition: 'Of the tickets closed in the period, the share closed as unresolved.',
  formula: 'tickets closed as unresolved ÷ tickets closed',
  unit: 'share',
  inputs: ['tickets.status', 'tickets.closed_at', 'tickets.resolved_at'],
  kind: 'share',
  clock: 'none',
  exclusions: leaves(MERGED, MACHINE, NOT_CLOSED, NO_STATUS),
  version: 1,
  population: (context) => {
    const { tickets } = context.facts.tables;
    const status = tickets === undefined ? null : codes(tickets, 'status');
    const closed = closedTickets(context);
    if (status === null || closed === null) return null;
    const code = status.dictionary.indexOf('unresolved');
    return refined(closed, { leftOut: [[NO_STATUS, (row) => status.codes[row]! < 0]], value: (row) => (code >= 0 && status.codes[row] === code ? 1 : 0) });
  },
};

/** Work that waits: tickets open, how old they are, which were abandoned, and which were closed unsolved. */
export const waitingWork: readonly Measure[] = [abandoned, open, age, unresolved];
