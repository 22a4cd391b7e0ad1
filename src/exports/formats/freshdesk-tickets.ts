import type { Format } from './format.ts';

const label = 'Survey results';

/** Labels of Freshdesk's surveys. A survey has 2, 3, 5 or 7 of them, renamed at will; those above Neutral count as satisfied. */
const labels = {
  positive: ['Extremely Happy', 'Very Happy', 'Happy', 'Extremely Satisfied', 'Very Satisfied', 'Satisfied', 'Awesome', 'Great', 'Good'],
  neutral: ['Neutral', 'Just Okay', 'Okay'],
  negative: ['Unhappy', 'Very Unhappy', 'Extremely Unhappy', 'Dissatisfied', 'Very Dissatisfied', 'Extremely Dissatisfied', 'Not Good', 'Bad'],
} as const;
const classes = Object.fromEntries(Object.entries(labels).flatMap(([meaning, words]) => words.map((word) => [word, meaning])));

/**
 * The ticket export. Its elapsed columns `(in hrs)` are working hours and often blank, so every time is read from the
 * timestamps. Freshservice writes the same ticket columns but none of the last five needed here. A survey label gives a
 * survey as well; the comment stands in another export, the day of the answer in none.
 */
export const freshdeskTickets: Format = {
  id: 'freshdesk-tickets',
  title: 'Freshdesk, ticket export',
  version: 1,
  needs: [
    'Ticket ID',
    'Initial response time',
    'Resolution status',
    'Created time',
    ['Survey results', 'Full name', 'Company Name', 'Product', 'Every response status'],
  ],
  knows: [
    'Resolution status',
    'Time tracked',
    'First response time (in hrs)',
    'Resolution time (in hrs)',
    'Agent interactions',
    'Customer interactions',
    'First response status',
    'Association type',
    'Every response status',
    'Product',
    'Title',
    'Email',
    'Work phone',
    'Internal agent',
    'Internal group',
  ],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Ticket ID' },
        client: { from: 'Company Name' },
        requester: { from: 'Full name' },
        subject: { from: 'Subject' },
        opened_at: { from: 'Created time' },
        first_response_at: { from: 'Initial response time' },
        resolved_at: { from: 'Resolved time' },
        closed_at: { from: 'Closed time' },
        updated_at: { from: ['Last update time', 'Last updated time'] },
        status: {
          from: 'Status',
          values: {
            Open: 'open',
            Pending: 'waiting',
            'Waiting on Customer': 'waiting',
            'Waiting on Third Party': 'waiting',
            Resolved: 'resolved',
            Closed: 'closed',
          },
        },
        priority: { from: 'Priority' },
        type: { from: 'Type' },
        channel: { from: 'Source' },
        agent: { from: 'Agent', missing: ['No Agent'] },
        team: { from: 'Group', missing: ['No Group'] },
        due_at: { from: 'Due by Time' },
        tags: { from: 'Tags' },
      },
    },
    {
      table: 'surveys',
      when: { column: label, matches: /[^\s-]/ },
      fields: {
        response_id: { from: 'Ticket ID' },
        ticket_id: { from: 'Ticket ID' },
        client: { from: 'Company Name' },
        respondent: { from: 'Full name' },
        kind: { fixed: 'csat' },
        answer: { from: label },
        class: { from: label, values: classes },
      },
    },
  ],
};
