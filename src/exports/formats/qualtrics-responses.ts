import type { Format } from './format.ts';
import { answered, formFields } from './survey-words.ts';

/**
 * The responses of a survey. Below the header stand a row of questions in words and one of technical names; neither begins
 * with a date, and the technical one names the zone of the times. Previews, spam and responses that were not finished are not data.
 */
export const qualtricsResponses: Format = {
  id: 'qualtrics-responses',
  title: 'Qualtrics, responses',
  version: 2,
  labelled: true,
  zoneSaid: /"timeZone":\s*"([^"]+)"/,
  needs: ['StartDate', 'EndDate', 'ResponseId'],
  knows: [
    'Status',
    'IPAddress',
    'Progress',
    'Duration (in seconds)',
    'Finished',
    'RecordedDate',
    'RecipientLastName',
    'RecipientFirstName',
    'ExternalReference',
    'LocationLatitude',
    'LocationLongitude',
    'DistributionChannel',
    'UserLanguage',
    'StartDate',
  ],
  notData: [
    { column: 'StartDate', matches: /^\D/ },
    { column: 'Status', matches: /preview|spam/i },
    { column: 'Finished', matches: /^(false|0)$/i },
  ],
  gives: [
    {
      table: 'surveys',
      when: answered,
      fields: {
        ...formFields,
        response_id: { from: 'ResponseId' },
        respondent: { from: 'RecipientEmail' },
        answered_at: { from: 'EndDate' },
      },
    },
  ],
};
