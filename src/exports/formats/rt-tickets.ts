import type { Format } from './format.ts';

/**
 * The spreadsheet of a search: cells between tabs, never between quotes. The default columns say `3 days ago`, which is no
 * date: such cells stay empty and are named; a search with absolute dates gives the times. `Told` is our last word to the
 * person who asked, not the first answer. A ticket that was refused counts as closed.
 */
export const rtTickets: Format = {
  id: 'rt-tickets',
  title: 'Request Tracker, search results',
  version: 1,
  unquoted: true,
  needs: ['id', 'Requestors', 'Told'],
  knows: ['Told', 'Time Left'],
  missing: ['Not set'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'id' },
        requester: { from: 'Requestors', capture: /^([^,;]+)/ },
        subject: { from: 'Subject' },
        opened_at: { from: 'Created' },
        resolved_at: { from: 'Resolved' },
        closed_at: { from: 'Resolved' },
        updated_at: { from: 'Last Updated' },
        status: {
          from: 'Status',
          values: { new: 'open', stalled: 'waiting', rejected: 'closed', deleted: 'closed' },
        },
        priority: { from: 'Priority' },
        agent: { from: 'Owner', missing: ['Nobody', 'Nobody in particular'] },
        team: { from: 'Queue' },
        due_at: { from: 'Due' },
      },
    },
  ],
};
