import type { FromColumn } from './format.ts';

/**
 * ConnectWise status words, without the marks that firms put before or behind them (`>Closed`, `Waiting on Client~`, `Done yet?`).
 * Statuses are named by each board; what stands here is the product's own and what boards in use add. A status under which
 * the export's SLA clock stands still is `waiting`, one under which it reads "Resolved" is `resolved`.
 */
const status = {
  open: [
    'New',
    'New (not responded)',
    'New (email connector)',
    'New (email)',
    'New (portal)',
    'Assigned',
    'Acknowledged',
    'Responded',
    'In Progress',
    'Working Ticket Now',
    'Ready to Schedule',
    'Scheduled',
    'Scheduled Remote',
    'Scheduled Onsite',
    'Dispatched',
    'Escalate',
    'Escalated',
    'Client Updated',
    'Client Responded',
    'Customer Updated',
    'Re-Opened',
    'Reopened',
    'Done yet',
  ],
  waiting: [
    'Waiting',
    'Waiting on Client',
    'Waiting Client Response',
    'Waiting on Customer',
    'Waiting on Parts/Repair',
    'Waiting on Parts',
    'Waiting Materials',
    'Waiting on Vendor',
    'Waiting Vendor',
    'On Hold',
    'Schedule Hold',
    'Manager Review',
    'Configuration Not Attached',
  ],
  resolved: ['Resolved', 'Completed', 'Pending Closure', 'Closed Pending'],
  closed: ['Closed', 'Closed (resolved)', 'Closed - Resolved', 'Closed - No Response', 'Cancelled', 'Canceled'],
  unresolved: ['Unresolved', 'Closed (unresolved)', 'Closed - Unresolved'],
  merged: ['Merged', 'Merged/Closed', 'Closed - Merged'],
} as const;

const statusValues = Object.fromEntries(Object.entries(status).flatMap(([meaning, words]) => words.map((word) => [word, meaning])));

/** The status of a ticket from one of these columns. */
export function statusFrom(columns: readonly string[]): FromColumn {
  return { from: columns, capture: /^[>\s]*(.*[^\s~?*!])[\s~?*!]*$/, values: statusValues };
}

/** Whether monitoring raised the ticket: its source says so. Every other source counts as a person's. */
export const machineMade: FromColumn = {
  from: 'Source',
  values: { Alert: 'yes', Alerts: 'yes', Monitoring: 'yes', RMM: 'yes', '*': 'no' },
};

/** The first of the people in a cell such as `jdoe, asmith`. */
export function firstOf(columns: readonly string[]): FromColumn {
  return { from: columns, capture: /^([^,;]+)/ };
}
