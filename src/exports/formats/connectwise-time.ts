import type { Format } from './format.ts';

/** The list of time entries. `Service #` is the ticket; empty or 0 where the work belongs to none. `Hours` are decimal. */
export const connectwiseTime: Format = {
  id: 'connectwise-time',
  title: 'ConnectWise PSA, time entries',
  version: 1,
  needs: ['Member', 'Company', 'Work Role', 'Hours', 'Date'],
  knows: ['Work Role', 'Project', 'Billable', 'Notes', 'Status'],
  gives: [
    {
      table: 'time_entries',
      fields: {
        ticket_id: { from: ['Service #', 'Ticket #'], zeroIsMissing: true },
        client: { from: 'Company' },
        agent: { from: 'Member' },
        started_at: { from: 'Date' },
        minutes: { from: 'Hours', unit: 'hours' },
        activity: { from: 'Work Type' },
      },
    },
  ],
};
