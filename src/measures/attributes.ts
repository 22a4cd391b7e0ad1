import type { Context, Measure } from './measure.ts';
import { itemAnswers, itemMean, itemShare } from './survey-items.ts';
import { surveysOf } from './surveys-columns.ts';

/** What service is made of in the client's eyes: item of the survey, the adjective, and the words for it. */
const ATTRIBUTES = [
  ['serious', 'Taken seriously', 'Do clients feel taken seriously?', 'being taken seriously'],
  ['clear', 'Clear', 'Do we speak so that clients understand us?', 'speaking clearly'],
  ['honest', 'Honest', 'Do clients believe what we say?', 'being honest'],
  ['respect', 'Respectful', 'Do clients feel respected?', 'showing respect'],
] as const;

function measuresOf([item, title, question, words]: (typeof ATTRIBUTES)[number]): readonly Measure[] {
  const mean = {
    id: `C4-${item}`,
    item,
    title: `${title}: mean score`,
    question,
    definition: `The mean of the answers about ${words}, on the scale of the survey.`,
  };
  const negative = {
    id: `C4-${item}-negative`,
    item,
    title: `${title}: negative answers`,
    question: `How often do clients miss it: ${words}?`,
    definition: `Of the answers about ${words}, the share that is negative, classed as answers about satisfaction are.`,
  };
  return [itemMean(mean), itemShare(negative, -1)];
}

const YEAR = 364 * 86_400_000;

/** How one attribute is rated by clients that are satisfied on the whole, and by those that are not. */
export interface AttributeDrop {
  readonly item: string;
  /** Answers with a positive and with a negative rating beside them. */
  readonly satisfied: number;
  readonly unsatisfied: number;
  /** Mean of the one less mean of the other, as a part of the scale from 0 to 1; null without both. */
  readonly drop: number | null;
}

/**
 * Which attribute falls furthest when the rating is bad (C4), the largest fall first: answers of the 52 weeks up to the
 * as-of day that rate both. Null where no file asks about any.
 */
export function attributeDrops(context: Context): readonly AttributeDrop[] | null {
  const surveys = surveysOf(context);
  const asked = ATTRIBUTES.flatMap(([item]) => {
    const answers = itemAnswers(context, item);
    return answers === null ? [] : [{ item, answers }];
  });
  if (surveys === null || asked.length === 0) return null;
  const { csat, at, class: classes } = surveys;
  const counts = (row: number): boolean => csat[row] === 1 && at[row]! < context.end && at[row]! >= context.end - YEAR;
  const drops = asked.map(({ item, answers: { score, low, high } }): AttributeDrop => {
    const parts = (wanted: 1 | -1): number[] => {
      const rows = [...score.keys()].filter((row) => counts(row) && classes[row] === wanted && !Number.isNaN(score[row]));
      return rows.map((row) => (score[row]! - low[row]!) / (high[row]! - low[row]!)).toSorted((a, b) => a - b);
    };
    const [good, bad] = [parts(1), parts(-1)];
    return { item, satisfied: good.length, unsatisfied: bad.length, drop: good.length > 0 && bad.length > 0 ? mean(good) - mean(bad) : null };
  });
  return drops.toSorted((a, b) => (b.drop ?? -Infinity) - (a.drop ?? -Infinity) || (a.item < b.item ? -1 : 1));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const need: Measure = itemShare(
  {
    id: 'C9-need',
    item: 'need',
    title: 'Met the need',
    question: 'Did clients get what they needed?',
    definition: 'Of the answers about whether the work met the need, the share that is positive, classed as answers about satisfaction are.',
  },
  1,
);

/** What clients say about how they were treated, and whether they got what they needed. */
export const attributes: readonly Measure[] = [...ATTRIBUTES.flatMap(measuresOf), need];
