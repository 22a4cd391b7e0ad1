import { autotaskStatus, firstPerson } from './autotask-words.ts';
import type { Format } from './format.ts';

/**
 * Tickets in the form of the import template, the fullest that Autotask writes. Words in brackets before a name say what
 * an import needs and come and go with releases. The completion is the only end, so it stands as resolution and closing.
 */
export const autotaskTemplate: Format = {
  id: 'autotask-template',
  title: 'Autotask PSA, tickets in import-template form',
  version: 1,
  headerPrefix: /^\[[^\]]*\]\s*/,
  needs: ['Autotask Ticket Number (updates only)', 'Title'],
  knows: [
    'External (Legacy) Ticket ID',
    'Description',
    'Location',
    'Estimated Hours',
    'Role',
    'Ticket Category',
    'Sub-Issue Type',
    'Division > Line of Business',
    'Work Type',
    'Configuration Item ID',
    'Configuration Item Serial Number',
    'Configuration Item Reference Number',
    'Configuration Item Reference Name',
    'Contract Name',
    'Service Level Agreement',
    'Created By Resource',
    'Created By Contact',
    'Resolution',
    'Completed By',
    'Co-managed Visibility',
    'UDF:*',
  ],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Autotask Ticket Number (updates only)' },
        client: { from: 'Company' },
        requester: { from: 'Contact' },
        subject: { from: 'Title' },
        opened_at: { from: 'Create Date/Time' },
        first_response_at: { from: 'First Response Date/Time' },
        resolved_at: { from: 'Complete Date/Time' },
        closed_at: { from: 'Complete Date/Time' },
        status: autotaskStatus,
        priority: { from: 'Priority' },
        type: { from: 'Ticket Type' },
        category: { from: 'Issue Type' },
        channel: { from: 'Source' },
        agent: firstPerson('Primary Resource'),
        first_agent: firstPerson('First Response Initiating Resource'),
        team: { from: 'Queue' },
        due_at: { from: 'Due Date/Time' },
        asset: { from: 'Configuration Item Name' },
        tags: { from: 'Tags (separate with |)' },
      },
    },
  ],
};
