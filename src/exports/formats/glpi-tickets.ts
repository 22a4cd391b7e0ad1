import type { Format, FromColumn } from './format.ts';

/** The first of the people in a cell; each has a line. */
const firstLine = (column: string): FromColumn => ({ from: column, capture: /^([^\n]+)/ });

/**
 * The list of tickets as its user shows it, in English. The name of a column's group and a dash stand before the name of
 * the column where it has a group. The client is the path of the entity without
 * its root, which is the same for all: `Alder > Head office` of `Root entity > Alder > Head office`.
 */
export const glpiTickets: Format = {
  id: 'glpi-tickets',
  title: 'GLPI, ticket list',
  version: 1,
  needs: ['ID', 'Opening date', ['Time to resolve', 'Requester - Requester', 'Assigned to - Technician']],
  knows: ['Time to resolve + Progress', 'Time to own'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'ID' },
        client: { from: 'Entity', capture: /^(?:[^>]*>)?(.*)$/ },
        requester: firstLine('Requester - Requester'),
        subject: { from: 'Title' },
        opened_at: { from: 'Opening date' },
        resolved_at: { from: 'Resolution date' },
        closed_at: { from: 'Closing date' },
        updated_at: { from: 'Last update' },
        status: {
          from: 'Status',
          values: {
            New: 'open',
            'Processing (assigned)': 'open',
            'Processing (planned)': 'open',
            Pending: 'waiting',
            Solved: 'resolved',
          },
        },
        priority: { from: 'Priority' },
        type: { from: 'Type' },
        category: { from: 'Category' },
        channel: { from: 'Request source' },
        agent: firstLine('Assigned to - Technician'),
        team: firstLine('Assigned to - Technician group'),
        due_at: { from: 'Time to resolve' },
      },
    },
  ],
};
