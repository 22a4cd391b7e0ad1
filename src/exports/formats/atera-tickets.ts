import type { Format } from './format.ts';

/** Tickets under the names of Atera's interface for programs, as scripts save them; its own pages use other names. A ticket's resolution is its only end. */
export const ateraTickets: Format = {
  id: 'atera-tickets',
  title: 'Atera, tickets saved by a script',
  version: 1,
  needs: ['TicketID', 'TicketTitle', 'TicketCreatedDate'],
  knows: ['TicketNumber', 'LastEndUserCommentTimestamp', 'LastTechnicianCommentTimestamp', 'OnSiteDurationMinutes', 'OffSiteDurationMinutes'],
  missing: ['null'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'TicketID' },
        client: { from: 'CustomerName' },
        requester: { from: 'EndUserEmail' },
        subject: { from: 'TicketTitle' },
        opened_at: { from: 'TicketCreatedDate' },
        first_response_at: { from: 'TechnicianFirstCommentDate' },
        first_human_response_at: { from: 'TechnicianFirstCommentDate' },
        first_response_due_at: { from: 'FirstResponseDueDate' },
        resolved_at: { from: 'TicketResolvedDate' },
        closed_at: { from: 'TicketResolvedDate' },
        status: { from: 'TicketStatus', values: { Pending: 'waiting' } },
        priority: { from: 'TicketPriority' },
        type: { from: 'TicketType' },
        channel: { from: 'TicketSource' },
        agent: { from: 'TechnicianFullName' },
        due_at: { from: 'ClosedTicketDueDate' },
      },
    },
  ],
};
