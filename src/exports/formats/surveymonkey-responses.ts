import type { Format } from './format.ts';
import { answered, formFields } from './survey-words.ts';

/** All responses of a survey. The row below the header, which says `Response` or a choice, has no respondent and is not data. */
export const surveymonkeyResponses: Format = {
  id: 'surveymonkey-responses',
  title: 'SurveyMonkey, responses',
  version: 1,
  needs: ['Respondent ID', 'Collector ID'],
  knows: ['Collector ID', 'Start Date', 'IP Address', 'First Name', 'Last Name', 'Custom Data 1'],
  notData: [{ column: 'Respondent ID', matches: /^$/ }],
  gives: [
    {
      table: 'surveys',
      when: answered,
      fields: {
        ...formFields,
        response_id: { from: 'Respondent ID' },
        respondent: { from: 'Email Address' },
        answered_at: { from: ['End Date', 'Start Date'] },
      },
    },
  ],
};
