import type { Format } from './format.ts';

/**
 * The export of a queue. It names no organisation and no answer; the person in `From` is who asked. A ticket has one end,
 * so it stands as resolution and closing.
 */
export const osticketTickets: Format = {
  id: 'osticket-tickets',
  title: 'osTicket, queue export',
  version: 1,
  needs: ['Ticket Number', 'Help Topic', 'SLA Due Date'],
  knows: ['SLA Plan', 'From Email', 'Due Date', 'Overdue', 'Merged', 'Linked', 'Answered', 'Thread Count', 'Attachment Count', 'Task Count'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Ticket Number' },
        requester: { from: 'From' },
        subject: { from: 'Subject' },
        opened_at: { from: 'Date Created' },
        resolved_at: { from: 'Closed Date' },
        closed_at: { from: 'Closed Date' },
        updated_at: { from: 'Last Updated' },
        status: { from: 'Current Status', values: { Archived: 'closed', Deleted: 'closed' } },
        priority: { from: 'Priority' },
        category: { from: 'Help Topic' },
        channel: { from: 'Source' },
        agent: { from: 'Agent Assigned' },
        team: { from: ['Department', 'Team Assigned'] },
        reopened_count: { from: 'Reopen Count' },
        due_at: { from: 'SLA Due Date' },
      },
    },
  ],
};
