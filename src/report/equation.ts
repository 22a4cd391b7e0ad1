import type { Cost } from '../measures/cost.ts';
import type { Settings } from '../settings.ts';
import { DEFAULT_LOCALE, say, sayPieces, speaking } from '../language/language.ts';
import { capital } from './ended-words.ts';
import { span } from './material.ts';
import type { Block, EquationLine, Span, Words } from './model.ts';
import { runTogether } from './run-together.ts';
import { count, currency, hours, number, plural } from './words.ts';

/** The number that a reader sees, in any language: what a field of the what-if sentence begins with. */
export const asShown = (value: number): number => speaking(DEFAULT_LOCALE, () => Number(number(value).replace('−', '-').replaceAll(',', '')));

function courtesyLine({ courtesy }: Cost, counted: string): EquationLine {
  const { contactsAWeek, seconds, hoursAWeek, assumed } = courtesy!;
  const note: Words = assumed ? sayPieces`more for each, ${{ em: say`assumed` }}` : say`more for each, mean of those logged`;
  return {
    terms: [
      { value: number(contactsAWeek), note: say`${counted} a week` },
      { value: `${number(seconds)}\u00a0s`, note },
      { value: hours(hoursAWeek), note: say`spent on courtesy` },
    ],
    accent: true,
    squares: { shape: 'squares', hours: hoursAWeek, filled: true },
    squaresText: say`${number(hoursAWeek)} squares of one hour, spent on courtesy`,
  };
}

function eachNote({ perComplaint: { assumed, n, untimed } }: Cost): Words {
  if (assumed) return sayPieces`each, ${{ em: say`assumed` }}: no complaint has time logged`;
  if (untimed === 0) return say`each, mean of ${count(n)} with time logged; none is without`;
  if (untimed === 1) return say`each, mean of ${count(n)} with time logged; 1 has none`;
  return say`each, mean of ${count(n)} with time logged; ${count(untimed)} have none`;
}

function weeklyNote({ avoided }: Cost): string {
  if (avoided === null) return say`complaints a week now`;
  const [low, high] = [avoided.low, avoided.high]
    .map(Math.abs)
    .toSorted((a, b) => a - b)
    .map(number) as [string, string];
  return avoided.value >= 0
    ? say`fewer complaints a week than at the old rate; interval ${low} to ${high}`
    : say`more complaints a week than at the old rate; interval ${low} to ${high}`;
}

function complaintLine(cost: Cost): EquationLine {
  const { avoided, complaints, perComplaint } = cost;
  const fewer = avoided === null ? null : avoided.value >= 0;
  const weekly = avoided === null ? (complaints ?? NaN) : Math.abs(avoided.value);
  const worth = weekly * perComplaint.mean;
  return {
    terms: [
      { value: number(weekly), note: weeklyNote(cost) },
      { value: `${number(perComplaint.mean)}\u00a0h`, note: eachNote(cost) },
      { value: hours(worth), note: avoided === null ? say`spent on complaints` : fewer ? say`not spent on complaints` : say`spent on them besides` },
    ],
    accent: false,
    squares: { shape: 'squares', hours: worth, filled: avoided === null || !fewer },
    squaresText: say`${number(worth)} squares of one hour`,
  };
}

type Money = Settings['money'];

/** ", which is €1,840 at €65 an hour," where the settings say what an hour costs. */
function inMoney(worth: number, money: Money): string {
  return money === undefined ? '' : say`, ${currency(worth * money.hour, money.currency)} at ${currency(money.hour, money.currency)} an hour,`;
}

/** What is left of the hours returned when the courtesy is paid, what stands against an hour of it, and where it breaks even. */
function net(cost: Cost, money: Money): Words {
  const even = cost.breakEven!;
  const every = even > 0 && even < 1 ? say`, about one in ${plural(Math.max(1, Math.round(1 / even)), 'week')}` : '';
  const breakEven = sayPieces<Span>`Courtesy pays for itself at ${{ strong: say`${number(even)} complaints` }} a week${every}.`;
  if (cost.net === null) {
    const nothing =
      cost.unclaimed === 'no-start'
        ? say`No courtesy programme is dated, so no hours are claimed.`
        : say`No change in complaints can be told from chance, so no hours are claimed.`;
    return runTogether([nothing, ' ', ...breakEven]);
  }
  const { value, low, high } = cost.net;
  if (value < 0) {
    const costs = sayPieces<Span>`That costs a net ${{ strong: hours(-value) }}${inMoney(-value, money)} a week; the interval is ${hours(-high)} to ${hours(-low)}.`;
    return runTogether([...costs, ' ', ...breakEven]);
  }
  const against = cost.ratio === null ? [] : [say`Each hour of courtesy stands against about ${plural(Math.round(cost.ratio), 'hour')} of complaints.`, ' '];
  const returns = sayPieces<Span>`That returns a net ${{ strong: hours(value) }}${inMoney(value, money)} a week; the interval is ${hours(low)} to ${hours(high)}.`;
  return runTogether([...returns, ' ', ...against, ...breakEven]);
}

function titleOf({ courtesy, returned }: Cost): string {
  const spent = hours(courtesy!.hoursAWeek);
  if (returned === null) return say`${spent} of courtesy a week; its return cannot be told yet`;
  return returned.value >= 0
    ? say`${spent} of courtesy a week stands against ${hours(returned.value)} of complaints`
    : say`${spent} of courtesy a week, and complaints rose`;
}

/** Courtesy against complaints, with the firm's own figures; `counted` names the contacts that courtesy is counted for. */
export function equationBlock(cost: Cost, counted: string, foot: string, money: Money = undefined): Block {
  const lines = [courtesyLine(cost, counted), complaintLine(cost)];
  const { from, to, weeks, complaints } = cost.history.now!;
  const subtitle = say`Hours a week, whole firm, ${span(from, to)}, n\u00a0=\u00a0${plural(weeks, 'week')}, ${plural(complaints, 'complaint')}`;
  const unclaimed = say`not claimed`;
  const values: readonly (readonly [string, string, number | null])[] = [
    [capital(say`${counted} a week`), number(cost.courtesy!.contactsAWeek), cost.courtesy!.contactsAWeek],
    [say`Seconds for each`, number(cost.courtesy!.seconds), cost.courtesy!.seconds],
    [say`Courtesy hours a week`, hours(cost.courtesy!.hoursAWeek), cost.courtesy!.hoursAWeek],
    [say`Complaints avoided a week`, cost.avoided === null ? unclaimed : number(cost.avoided.value), cost.avoided?.value ?? null],
    [say`Hours for each complaint`, number(cost.perComplaint.mean), cost.perComplaint.mean],
    [say`Hours returned a week`, cost.returned === null ? unclaimed : hours(cost.returned.value), cost.returned?.value ?? null],
    [say`Net hours returned a week`, cost.net === null ? unclaimed : hours(cost.net.value), cost.net?.value ?? null],
    [say`Break-even, complaints a week`, number(cost.breakEven ?? NaN), cost.breakEven],
  ];
  return {
    kind: 'equation',
    id: 'equation',
    title: titleOf(cost),
    subtitle,
    lines,
    net: net(cost, money),
    foot,
    table: {
      caption: subtitle,
      columns: [
        { name: say`Term`, numeric: false },
        { name: say`A week`, numeric: true },
      ],
      rows: values.map(([name, text, value]) => [
        { text: name, value: name },
        { text, value },
      ]),
    },
  };
}
