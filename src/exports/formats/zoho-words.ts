import type { Gives } from './format.ts';

const rating = 'Happiness Rating';

/** A name of the ticket module with and without the module's name behind it. */
const ofTicket = (name: string) => [`${name} (Ticket)`, name];

/** Columns of a ticket that no field is read from. */
export const zohoKnows = [
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
] as const;

/** What a row gives whose number stands in one of these columns: a ticket, and a survey where it was rated. */
export function zohoGives(id: string): readonly Gives[] {
  return [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: id },
        client: { from: 'Account Name' },
        requester: { from: 'Contact Name' },
        subject: { from: ofTicket('Subject') },
        opened_at: { from: ofTicket('Created Time') },
        resolved_at: { from: [...ofTicket('Ticket Closed Time'), 'Closed Time'] },
        closed_at: { from: [...ofTicket('Ticket Closed Time'), 'Closed Time'] },
        status: { from: ofTicket('Status'), values: { 'On Hold': 'waiting', Escalated: 'open' } },
        priority: { from: ofTicket('Priority') },
        type: { from: 'Ticket Type' },
        category: { from: ofTicket('Category') },
        channel: { from: ofTicket('Channel') },
        agent: { from: 'Ticket Owner', missing: ['Unassigned'] },
        team: { from: ['Department', 'Team'] },
        reopened_count: { from: 'Number of Reopen' },
        due_at: { from: ofTicket('Due Date') },
      },
    },
    {
      table: 'surveys',
      when: { column: rating, matches: /[^\s-]/ },
      fields: {
        response_id: { from: id },
        ticket_id: { from: id },
        client: { from: 'Account Name' },
        respondent: { from: 'Contact Name' },
        kind: { fixed: 'csat' },
        answer: { from: rating },
        class: { from: rating, values: { '*': '' } },
      },
    },
  ];
}
