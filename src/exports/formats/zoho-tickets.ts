import type { Format } from './format.ts';

const rating = 'Happiness Rating';

/** A name of the ticket module with and without the module's name behind it. */
const ofTicket = (name: string) => [`${name} (Ticket)`, name];

/**
 * A report of tickets; names of columns carry their module in brackets, though not in every report. The first response
 * stands as working hours alone and is not read. A ticket has one end, so it stands as resolution and closing. A happiness
 * rating gives a survey as well, without a day.
 */
export const zohoTickets: Format = {
  id: 'zoho-tickets',
  title: 'Zoho Desk, ticket report',
  version: 1,
  needs: [
    'Ticket Id',
    [
      'Status (Ticket)',
      'Priority (Ticket)',
      'Category (Ticket)',
      'Created Time (Ticket)',
      'Created By (Ticket)',
      'Ticket Closed Time (Ticket)',
      'Phone (Ticket)',
      'Product Name (Ticket)',
    ],
  ],
  knows: [
    'Created By (Ticket)',
    'Phone (Ticket)',
    'Product Name (Ticket)',
    'Email (Contact)',
    'Classifications',
    'Sub Category',
    'SLA Violation Type',
    'Is Escalated',
    'Is First Call Resolution',
    'First Response Time in Business Hours',
    'Resolution Time in Business Hours',
    'Number of Threads',
    'Number of Comments',
    'Sentiment',
  ],
  missing: ['-'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Ticket Id' },
        client: { from: 'Account Name' },
        requester: { from: 'Contact Name' },
        subject: { from: ofTicket('Subject') },
        opened_at: { from: ofTicket('Created Time') },
        resolved_at: { from: [...ofTicket('Ticket Closed Time'), 'Closed Time'] },
        closed_at: { from: [...ofTicket('Ticket Closed Time'), 'Closed Time'] },
        status: { from: ofTicket('Status'), values: { 'On Hold': 'waiting' } },
        priority: { from: ofTicket('Priority') },
        type: { from: 'Ticket Type' },
        category: { from: ofTicket('Category') },
        channel: { from: ofTicket('Channel') },
        agent: { from: 'Ticket Owner' },
        team: { from: ['Department', 'Team'] },
        reopened_count: { from: 'Number of Reopen' },
        due_at: { from: ofTicket('Due Date') },
      },
    },
    {
      table: 'surveys',
      when: { column: rating, matches: /[^\s-]/ },
      fields: {
        response_id: { from: 'Ticket Id' },
        ticket_id: { from: 'Ticket Id' },
        client: { from: 'Account Name' },
        respondent: { from: 'Contact Name' },
        kind: { fixed: 'csat' },
        answer: { from: rating },
        class: { from: rating, values: { '*': '' } },
      },
    },
  ],
};
