import { autotaskStatus, firstPerson } from './autotask-words.ts';
import type { Format } from './format.ts';

const client = ['Account', 'Organization', 'Company', 'Client', 'Customer', 'Business Unit', 'Site'];

/**
 * The grid of a ticket search or widget, with the columns that its user shows. The word for the client is chosen by each
 * firm. No answer or resolution stands in it; the import-template form has both.
 */
export const autotaskTickets: Format = {
  id: 'autotask-tickets',
  title: 'Autotask PSA, ticket grid',
  version: 1,
  needs: ['Ticket Number', client, 'Issue Type', 'Sub-Issue Type'],
  knows: ['Sub-Issue Type', 'Description', 'Total Hours Worked', 'Billed Hours'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Ticket Number' },
        client: { from: client },
        subject: { from: 'Title' },
        opened_at: { from: 'Created' },
        status: autotaskStatus,
        category: { from: 'Issue Type' },
        agent: firstPerson('Resources'),
      },
    },
  ],
};
