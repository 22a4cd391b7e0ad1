import type { Cost } from '../measures/cost.ts';
import type { Settings } from '../settings.ts';
import { span } from './material.ts';
import type { Block, EquationLine, Words } from './model.ts';
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

/** The number that a reader sees, so that the products on the page can be checked. */
export const asShown = (value: number) => Number(label(value).replace('−', '-').replaceAll(',', ''));

function shownOf(cost: Cost): Shown {
  const courtesy = cost.courtesy!;
  const [contacts, seconds, each] = [asShown(courtesy.contactsAWeek), asShown(courtesy.seconds), asShown(cost.perComplaint.mean)];
  const avoided = cost.avoided === null ? null : asShown(cost.avoided.value);
  return { contacts, seconds, spent: (contacts * seconds) / 3600, each, avoided, returned: avoided === null ? null : avoided * each };
}

function courtesyLine(cost: Cost, shown: Shown): EquationLine {
  const note: Words = cost.courtesy!.assumed ? ['more for each, ', { em: 'assumed' }] : 'more for each, mean of those logged';
  return {
    terms: [
      { value: label(shown.contacts), note: 'contacts a week' },
      { value: `${label(shown.seconds)}\u00a0s`, note },
      { value: hours(shown.spent), note: 'spent on courtesy' },
    ],
    accent: true,
    squares: { shape: 'squares', hours: shown.spent, filled: true },
    squaresText: `${number(shown.spent)} squares of one hour, spent on courtesy`,
  };
}

function eachNote({ perComplaint: { assumed, n, untimed } }: Cost): Words {
  if (assumed) return ['each, ', { em: 'assumed' }, ': no complaint has time logged'];
  return `each, mean of ${count(n)} with time logged; ${untimed === 0 ? 'none is without' : `${count(untimed)} have none`}`;
}

function complaintLine(cost: Cost, shown: Shown): EquationLine {
  const { avoided, complaints } = cost;
  const fewer = avoided === null ? null : avoided.value >= 0;
  const weekly = avoided === null ? asShown(complaints ?? NaN) : Math.abs(shown.avoided!);
  const cost0 = weekly * shown.each;
  return {
    terms: [
      {
        value: label(weekly),
        note:
          avoided === null
            ? 'complaints a week now'
            : `${fewer ? 'fewer' : 'more'} complaints a week than at the old rate; interval ${label(avoided.low)} to ${label(avoided.high)}`,
      },
      { value: `${label(shown.each)}\u00a0h`, note: eachNote(cost) },
      { value: hours(cost0), note: avoided === null ? 'spent on complaints' : fewer ? 'not spent on complaints' : 'spent on them besides' },
    ],
    accent: false,
    squares: { shape: 'squares', hours: cost0, filled: avoided === null || !fewer },
    squaresText: `${number(cost0)} squares of one hour`,
  };
}

type Money = Settings['money'];

/** ", which is €1,840 at €65 an hour," where the settings say what an hour costs. */
function inMoney(worth: number, money: Money): string {
  return money === undefined ? '' : `, ${currency(worth * money.hour, money.currency)} at ${currency(money.hour, money.currency)} an hour,`;
}

/** What is left over, what an hour returns, and where courtesy breaks even. */
function net(cost: Cost, shown: Shown, money: Money): Words {
  const even = shown.spent / shown.each;
  const pays = even > 0 ? `, about one in ${plural(Math.max(1, Math.round(1 / even)), 'week')}` : '';
  const breakEven: Words = ['Courtesy pays for itself at ', { strong: `${number(even)} complaints` }, ` a week${even < 1 ? pays : ''}.`];
  if (shown.returned === null || cost.net === null) return ['No change in complaints can be told from chance, so no hours are claimed. ', ...breakEven];
  const left = shown.returned - shown.spent;
  const ends = `the interval is ${label(cost.net.low)} to ${label(cost.net.high)} h.`;
  if (left < 0) return ['That costs ', { strong: hours(-left) }, `${inMoney(-left, money)} a week; ${ends} `, ...breakEven];
  return [
    'That returns ',
    { strong: hours(left) },
    `${inMoney(left, money)} a week, ${number(Math.round(shown.returned / shown.spent))} hours for each hour spent; ${ends} `,
    ...breakEven,
  ];
}

function titleOf(shown: Shown): string {
  if (shown.returned === null) return `${hours(shown.spent)} of courtesy a week; its return cannot be told yet`;
  return shown.returned >= 0
    ? `${hours(shown.spent)} of courtesy a week stands against ${hours(shown.returned)} of complaints`
    : `${hours(shown.spent)} of courtesy a week, and complaints rose`;
}

/** Courtesy against complaints, with the firm's own figures as they are shown. */
export function equationBlock(cost: Cost, foot: string, money: Money = undefined): Block {
  const shown = shownOf(cost);
  const lines = [courtesyLine(cost, shown), complaintLine(cost, shown)];
  const { from, to, weeks, complaints } = cost.history.now!;
  const subtitle = `Hours a week, whole firm, ${span(from, to)}, n\u00a0=\u00a0${plural(weeks, 'week')}, ${plural(complaints, 'complaint')}`;
  const values: readonly (readonly [string, string, number | null])[] = [
    ['Contacts a week', label(shown.contacts), cost.courtesy!.contactsAWeek],
    ['Seconds for each', label(shown.seconds), cost.courtesy!.seconds],
    ['Courtesy hours a week', hours(shown.spent), cost.courtesy!.hoursAWeek],
    ['Complaints avoided a week', cost.avoided === null ? 'not claimed' : label(cost.avoided.value), cost.avoided?.value ?? null],
    ['Hours for each complaint', label(shown.each), cost.perComplaint.mean],
    ['Hours returned a week', cost.returned === null ? 'not claimed' : hours(cost.returned.value), cost.returned?.value ?? null],
    ['Net hours a week', cost.net === null ? 'not claimed' : hours(cost.net.value), cost.net?.value ?? null],
    ['Break-even, complaints a week', number(cost.breakEven ?? NaN), cost.breakEven],
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
        { name: 'Term', numeric: false },
        { name: 'A week', numeric: true },
      ],
      rows: values.map(([name, text, value]) => [
        { text: name, value: name },
        { text, value },
      ]),
    },
  };
}
