import type { Format } from './format.ts';

/** Help text in brackets behind a word, as in `Incident (something is broken)`, is no part of it. */
const word = /^(.+?)(?:\s*\(.*\))?$/;

/**
 * The export of the cloud help desk. Tickets 1 to 3 are lessons that every help desk is born with. A ticket has one end,
 * so it stands as resolution and closing.
 */
export const spiceworksTickets: Format = {
  id: 'spiceworks-tickets',
  title: 'Spiceworks Cloud Help Desk, tickets',
  version: 2,
  needs: ['Ticket Number', 'Created On', 'Closed On', 'Organization Host'],
  knows: ['Organization Host', 'Description', 'Site / Office', 'Link to Ticket'],
  notData: [{ column: 'Ticket Number', matches: /^[123]$/ }],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Ticket Number' },
        client: { from: 'Organization Name' },
        requester: { from: 'Created By' },
        subject: { from: 'Summary' },
        opened_at: { from: 'Created On' },
        resolved_at: { from: 'Closed On' },
        closed_at: { from: 'Closed On' },
        status: { from: 'Status' },
        priority: { from: 'Priority' },
        type: { from: 'Request Type', capture: word },
        category: { from: 'Category', capture: word },
        agent: { from: 'Assigned To', missing: ['Unassigned'] },
      },
    },
  ],
};
