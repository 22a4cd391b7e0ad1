import { nounFor, say } from '../language/language.ts';
import { spreadChart } from '../report/spread.ts';
import { count, FEW, openHours, plural, valueAndUnit } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Headline, type Row, type Section } from './content.ts';

const MINUTE = 60_000;
/** Requests up to which each is a dot. */
const MOST_DOTS = 150;

type Answers = NonNullable<Slice['record']['answers']>;

const chartOf = ({ times }: Answers) =>
  spreadChart({ id: 'answers', title: '', subtitle: () => '', foot: '', values: times, noun: ['request', 'requests'], say: openHours });

/** "Half of your requests had an answer within 18 min"; of few the slowest is named. */
export function speedTitle({ times, median }: Answers): string {
  const slowest = openHours(times.at(-1)!);
  if (times.length === 1) return say`Your one request had an answer within ${slowest}`;
  if (times.length === 2) return say`Both your requests had an answer within ${slowest}`;
  return times.length < FEW
    ? say`All ${count(times.length)} requests had an answer within ${slowest}`
    : say`Half of your requests had an answer within ${openHours(median)}`;
}

/** What the drawing shows. */
function drawnWords({ times: { length: n } }: Answers): string {
  if (n === 1) return say`The dot is your request, placed by the time to our first answer, in opening hours`;
  return n <= MOST_DOTS
    ? say`Each dot is one of ${plural(n, 'request')}, placed by the time to our first answer, in opening hours`
    : say`${count(n)} requests, placed by the time to our first answer, in opening hours`;
}

/** How the times to the first answer spread. */
export function speedSection({ record: { answers } }: Slice): readonly Section[] {
  const chart = answers && chartOf(answers);
  if (answers === null || chart === null) return [];
  const drawing = { drawing: chart.drawing, summary: chart.summary };
  return [section({ id: 'speed', head: say`How fast we answered`, title: speedTitle(answers), subtitle: drawnWords(answers), drawing })];
}

export function speedHeadline({ record: { answers } }: Slice): readonly Headline[] {
  if (answers === null) return [];
  const { times, median, before, firm } = answers;
  const n = times.length;
  if (n < FEW) {
    const slowest = openHours(times.at(-1)!);
    const told = n === 1 ? say`had a first answer, after ${slowest} of opening hours` : say`had a first answer, the slowest after ${slowest} of opening hours`;
    return [{ value: count(n), unit: nounFor(n, 'request', 'requests'), text: `${told}; ${say`${count(before?.n ?? 0)} in the period before`}` }];
  }
  const [value, unit] = valueAndUnit(openHours(median));
  const earlier = before === null || before.n < FEW ? say`too few to compare in the period before` : say`${openHours(before.median)} in the period before`;
  const all = firm === null ? '' : `; ${say`all our clients together ${openHours(firm.median)}`}`;
  return [{ value, unit, text: `${say`to a first answer for half of your ${count(n)} requests, in opening hours`}; ${earlier}${all}` }];
}

export function speedRows({ record: { answers } }: Slice): readonly Row[] {
  if (answers === null) return [];
  const chart = chartOf(answers);
  const minutes = (ms: number): number => Math.round(ms / MINUTE);
  const { times, median, nine, before, firm } = answers;
  const bins = chart?.drawing.shape === 'distribution' ? chart.drawing.bins.filter((bin) => bin.count > 0) : [];
  const [asMinutes, requests] = [say`minutes`, say`requests`];
  const part = say`first answer, opening hours`;
  return [
    row(part, say`requests answered`, { value: times.length, unit: requests }),
    ...(times.length < FEW
      ? []
      : [row(part, say`half within`, { value: minutes(median), unit: asMinutes }), row(part, say`9 in 10 within`, { value: minutes(nine), unit: asMinutes })]),
    row(part, say`slowest`, { value: minutes(times.at(-1)!), unit: asMinutes }),
    ...(before === null || before.n < FEW
      ? []
      : [row(part, say`half within, period before`, { value: minutes(before.median), of: before.n, unit: asMinutes })]),
    ...(firm === null ? [] : [row(part, say`half within, all clients`, { value: minutes(firm.median), of: firm.n, unit: asMinutes })]),
    ...bins.map((bin, at) => {
      const isOpen = at === bins.length - 1 && times.at(-1)! > bin.to;
      const what = isOpen ? say`from ${minutes(bin.from)} min on` : say`from ${minutes(bin.from)} min to ${minutes(bin.to)} min`;
      return row(part, what, { value: bin.count, unit: requests });
    }),
  ];
}
