import type { Format, FromColumn } from './format.ts';

/** The first of the people in a cell; each has a line. */
const firstLine = (...column: readonly string[]): FromColumn => ({ from: column, capture: /^([^\n]+)/ });

/**
 * The list of tickets as its user shows it, in English and in French. The name of a column's group and a dash stand before the name of
 * the column where it has a group. The client is the path of the entity without
 * its root, which is the same for all: `Alder > Head office` of `Root entity > Alder > Head office`.
 */
export const glpiTickets: Format = {
  id: 'glpi-tickets',
  title: 'GLPI, ticket list',
  version: 2,
  needs: [
    'ID',
    ['Opening date', "Date d'ouverture"],
    ['Time to resolve', 'Requester - Requester', 'Assigned to - Technician', 'Demandeur - Demandeur', 'Attribué à - Technicien'],
  ],
  knows: ['Time to resolve + Progress', 'Time to own'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'ID' },
        client: { from: ['Entity', 'Entité'], capture: /^(?:[^>]*>)?(.*)$/ },
        requester: firstLine('Requester - Requester', 'Demandeur - Demandeur'),
        subject: { from: ['Title', 'Titre'] },
        opened_at: { from: ['Opening date', "Date d'ouverture"] },
        resolved_at: { from: ['Resolution date', 'Date de résolution'] },
        closed_at: { from: ['Closing date', 'Date de clôture'] },
        updated_at: { from: ['Last update', 'Dernière modification'] },
        status: {
          from: ['Status', 'Statut'],
          values: {
            New: 'open',
            'Processing (assigned)': 'open',
            'Processing (planned)': 'open',
            Pending: 'waiting',
            Solved: 'resolved',
            Nouveau: 'open',
            'En cours (Attribué)': 'open',
            'En cours (Planifié)': 'open',
            'En attente': 'waiting',
            Résolu: 'resolved',
            Clos: 'closed',
          },
        },
        priority: { from: ['Priority', 'Priorité'] },
        type: { from: 'Type' },
        category: { from: ['Category', 'Catégorie'] },
        channel: { from: 'Request source' },
        agent: firstLine('Assigned to - Technician', 'Attribué à - Technicien'),
        team: firstLine('Assigned to - Technician group'),
        due_at: { from: 'Time to resolve' },
      },
    },
  ],
};
