import type { Cost } from '../measures/cost.ts';
import { expectedWeeks, type ExpectedWeek } from '../measures/expected-complaints.ts';
import { say } from '../language/language.ts';
import { dayText } from '../time/weeks.ts';
import { contactsOver } from './channels.ts';
import { capital } from './ended-words.ts';
import { sourceOf, span, type Material } from './material.ts';
import type { Chart, Section } from './model.ts';
import { columnsOf, countCell, dayCell, numberCell } from './plain-cells.ts';
import { countScale } from './scales.ts';
import { count, date, label, plural, rate } from './words.ts';

const sum = (weeks: readonly ExpectedWeek[], of: (week: ExpectedWeek) => number) => weeks.reduce((total, week) => total + of(week), 0);

/** The whole difference in complaints since the start, with its interval, as the cost claims it. */
function claimed({ avoided, history }: Cost): string | null {
  if (avoided === null) return null;
  const [value, low, high] = [avoided.value, avoided.low, avoided.high].map((one) => one * history.now!.weeks) as [number, number, number];
  const [least, most] = [low, high].map(Math.abs).toSorted((a, b) => a - b);
  const [about, from, to] = [count(Math.abs(value)), count(least!), count(most!)];
  return value > 0
    ? say`About ${about} fewer complaints came than at the rate before; interval ${from} to ${to}.`
    : say`About ${about} more complaints came than at the rate before; interval ${from} to ${to}.`;
}

function titleOf({ avoided, history }: Cost): string {
  if (avoided === null) return say`What came cannot be told from what the rate before gives`;
  const about = count(Math.abs(avoided.value * history.now!.weeks));
  return avoided.value > 0
    ? say`About ${about} fewer complaints came than at the rate before`
    : say`About ${about} more complaints came than at the rate before`;
}

function expectedTable(caption: string, weeks: readonly ExpectedWeek[], counted: string): Chart['table'] {
  return {
    caption,
    columns: columnsOf([say`Week of`, say`Received`, say`Expected`, say`From`, say`To`, counted]),
    rows: weeks.map(({ start, received, expected, low, high, exposure }) => [
      dayCell(start),
      countCell(received),
      numberCell(expected, rate),
      numberCell(low, rate),
      numberCell(high, rate),
      countCell(exposure),
    ]),
  };
}

function expectedChart(material: Material, cost: Cost, weeks: readonly ExpectedWeek[]): Chart {
  const [first, last] = [weeks[0]!, weeks.at(-1)!];
  const byContacts = cost.against.measure === 'A11-rate';
  const counted = contactsOver(material.context.settings.courtesy.channels);
  const received = sum(weeks, (week) => week.received);
  const subtitle = say`Formal complaints received, and expected at the rate before ${date(cost.start!)}, whole firm, per week, ${span(first.start, last.start + 6)}, n\u00a0=\u00a0${count(received)}`;
  const points = (of: (week: ExpectedWeek) => number) => weeks.map((week) => ({ start: dayText(week.start), value: of(week), open: false }));
  const under = weeks.filter((week) => week.received < week.low).length;
  const over = weeks.filter((week) => week.received > week.high).length;
  return {
    id: 'complaints-expected',
    title: titleOf(cost),
    subtitle,
    summary: say`${plural(weeks.length, 'week')}: ${count(received)} received, ${count(sum(weeks, (week) => week.expected))} expected. ${count(under)} weeks lie under the shaded stretch, ${count(over)} over it. Last week ${count(last.received)} received, ${label(last.expected)} expected.`,
    foot: sourceOf(material, ['complaints', byContacts ? 'contacts' : 'tickets'], cost.history.starts[0]),
    drawing: {
      shape: 'lines',
      scale: countScale(weeks.flatMap((week) => [week.received, week.high])),
      series: [
        { name: say`received`, short: say`received`, points: points((week) => week.received) },
        { name: say`expected at the rate before`, short: say`expected`, points: points((week) => week.expected) },
      ],
      reach: weeks.map(({ start, low, high }) => ({ start: dayText(start), low, high })),
      events: [],
      band: null,
    },
    table: expectedTable(subtitle, weeks, byContacts ? capital(counted) : say`Tickets closed`),
  };
}

/** What would have come at the rate before the programme, beside what came; no difference is named without a signal. */
export function expectedSection(material: Material, cost: Cost | null): readonly Section[] {
  const weeks = cost === null ? null : expectedWeeks(material.figures, cost);
  if (cost === null || weeks === null) return [];
  const told = claimed(cost);
  const words =
    told === null
      ? say`No change in the rate can be told from chance, so no difference is claimed.`
      : `${told} ${say`Other things changed too: this is the timing, not the cause.`}`;
  return [
    {
      id: 'expected',
      head: say`At the old rate`,
      note:
        cost.against.measure === 'A11-rate'
          ? say`Expected: the rate before the start, times the ${contactsOver(material.context.settings.courtesy.channels)} of each week. Shaded: where 95 of 100 such weeks would lie by chance.`
          : say`Expected: the rate before the start, times the tickets closed of each week. Shaded: where 95 of 100 such weeks would lie by chance.`,
      blocks: [
        { kind: 'chart', chart: expectedChart(material, cost, weeks) },
        { kind: 'prose', words },
      ],
    },
  ];
}
