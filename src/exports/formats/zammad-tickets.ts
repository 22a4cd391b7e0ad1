import type { Format } from './format.ts';
import { zammadZone } from './zammad-zone.ts';

/**
 * The ticket report, a spreadsheet saved as CSV: a title and a blank line stand above the header, a blank line and the
 * zone of its times below the rows; neither has a ticket's title. Columns in minutes count promised working time. A ticket has one end, so it stands as resolution and closing.
 */
export const zammadTickets: Format = {
  id: 'zammad-tickets',
  title: 'Zammad, ticket report',
  version: 2,
  needs: ['#', 'Create Channel', ['Close Escalation At', 'First Response At', 'Last Contact Customer At'], 'Title'],
  knows: [
    'Sender',
    'Time Units Total',
    'Time Units',
    'Close In Min',
    'Close Diff In Min',
    'First Response In Min',
    'First Response Diff In Min',
    'Update Escalation At',
    'Update In Min',
    'Update Diff In Min',
    'Last Contact At',
    'Last Contact Agent At',
    'Last Contact Customer At',
    'Article Count',
    'Escalation At',
  ],
  missing: ['-'],
  zoneSaid: zammadZone,
  notData: [{ column: 'Title', matches: /^$/ }],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: '#' },
        client: { from: 'Organization' },
        requester: { from: 'Customer' },
        subject: { from: 'Title' },
        opened_at: { from: 'Created At' },
        first_response_at: { from: 'First Response At' },
        first_response_due_at: { from: 'First Response Escalation At' },
        resolved_at: { from: 'Closed At' },
        closed_at: { from: 'Closed At' },
        updated_at: { from: 'Updated At' },
        status: {
          from: 'State',
          values: { new: 'open', 'pending reminder': 'waiting', 'pending close': 'waiting', removed: 'closed' },
        },
        priority: { from: 'Priority' },
        channel: { from: 'Create Channel' },
        agent: { from: 'Owner' },
        team: { from: 'Group' },
        due_at: { from: 'Close Escalation At' },
        tags: { from: 'Tags' },
      },
    },
  ],
};
