import { SHARES_APART } from './intervals.ts';
import type { Context, Measure, Population } from './measure.ts';
import { populationOf, type Rule } from './population.ts';
import { AFTER, leaves, NEUTRAL, NO_ANSWER, NO_ANSWER_TIME, NO_CLASS, NO_SCORE, NOT_NEGATIVE, OTHER_QUESTION } from './reasons.ts';
import { surveysOf, type Surveys } from './surveys-columns.ts';

/** What answers about satisfaction leave out, and why. */
const ANSWERS = [OTHER_QUESTION, NO_ANSWER, NO_ANSWER_TIME, AFTER];
const INPUTS = ['surveys.answer', 'surveys.class', 'surveys.scale_low', 'surveys.scale_high', 'surveys.answered_at'];

type Choice = (surveys: Surveys) => { readonly leftOut: readonly Rule[]; readonly value?: (row: number) => number };

const unclassed = (surveys: Surveys): Rule => [NO_CLASS, (row) => surveys.class[row] === null];

/** The answers about satisfaction up to the as-of day, by the day they were given; null without surveys. */
function answers(context: Context, choice: Choice): Population | null {
  const surveys = surveysOf(context);
  if (surveys === null) return null;
  const { table, csat, answered, at, assumed, client, scale, scales } = surveys;
  const { leftOut, value } = choice(surveys);
  const shared: readonly Rule[] = [
    [OTHER_QUESTION, (row) => csat[row] === 0],
    [NO_ANSWER, (row) => answered[row] === 0],
    [NO_ANSWER_TIME, (row) => Number.isNaN(at[row])],
    [AFTER, (row) => at[row]! >= context.end],
  ];
  return populationOf(context, table, {
    leftOut: [...shared, ...leftOut],
    at,
    client,
    assumed,
    scale,
    possible: scales,
    ...(value && { value }),
  });
}

function classedAnswers(context: Context, valueOf: (one: 1 | 0 | -1) => number): Population | null {
  const population = answers(context, (surveys) => ({
    leftOut: [unclassed(surveys)],
    value: (row) => valueOf(surveys.class[row]!),
  }));
  return population && { ...population, scale: null, possible: [SHARES_APART] };
}

const satisfied: Measure = {
  id: 'S1',
  title: 'Satisfaction',
  question: 'Are our clients satisfied?',
  definition:
    'Of all answers about satisfaction, the share that is positive. On five points 4 and 5 are positive; of three faces the happy one; from 0 to 10 the marks 9 and 10. Answers on several scales count together, each as positive, neutral or negative on its own scale.',
  formula: 'positive answers ÷ all answers',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...ANSWERS, NO_CLASS),
  version: 1,
  population: (context) => classedAnswers(context, (one) => (one === 1 ? 1 : 0)),
};

const net: Measure = {
  id: 'S2',
  title: 'Net satisfaction',
  question: 'How far do positive answers outweigh negative ones?',
  definition:
    'Positive answers less negative ones, as a part of all answers, on whatever scale. Neutral answers count in the whole only. The interval ends at −100 and 100 %.',
  formula: '(positive answers − negative answers) ÷ all answers',
  unit: 'share',
  inputs: INPUTS,
  kind: 'mean',
  clock: 'none',
  exclusions: leaves(...ANSWERS, NO_CLASS),
  version: 1,
  population: (context) => classedAnswers(context, (one) => one),
};

const decided: Measure = {
  id: 'S3',
  title: 'Satisfaction without neutral answers',
  question: 'Of those who took a side, how many are satisfied?',
  definition: 'Positive answers as a share of the positive and the negative ones, on whatever scale. Neutral answers are left out.',
  formula: 'positive answers ÷ (positive answers + negative answers)',
  unit: 'share',
  inputs: INPUTS,
  kind: 'share',
  clock: 'none',
  exclusions: leaves(...ANSWERS, NO_CLASS, NEUTRAL),
  version: 1,
  population: (context) => {
    const population = answers(context, (surveys) => ({
      leftOut: [unclassed(surveys), [NEUTRAL, (row) => surveys.class[row] === 0]],
      value: (row) => (surveys.class[row] === 1 ? 1 : 0),
    }));
    return population && { ...population, scale: null };
  },
};

const score: Measure = {
  id: 'S4',
  title: 'Mean score',
  question: 'What mark do clients give on average?',
  definition:
    'The mean of the answers on the scale of the survey. A period in which answers came on two scales has no mean, for they cannot be added. The interval ends where the scale does.',
  formula: 'sum of the answers ÷ number of answers',
  unit: 'points',
  inputs: ['surveys.answer', 'surveys.scale_low', 'surveys.scale_high', 'surveys.answered_at'],
  kind: 'mean',
  clock: 'none',
  exclusions: leaves(...ANSWERS, NO_SCORE),
  version: 1,
  population: (context) =>
    answers(context, (surveys) => ({
      leftOut: [[NO_SCORE, (row) => Number.isNaN(surveys.score[row])]],
      value: (row) => surveys.score[row]!,
    })),
};

/** Negative answers, which stand apart from formal complaints. */
export const negativeAnswers: Measure = {
  id: 'D1-negative',
  title: 'Negative answers',
  question: 'How often does a client tell us in a survey that something was wrong?',
  definition: 'Answers about satisfaction that are negative. They are no formal complaints and are counted apart from them.',
  formula: 'number of negative answers',
  unit: 'answers',
  inputs: INPUTS,
  kind: 'count',
  clock: 'none',
  exclusions: leaves(...ANSWERS, NO_CLASS, NOT_NEGATIVE),
  version: 1,
  population: (context) =>
    answers(context, (surveys) => ({
      leftOut: [unclassed(surveys), [NOT_NEGATIVE, (row) => surveys.class[row] !== -1]],
    })),
};

/** Are they satisfied: the share of positive answers, and the same answers under the other formulas in use. */
export const satisfaction: readonly Measure[] = [satisfied, net, decided, score];
