import { ticketInText } from './clockify-detailed.ts';
import type { Format } from './format.ts';

/** The detailed report. A duration may exceed a day. The last column names the workspace's currency and may be absent. */
export const togglDetailed: Format = {
  id: 'toggl-detailed',
  title: 'Toggl Track, detailed report',
  version: 1,
  needs: ['Start date', 'Start time', 'Duration', 'Billable', 'User'],
  knows: ['Billable', 'Email', 'Project', 'End date', 'End time', 'Tags', 'Amount (*'],
  gives: [
    {
      table: 'time_entries',
      fields: {
        ticket_id: { from: 'Description', capture: ticketInText },
        client: { from: 'Client' },
        agent: { from: 'User' },
        started_at: { from: 'Start date', and: 'Start time' },
        minutes: { from: 'Duration', unit: 'hours' },
        activity: { from: ['Task'] },
      },
    },
  ],
};
