import { autotaskStatus, firstPerson } from './autotask-words.ts';
import type { Format } from './format.ts';

const client = ['Account', 'Organization', 'Company', 'Client', 'Customer', 'Business Unit', 'Site'];

/**
 * The grid of a ticket search or widget, with the columns that its user shows. The word for the client is chosen by each
 * firm. Times of an answer and of the completion stand in it only where the user adds them; the import-template form has both.
 */
export const autotaskTickets: Format = {
  id: 'autotask-tickets',
  title: 'Autotask PSA, ticket grid',
  version: 2,
  needs: ['Ticket Number', client, 'Issue Type', 'Sub-Issue Type'],
  knows: ['Sub-Issue Type', 'Description', 'Total Hours Worked', 'Billed Hours'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Ticket Number' },
        client: { from: client },
        requester: { from: 'Contact' },
        subject: { from: 'Title' },
        opened_at: { from: 'Created' },
        first_response_at: { from: 'First Response Date/Time' },
        resolved_at: { from: ['Resolved Date/Time', 'Completed Date'] },
        closed_at: { from: ['Completed Date', 'Resolved Date/Time'] },
        updated_at: { from: 'Last Activity Date' },
        status: autotaskStatus,
        priority: { from: 'Priority' },
        type: { from: 'Ticket Type' },
        category: { from: 'Issue Type' },
        agent: firstPerson('Resources', 'Primary Resource (Last, First)', 'Primary Resource'),
        team: { from: 'Queue' },
        due_at: { from: 'Due Date' },
      },
    },
  ],
};
