import type { Format } from './format.ts';
import { answered, formFields } from './survey-words.ts';

/** The responses of a form. Its times are UTC, as their headers say; each response has a token for its number. */
export const typeformResponses: Format = {
  id: 'typeform-responses',
  title: 'Typeform, responses',
  version: 1,
  zone: 'UTC',
  needs: ['#', 'Start Date (UTC)', 'Submit Date (UTC)'],
  knows: ['Start Date (UTC)', 'Network ID', 'Tags'],
  gives: [
    {
      table: 'surveys',
      when: answered,
      fields: {
        ...formFields,
        response_id: { from: '#' },
        answered_at: { from: 'Submit Date (UTC)', zone: 'UTC' },
      },
    },
  ],
};
