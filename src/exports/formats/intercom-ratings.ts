import type { Format } from './format.ts';

/**
 * The ratings dataset: one to five, four and five are satisfied. Ratings of a chatbot are not data: what is measured is
 * how people answer. Conversations without a rating give no survey. The zone stands in the header.
 */
export const intercomRatings: Format = {
  id: 'intercom-ratings',
  title: 'Intercom, conversation ratings',
  version: 1,
  needs: ['Conversation ID', 'Conversation rating'],
  knows: ['Conversation rating remark', 'Last survey sent', 'Agent rated type'],
  notData: [{ column: 'Agent rated type', matches: /^(chatbot|fin\b)/i }],
  gives: [
    {
      table: 'surveys',
      when: { column: 'Conversation rating', matches: /\d/ },
      fields: {
        response_id: { from: 'Conversation ID' },
        ticket_id: { from: 'Conversation ID' },
        client: { from: 'Company name' },
        respondent: { from: 'User name' },
        kind: { fixed: 'csat' },
        answered_at: { from: 'Updated at (*', zoneInHeader: true },
        answer: { from: 'Conversation rating' },
        scale_low: { fixed: '1' },
        scale_high: { fixed: '5' },
        comment: { from: 'Conversation rating remark' },
      },
    },
  ],
};
