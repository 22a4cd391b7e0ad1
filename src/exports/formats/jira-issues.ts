import type { Format } from './format.ts';

const key = ['Issue key', 'Clave de incidencia'];
const rating = ['Satisfaction rating', 'Calificación de satisfacción'];
const client = 'Custom field (Organizations)';

/** Jira Service Management's own statuses; a project may name its own. */
const status = {
  'To Do': 'open',
  'Waiting for support': 'open',
  'Work in progress': 'open',
  'In Progress': 'open',
  Escalated: 'open',
  Reopened: 'open',
  'Waiting for customer': 'waiting',
  'Waiting for approval': 'waiting',
  'Awaiting approval': 'waiting',
  'On Hold': 'waiting',
  Pending: 'waiting',
  Done: 'resolved',
  Completed: 'resolved',
  Declined: 'closed',
  Canceled: 'closed',
} as const;

/**
 * All fields or the current ones, in English and in Spanish. A field with several values stands in several columns of one
 * name. A due date is a day, though a midnight may stand behind it. `Time to first response` and `Time to resolution` hold what is left of a promise, not what was taken, and are
 * never read; the only answer with a time is the date of the first comment by somebody else than the reporter. A rating
 * of one to five gives a survey as well; its comment is not exported.
 */
export const jiraIssues: Format = {
  id: 'jira-issues',
  title: 'Jira, issues',
  version: 2,
  needs: [key, ['Issue id', 'Estado', 'Creada', 'Campo personalizado (*']],
  knows: [
    'Issue id',
    'Project key',
    'Project type',
    'Project lead',
    'Project lead id',
    'Project description',
    'Resolution',
    'Assignee Id',
    'Reporter Id',
    'Creator*',
    'Last Viewed',
    'Votes',
    'Description',
    'Environment',
    'Watchers*',
    'Original estimate',
    'Remaining Estimate',
    'Time Spent',
    'Work Ratio',
    'Σ *',
    'Security Level',
    'Inward issue link (*',
    'Outward issue link (*',
    'Attachment',
    'Custom field (*',
    'Campo personalizado (*',
    'Sprint',
    'Comment',
    'Parent*',
    'Status Category*',
  ],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: key },
        client: { from: client },
        requester: { from: ['Reporter', 'Informador'] },
        subject: { from: ['Summary', 'Resumen'] },
        opened_at: { from: ['Created', 'Creada'] },
        first_response_at: { from: 'Custom field ([CHART] Date of First Response)' },
        resolved_at: { from: ['Resolved', 'Resuelta'] },
        updated_at: { from: ['Updated', 'Actualizada'] },
        status: { from: ['Status', 'Estado'], values: status },
        priority: { from: ['Priority', 'Prioridad'] },
        type: { from: ['Issue Type', 'Tipo de Incidencia'] },
        category: { from: 'Custom field (Request Type)' },
        agent: { from: ['Assignee', 'Persona asignada'], missing: ['Unassigned'] },
        team: { from: 'Project name' },
        due_at: { from: 'Due date', capture: /^(\S+)/ },
        tags: { from: 'Labels', all: true },
      },
    },
    {
      table: 'surveys',
      when: { column: rating, matches: /\d/ },
      fields: {
        response_id: { from: key },
        ticket_id: { from: key },
        client: { from: client },
        respondent: { from: ['Reporter', 'Informador'] },
        kind: { fixed: 'csat' },
        answered_at: { from: 'Custom field (Satisfaction date)' },
        answer: { from: rating },
        scale_low: { fixed: '1' },
        scale_high: { fixed: '5' },
      },
    },
  ],
};
