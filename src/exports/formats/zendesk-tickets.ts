import type { Format } from './format.ts';
import { zendeskStatus } from './zendesk-words.ts';

const score = 'Satisfaction Score';

/**
 * The ticket export of the Admin Center. Times have minutes only; the first public answer stands as minutes after the
 * opening, `Solved at` is the last solution and nothing says when a ticket was closed. Time spent waiting on the client
 * is what Zendesk calls agent wait; the figure within business hours, where given, matches the clock that it is taken off.
 * A score gives a survey as well: Good and Bad, or 1 to 5 in the newer form; offered but not answered gives none.
 */
export const zendeskTickets: Format = {
  id: 'zendesk-tickets',
  title: 'Zendesk Support, ticket export',
  version: 2,
  decimal: '.',
  needs: ['Id', ['Summation column', 'Group stations'], ['Requester external id', 'Assignee stations'], 'Created at'],
  knows: [
    'Summation column',
    'Requester external id',
    'Requester id',
    'Requester email',
    'Requester domain',
    'Submitter',
    'Assigned at',
    'Initially assigned at',
    'Resolution time',
    'Group stations',
    'Assignee stations',
    'Replies',
    'First reply time in minutes within business hours',
    'First resolution time in minutes*',
    'Full resolution time in minutes*',
    'Requester wait time in minutes*',
    'On hold time in minutes*',
  ],
  missing: ['-'],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Id' },
        client: { from: 'Organization' },
        requester: { from: 'Requester' },
        subject: { from: 'Subject' },
        opened_at: { from: 'Created at' },
        first_response_at: { from: 'First reply time in minutes', unit: 'minutes', after: 'opened_at' },
        resolved_at: { from: 'Solved at' },
        updated_at: { from: 'Updated at' },
        status: zendeskStatus,
        priority: { from: 'Priority' },
        type: { from: 'Ticket type' },
        channel: { from: 'Via' },
        agent: { from: 'Assignee' },
        team: { from: 'Group' },
        reopened_count: { from: 'Reopens' },
        pending_minutes: {
          from: ['Agent wait time in minutes within business hours', 'Agent wait time in minutes'],
          unit: 'minutes',
        },
        due_at: { from: 'Due date' },
        tags: { from: 'Tags' },
      },
    },
    {
      table: 'surveys',
      when: { column: score, matches: /^(?:(?:not |un)?offered|-)?$/i, not: true },
      fields: {
        response_id: { from: 'Id' },
        ticket_id: { from: 'Id' },
        client: { from: 'Organization' },
        respondent: { from: 'Requester' },
        kind: { fixed: 'csat' },
        answer: { from: score },
        scale_low: { from: score, capture: /^([1-5])$/, values: { 2: '1', 3: '1', 4: '1', 5: '1' } },
        scale_high: { from: score, capture: /^([1-5])$/, values: { 1: '5', 2: '5', 3: '5', 4: '5' } },
        class: {
          from: score,
          values: {
            Good: 'positive',
            Bad: 'negative',
            5: 'positive',
            4: 'positive',
            3: 'neutral',
            2: 'negative',
            1: 'negative',
          },
        },
      },
    },
  ],
};
