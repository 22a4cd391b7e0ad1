import type { Format } from './format.ts';
import { answered, formFields, question } from './survey-words.ts';

/**
 * The responses of a form. All that the export has of its own is the time stamp, so a form is known only with a question
 * about satisfaction. A response has no number: its time stamp and person are its id.
 */
export const googleForms: Format = {
  id: 'google-forms',
  title: 'Google Forms, responses',
  version: 1,
  needs: ['Timestamp', question],
  knows: ['Score'],
  gives: [
    {
      table: 'surveys',
      when: answered,
      fields: {
        ...formFields,
        response_id: { from: 'Timestamp', and: ['Username', 'Email Address'] },
        respondent: { from: ['Username', 'Email Address'] },
        answered_at: { from: 'Timestamp' },
      },
    },
  ],
};
