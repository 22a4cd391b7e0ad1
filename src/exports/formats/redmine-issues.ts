import type { Format } from './format.ts';

/** The statuses that Redmine brings along, in English and in German. */
const status = {
  New: 'open',
  'In Progress': 'open',
  Feedback: 'waiting',
  Rejected: 'closed',
  Neu: 'open',
  'In Bearbeitung': 'open',
  Gelöst: 'resolved',
  Erledigt: 'closed',
  Abgewiesen: 'closed',
} as const;

/**
 * The list of issues, in English and in German. Its default columns hold neither the opening nor the closing. The project
 * stands as the client. An issue has one end with a time, so it stands as resolution and closing. Hours are not read.
 */
export const redmineIssues: Format = {
  id: 'redmine-issues',
  title: 'Redmine, issues',
  version: 1,
  needs: ['#', 'Tracker', ['Subject', 'Thema']],
  knows: [
    'Parent task',
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
        client: { from: ['Project', 'Projekt'] },
        requester: { from: ['Author', 'Autor'] },
        subject: { from: ['Subject', 'Thema'] },
        opened_at: { from: ['Created', 'Angelegt'] },
        resolved_at: { from: ['Closed', 'Geschlossen am'] },
        closed_at: { from: ['Closed', 'Geschlossen am'] },
        updated_at: { from: ['Updated', 'Aktualisiert'] },
        status: { from: 'Status', values: status },
        priority: { from: ['Priority', 'Priorität'] },
        type: { from: 'Tracker' },
        category: { from: ['Category', 'Kategorie'] },
        agent: { from: ['Assignee', 'Zugewiesen an'] },
        due_at: { from: ['Due date', 'Abgabedatum'] },
      },
    },
  ],
};
