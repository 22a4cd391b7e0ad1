import type { Format } from './format.ts';
import { zendeskStatus } from './zendesk-words.ts';

/**
 * A view exported as CSV: the columns that its user shows, in English. A view without `Status` does not say which of its
 * tickets are done, so its rows are left aside; nor does any view say when they were.
 */
export const zendeskView: Format = {
  id: 'zendesk-view',
  title: 'Zendesk Support, view',
  version: 1,
  needs: ['ID', 'Subject', 'Requested', 'Updated'],
  knows: ['Latest update', 'Latest updater type (agent/end user)'],
  missing: ['-'],
  gives: [
    {
      table: 'tickets',
      when: { column: 'Status', matches: /[^\s-]/ },
      fields: {
        ticket_id: { from: 'ID' },
        client: { from: 'Organization' },
        requester: { from: 'Requester' },
        subject: { from: 'Subject' },
        opened_at: { from: 'Requested' },
        updated_at: { from: 'Updated' },
        status: zendeskStatus,
        priority: { from: 'Priority' },
        agent: { from: 'Assignee' },
        team: { from: 'Group' },
      },
    },
  ],
};
