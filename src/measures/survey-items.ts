import { classOfScore } from '../facts/answers.ts';
import { numbers } from '../facts/table.ts';
import type { Context, Measure, Population } from './measure.ts';
import { populationOf, type Rule } from './population.ts';
import { AFTER, leaves, NO_ANSWER_TIME, NO_CLASS, NO_ITEM, NO_SCORE, OTHER_QUESTION } from './reasons.ts';
import { surveysOf } from './surveys-columns.ts';

/** Answers to one further question of a survey, on the survey's scale. Columns of the table's length; NaN = none, or off the scale. */
export interface ItemAnswers {
  readonly score: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The answers to a question beside the one about satisfaction, by the name of its column without `item_`; null where no file asks it. */
export function itemAnswers(context: Context, item: string): ItemAnswers | null {
  const table = surveysOf(context)?.table;
  const [given, low, high] = [`item_${item}`, 'scale_low', 'scale_high'].map((field) => (table === undefined ? null : numbers(table, field)));
  if (!given || !low || !high) return null;
  return { score: given.map((score, row) => (score >= low[row]! && score <= high[row]! ? score : NaN)), low, high };
}

const LEAVES = [OTHER_QUESTION, NO_ITEM, NO_ANSWER_TIME, AFTER, NO_SCORE];

/** The answers to an item by the day they were given; null where no file asks it. */
function itemPopulation(
  context: Context,
  item: string,
  choose: (answers: ItemAnswers) => { leftOut: readonly Rule[]; value: (row: number) => number },
): Population | null {
  const [surveys, answers] = [surveysOf(context), itemAnswers(context, item)];
  if (surveys === null || answers === null) return null;
  const { table, csat, at, assumed, client, scale, scales } = surveys;
  const given = numbers(table, `item_${item}`)!;
  const { leftOut, value } = choose(answers);
  const rules: readonly Rule[] = [
    [OTHER_QUESTION, (row) => csat[row] === 0],
    [NO_ITEM, (row) => Number.isNaN(given[row])],
    [NO_ANSWER_TIME, (row) => Number.isNaN(at[row])],
    [AFTER, (row) => at[row]! >= context.end],
    [NO_SCORE, (row) => Number.isNaN(answers.score[row])],
  ];
  return populationOf(context, table, { leftOut: [...rules, ...leftOut], at, client, assumed, scale, possible: scales, value });
}

/** What is asked: the id and words of a figure about one item. */
interface ItemWords {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  readonly question: string;
  readonly definition: string;
}

const inputsOf = (item: string) => [`surveys.item_${item}`, 'surveys.scale_low', 'surveys.scale_high', 'surveys.answered_at'];

/** The mean of the answers to an item on the scale of the survey; answers on two scales have none. */
export function itemMean({ id, item, title, question, definition }: ItemWords): Measure {
  return {
    id,
    title,
    question,
    definition: `${definition} A period in which answers came on two scales has no mean. The interval ends where the scale does.`,
    formula: 'sum of the answers ÷ number of answers',
    unit: 'points',
    inputs: inputsOf(item),
    kind: 'mean',
    clock: 'none',
    exclusions: leaves(...LEAVES),
    version: 1,
    population: (context) => itemPopulation(context, item, ({ score }) => ({ leftOut: [], value: (row) => score[row]! })),
  };
}

/** The share of the answers to an item that are of one class: positive (1) or negative (-1). */
export function itemShare({ id, item, title, question, definition }: ItemWords, wanted: 1 | -1): Measure {
  return {
    id,
    title,
    question,
    definition,
    formula: `${wanted === 1 ? 'positive' : 'negative'} answers ÷ answers`,
    unit: 'share',
    inputs: inputsOf(item),
    kind: 'share',
    clock: 'none',
    exclusions: leaves(...LEAVES, NO_CLASS),
    version: 1,
    population: (context) => {
      const population = itemPopulation(context, item, ({ score, low, high }) => {
        const classOf = (row: number) => classOfScore(score[row]!, low[row]!, high[row]!);
        return { leftOut: [[NO_CLASS, (row) => classOf(row) === null]], value: (row) => (classOf(row) === wanted ? 1 : 0) };
      });
      return population && { ...population, scale: null };
    },
  };
}
