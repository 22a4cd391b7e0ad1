import type { Format } from './format.ts';
import { answered, formFields } from './survey-words.ts';

/** The responses of a form, saved as CSV. Each form counts its responses from 1, so the start belongs to a response's id. */
export const microsoftForms: Format = {
  id: 'microsoft-forms',
  title: 'Microsoft Forms, responses',
  version: 1,
  needs: ['ID', 'Start time', 'Completion time', 'Email', 'Name'],
  knows: ['Last modified time', 'Total points', 'Quiz feedback', 'Points - *', 'Feedback - *'],
  gives: [
    {
      table: 'surveys',
      when: answered,
      fields: {
        ...formFields,
        response_id: { from: 'ID', and: 'Start time' },
        respondent: { from: ['Name', 'Email'], missing: ['anonymous'] },
        answered_at: { from: 'Completion time' },
      },
    },
  ],
};
