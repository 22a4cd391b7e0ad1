import type { Format } from './format.ts';
import { redmineStatus } from './redmine-words.ts';

/**
 * The list of issues, in English, German and French. Its default columns hold neither the opening nor the closing. The project
 * stands as the client. An issue has one end with a time, so it stands as resolution and closing. Hours are not read.
 */
export const redmineIssues: Format = {
  id: 'redmine-issues',
  title: 'Redmine, issues',
  version: 2,
  needs: ['#', 'Tracker', ['Subject', 'Thema', 'Sujet']],
  knows: [
    'Parent task',
    'Tâche parente',
    'Version cible',
    'Début',
    '% réalisé',
    'Parent task subject',
    'Watchers',
    'Target version',
    'Zielversion',
    'Start date',
    'Beginn',
    'Estimated time',
    'Geschätzter Aufwand',
    'Estimated remaining time',
    'Total estimated time',
    'Spent time',
    'Total spent time',
    '% Done',
    '% erledigt',
    'Last updated by',
    'Related issues',
    'Files',
    'Private',
    'Description',
    'Last notes',
  ],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: '#' },
        client: { from: ['Project', 'Projekt', 'Projet'] },
        requester: { from: ['Author', 'Autor', 'Auteur'] },
        subject: { from: ['Subject', 'Thema', 'Sujet'] },
        opened_at: { from: ['Created', 'Angelegt', 'Créé'] },
        resolved_at: { from: ['Closed', 'Geschlossen am', 'Fermé'] },
        closed_at: { from: ['Closed', 'Geschlossen am', 'Fermé'] },
        updated_at: { from: ['Updated', 'Aktualisiert', 'Mis-à-jour'] },
        status: { from: ['Status', 'Statut'], values: redmineStatus },
        priority: { from: ['Priority', 'Priorität', 'Priorité'] },
        type: { from: 'Tracker' },
        category: { from: ['Category', 'Kategorie', 'Catégorie'] },
        agent: { from: ['Assignee', 'Zugewiesen an', 'Assigné à'] },
        due_at: { from: ['Due date', 'Abgabedatum', 'Echéance'] },
      },
    },
  ],
};
