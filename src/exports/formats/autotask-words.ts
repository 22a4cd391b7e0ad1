import type { FromColumn } from './format.ts';

/** Autotask's status words; firms add their own. A ticket has one end, Complete. */
export const autotaskStatus: FromColumn = {
  from: 'Status',
  values: {
    New: 'open',
    'In Progress': 'open',
    Scheduled: 'open',
    Dispatched: 'open',
    Escalate: 'open',
    'Follow Up': 'open',
    'Customer Note Added': 'open',
    'Waiting Customer': 'waiting',
    'Waiting Materials': 'waiting',
    'Waiting Vendor': 'waiting',
    'On Hold': 'waiting',
    Complete: 'closed',
  },
};

/** The first of the people in a cell such as `Doe, Jane, Smith, Al`. */
export function firstPerson(...columns: readonly string[]): FromColumn {
  return { from: columns, capture: /^([^,;]+(?:, ?[^,;]+)?)/ };
}
