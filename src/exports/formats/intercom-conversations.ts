import type { Format } from './format.ts';

/**
 * The conversations dataset. The zone of its times stands in the header, `Conversation started at (Europe/Berlin)`. The
 * first response, of an assistant as well as of a person, stands as seconds after the start; nothing says when a
 * conversation was closed.
 */
export const intercomConversations: Format = {
  id: 'intercom-conversations',
  title: 'Intercom, conversations',
  version: 2,
  needs: ['Conversation ID', 'Conversation started at (*'],
  knows: [
    'Started by',
    'Conversation source',
    'Last teammate rated',
    'Fin AI Agent involved',
    'Fin AI Agent deflected',
    'Fin AI Agent resolution state',
    'AI Subtopic',
    'Topics',
    'User email',
  ],
  gives: [
    {
      table: 'tickets',
      fields: {
        ticket_id: { from: 'Conversation ID' },
        client: { from: 'Company name' },
        requester: { from: 'User name' },
        opened_at: { from: 'Conversation started at (*', zoneInHeader: true },
        first_response_at: { from: 'First response time (seconds)', unit: 'seconds', after: 'opened_at' },
        status: { from: 'Current conversation state', values: { Snoozed: 'waiting' } },
        type: { from: 'Ticket type' },
        category: { from: 'AI Topic' },
        channel: { from: 'Channel' },
        agent: { from: 'Teammate currently assigned', missing: ['Unassigned'] },
        team: { from: 'Team currently assigned', missing: ['Unassigned'] },
      },
    },
  ],
};
