import { spreadChart } from '../report/spread.ts';
import { count, FEW, openHours, plural, valueAndUnit } from '../report/words.ts';
import type { Slice } from './audience.ts';
import { row, section, type Headline, type Row, type Section } from './content.ts';

const MINUTE = 60_000;

type Answers = NonNullable<Slice['record']['answers']>;

const chartOf = ({ times }: Answers) =>
  spreadChart({ id: 'answers', title: '', subtitle: '', foot: '', values: times, noun: ['request', 'requests'], say: openHours });

/** "Half of your requests had an answer within 18 min"; of few the slowest is named. */
export function speedTitle({ times, median }: Answers): string {
  const slowest = openHours(times.at(-1)!);
  if (times.length === 1) return `Your one request had an answer within ${slowest}`;
  return times.length < FEW
    ? `All ${count(times.length)} requests had an answer within ${slowest}`
    : `Half of your requests had an answer within ${openHours(median)}`;
}

/** How the times to the first answer spread. */
export function speedSection({ record: { answers } }: Slice): readonly Section[] {
  const chart = answers && chartOf(answers);
  if (answers === null || chart === null) return [];
  const n = answers.times.length;
  const each = n <= 150 ? `Each dot is one of ${plural(n, 'request')}` : `${count(n)} requests`;
  const subtitle = `${n === 1 ? 'The dot is your request' : each}, placed by the time to our first answer, in opening hours`;
  return [
    section({ id: 'speed', head: 'How fast we answered', title: speedTitle(answers), subtitle, drawing: { drawing: chart.drawing, summary: chart.summary } }),
  ];
}

export function speedHeadline({ record: { answers } }: Slice): readonly Headline[] {
  if (answers === null) return [];
  const { times, median, before, firm } = answers;
  const n = times.length;
  if (n < FEW)
    return [
      {
        value: count(n),
        unit: n === 1 ? 'request' : 'requests',
        text: `had a first answer, ${n === 1 ? '' : 'the slowest '}after ${openHours(times.at(-1)!)} of opening hours; ${count(before?.n ?? 0)} in the period before`,
      },
    ];
  const [value, unit] = valueAndUnit(openHours(median));
  const earlier = before === null || before.n < FEW ? 'too few to compare in the period before' : `${openHours(before.median)} in the period before`;
  const all = firm === null ? '' : `; all our clients together ${openHours(firm.median)}`;
  return [{ value, unit, text: `to a first answer for half of your ${count(n)} requests, in opening hours; ${earlier}${all}` }];
}

export function speedRows({ record: { answers } }: Slice): readonly Row[] {
  if (answers === null) return [];
  const chart = chartOf(answers);
  const minutes = (ms: number): number => Math.round(ms / MINUTE);
  const { times, median, nine, before, firm } = answers;
  const bins = chart?.drawing.shape === 'distribution' ? chart.drawing.bins.filter((bin) => bin.count > 0) : [];
  const part = 'first answer, opening hours';
  return [
    row(part, 'requests answered', { value: times.length, unit: 'requests' }),
    ...(times.length < FEW
      ? []
      : [row(part, 'half within', { value: minutes(median), unit: 'minutes' }), row(part, '9 in 10 within', { value: minutes(nine), unit: 'minutes' })]),
    row(part, 'slowest', { value: minutes(times.at(-1)!), unit: 'minutes' }),
    ...(before === null || before.n < FEW ? [] : [row(part, 'half within, period before', { value: minutes(before.median), of: before.n, unit: 'minutes' })]),
    ...(firm === null ? [] : [row(part, 'half within, all clients', { value: minutes(firm.median), of: firm.n, unit: 'minutes' })]),
    ...bins.map((bin, at) =>
      row(part, `from ${minutes(bin.from)} min${at === bins.length - 1 && times.at(-1)! > bin.to ? ' on' : ` to ${minutes(bin.to)} min`}`, {
        value: bin.count,
        unit: 'requests',
      }),
    ),
  ];
}
