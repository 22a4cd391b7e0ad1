import type { Format, FromColumn } from './format.ts';

const question = 'Survey Question: Question Title';
const choices = 'Survey Question: Choices';
const about = {
  satisfaction: { column: question, matches: /^(?!.*\brecommend).*satisf/is },
  recommend: { column: question, matches: /\brecommend/i },
  resolved: { column: question, matches: /^(?!.*satisf).*\bresolved\b/is },
};

/** The number with which a cell begins, as in `5 - Very Satisfied >`; a cell without any stays as it is. */
const answer: FromColumn = { from: 'Response', capture: /^(\d+|\D.*)/s };

/**
 * A survey report in long form: a row for every question of a response, which together are one survey. The satisfaction
 * question is the answer and its choices are the scale; "would you recommend" (0 to 10) and "was it resolved" (1 or 0)
 * are items. Days have no time.
 */
export const salesforceSurvey: Format = {
  id: 'salesforce-survey',
  title: 'Salesforce, survey report',
  version: 1,
  needs: [['Survey Taker: ID', 'Survey Taker: Survey Response'], 'Response', question],
  knows: ['Survey Taker: Survey Response', 'Question Type', 'Survey Question: Survey'],
  gives: [
    {
      table: 'surveys',
      combine: true,
      fields: {
        response_id: { from: ['Survey Taker: ID', 'Survey Taker: Survey Response'] },
        kind: { fixed: 'csat' },
        answered_at: { from: 'Survey Taker: Created Date' },
        answer: { ...answer, where: about.satisfaction },
        scale_low: { from: choices, where: about.satisfaction, capture: /^(\d+)/ },
        scale_high: { from: choices, where: about.satisfaction, capture: /(\d+)[^\d]*$/ },
        item_recommend: { from: 'Response', where: about.recommend, capture: /^(\d+)/ },
        item_resolved: {
          from: 'Response',
          where: about.resolved,
          capture: /^(yes|no)$/i,
          values: { yes: '1', no: '0' },
        },
      },
    },
  ],
};
