import { phrase, say, translated } from '../language/language.ts';
import type { MeasureWords, Page } from './model.ts';
import { inWords, number } from './words.ts';

const INTERVAL = phrase`Behind every figure stands an interval. If the weeks went on as they do, 95 of 100 such intervals would hold the true figure. A wide one says that few answers lie behind it.`;
const process = (): string =>
  say`A process chart shows weeks with their mean and two limits, the mean ± ${number(2.66)} times the mean change from week to week. A week outside the limits is a signal. So are eight weeks in a row on one side of the mean. All else may be chance, and is not spoken of as change. Chance signals too: of steady figures, about one chart of a year in three shows a week or a run by luck alone. So one signal asks for a look, and is no verdict.`;
const STATUS = phrase`A figure meets its target when its whole interval lies on the good side. It is below when the whole interval lies on the other. Otherwise one cannot tell. Under ten answers there are not enough.`;
const SMALL = phrase`Under ten answers a share is shown as counts. From ten to 29 its interval comes before its point. Percentages have a decimal from 200 answers on.`;
const EYES = phrase`Whether people were looked in the eye cannot be measured from exports. The nearest is the number of contacts in person.`;

/** Every measure in its own words, and how to read the drawings. */
export function definitionsPage(measures: readonly MeasureWords[]): Page {
  return {
    path: 'definitions/',
    nav: say`Definitions`,
    tab: say`Definitions`,
    head: say`Definitions`,
    note: say`What every figure means.`,
    title: say`${inWords(measures.length, true)} measures, each with one definition`,
    lead: false,
    intro: say`Pages, files and tooltips read these words from the same place. A changed formula changes the version.`,
    sections: [
      {
        id: 'reading',
        head: say`How to read`,
        note: say`Intervals, limits and status.`,
        blocks: [translated(INTERVAL), process(), ...[STATUS, SMALL, EYES].map(translated)].map((words) => ({ kind: 'prose', words })),
      },
      { id: 'measures', head: say`The measures`, note: say`In the order of the report.`, blocks: measures.map((measure) => ({ kind: 'definition', measure })) },
    ],
  };
}
