import type { Cost } from '../measures/cost.ts';
import type { Settings } from '../settings.ts';
import { DEFAULT_LOCALE, say, sayPieces, speaking } from '../language/language.ts';
import { span } from './material.ts';
import type { Block, EquationLine, Span, Words } from './model.ts';
import { runTogether } from './run-together.ts';
import { count, currency, hours, label, number, plural } from './words.ts';

/** Numbers as the page shows them: what is multiplied is what a reader can check. */
interface Shown {
  readonly contacts: number;
  readonly seconds: number;
  readonly spent: number;
  readonly each: number;
  readonly avoided: number | null;
  readonly returned: number | null;
}

/** The number that a reader sees, in any language, so that the products on the page can be checked. */
export const asShown = (value: number): number => speaking(DEFAULT_LOCALE, () => Number(label(value).replace('−', '-').replaceAll(',', '')));

function shownOf(cost: Cost): Shown {
  const courtesy = cost.courtesy!;
  const [contacts, seconds, each] = [asShown(courtesy.contactsAWeek), asShown(courtesy.seconds), asShown(cost.perComplaint.mean)];
  const avoided = cost.avoided === null ? null : asShown(cost.avoided.value);
  return { contacts, seconds, spent: (contacts * seconds) / 3600, each, avoided, returned: avoided === null ? null : avoided * each };
}

function courtesyLine(cost: Cost, shown: Shown): EquationLine {
  const note: Words = cost.courtesy!.assumed ? sayPieces`more for each, ${{ em: say`assumed` }}` : say`more for each, mean of those logged`;
  return {
    terms: [
      { value: label(shown.contacts), note: say`contacts a week` },
      { value: `${label(shown.seconds)}\u00a0s`, note },
      { value: hours(shown.spent), note: say`spent on courtesy` },
    ],
    accent: true,
    squares: { shape: 'squares', hours: shown.spent, filled: true },
    squaresText: say`${number(shown.spent)} squares of one hour, spent on courtesy`,
  };
}

function eachNote({ perComplaint: { assumed, n, untimed } }: Cost): Words {
  if (assumed) return sayPieces`each, ${{ em: say`assumed` }}: no complaint has time logged`;
  if (untimed === 0) return say`each, mean of ${count(n)} with time logged; none is without`;
  return say`each, mean of ${count(n)} with time logged; ${count(untimed)} have none`;
}

function weeklyNote({ avoided }: Cost): string {
  if (avoided === null) return say`complaints a week now`;
  const [low, high] = [label(avoided.low), label(avoided.high)];
  return avoided.value >= 0
    ? say`fewer complaints a week than at the old rate; interval ${low} to ${high}`
    : say`more complaints a week than at the old rate; interval ${low} to ${high}`;
}

function complaintLine(cost: Cost, shown: Shown): EquationLine {
  const { avoided, complaints } = cost;
  const fewer = avoided === null ? null : avoided.value >= 0;
  const weekly = avoided === null ? asShown(complaints ?? NaN) : Math.abs(shown.avoided!);
  const cost0 = weekly * shown.each;
  return {
    terms: [
      { value: label(weekly), note: weeklyNote(cost) },
      { value: `${label(shown.each)}\u00a0h`, note: eachNote(cost) },
      { value: hours(cost0), note: avoided === null ? say`spent on complaints` : fewer ? say`not spent on complaints` : say`spent on them besides` },
    ],
    accent: false,
    squares: { shape: 'squares', hours: cost0, filled: avoided === null || !fewer },
    squaresText: say`${number(cost0)} squares of one hour`,
  };
}

type Money = Settings['money'];

/** ", which is €1,840 at €65 an hour," where the settings say what an hour costs. */
function inMoney(worth: number, money: Money): string {
  return money === undefined ? '' : say`, ${currency(worth * money.hour, money.currency)} at ${currency(money.hour, money.currency)} an hour,`;
}

/** What is left over, what an hour returns, and where courtesy breaks even. */
function net(cost: Cost, shown: Shown, money: Money): Words {
  const even = shown.spent / shown.each;
  const every = even > 0 && even < 1 ? say`, about one in ${plural(Math.max(1, Math.round(1 / even)), 'week')}` : '';
  const breakEven = sayPieces<Span>`Courtesy pays for itself at ${{ strong: say`${number(even)} complaints` }} a week${every}.`;
  if (shown.returned === null || cost.net === null)
    return runTogether([say`No change in complaints can be told from chance, so no hours are claimed.`, ' ', ...breakEven]);
  const left = shown.returned - shown.spent;
  const [low, high] = [label(cost.net.low), label(cost.net.high)];
  if (left < 0) {
    const costs = sayPieces<Span>`That costs ${{ strong: hours(-left) }}${inMoney(-left, money)} a week; the interval is ${low} to ${high} h.`;
    return runTogether([...costs, ' ', ...breakEven]);
  }
  const times = number(Math.round(shown.returned / shown.spent));
  const returns = sayPieces<Span>`That returns ${{ strong: hours(left) }}${inMoney(left, money)} a week, ${times} hours for each hour spent; the interval is ${low} to ${high} h.`;
  return runTogether([...returns, ' ', ...breakEven]);
}

function titleOf(shown: Shown): string {
  if (shown.returned === null) return say`${hours(shown.spent)} of courtesy a week; its return cannot be told yet`;
  return shown.returned >= 0
    ? say`${hours(shown.spent)} of courtesy a week stands against ${hours(shown.returned)} of complaints`
    : say`${hours(shown.spent)} of courtesy a week, and complaints rose`;
}

/** Courtesy against complaints, with the firm's own figures as they are shown. */
export function equationBlock(cost: Cost, foot: string, money: Money = undefined): Block {
  const shown = shownOf(cost);
  const lines = [courtesyLine(cost, shown), complaintLine(cost, shown)];
  const { from, to, weeks, complaints } = cost.history.now!;
  const subtitle = say`Hours a week, whole firm, ${span(from, to)}, n\u00a0=\u00a0${plural(weeks, 'week')}, ${plural(complaints, 'complaint')}`;
  const unclaimed = say`not claimed`;
  const values: readonly (readonly [string, string, number | null])[] = [
    [say`Contacts a week`, label(shown.contacts), cost.courtesy!.contactsAWeek],
    [say`Seconds for each`, label(shown.seconds), cost.courtesy!.seconds],
    [say`Courtesy hours a week`, hours(shown.spent), cost.courtesy!.hoursAWeek],
    [say`Complaints avoided a week`, cost.avoided === null ? unclaimed : label(cost.avoided.value), cost.avoided?.value ?? null],
    [say`Hours for each complaint`, label(shown.each), cost.perComplaint.mean],
    [say`Hours returned a week`, cost.returned === null ? unclaimed : hours(cost.returned.value), cost.returned?.value ?? null],
    [say`Net hours a week`, cost.net === null ? unclaimed : hours(cost.net.value), cost.net?.value ?? null],
    [say`Break-even, complaints a week`, number(cost.breakEven ?? NaN), cost.breakEven],
  ];
  return {
    kind: 'equation',
    id: 'equation',
    title: titleOf(shown),
    subtitle,
    lines,
    net: net(cost, shown, money),
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
