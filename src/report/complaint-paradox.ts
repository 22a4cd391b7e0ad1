import { phrase, say, translated } from '../language/language.ts';
import { recoveryParadox, type Paradox } from '../measures/recovery-paradox.ts';
import { sourceOf, span, type Material } from './material.ts';
import type { Block, Chart, Scale, Section } from './model.ts';
import { columnsOf, countCell, numberCell, textCell } from './plain-cells.ts';
import { count, plural, rate } from './words.ts';

const FEWEST = 20;
const YEAR = 364;
const STEPS = [5, 10, 20, 40, 100];

const points = (share: number) => share * 100;

function signed(value: number): string {
  const text = rate(Math.abs(value));
  return /[1-9]/.test(text) ? `${value < 0 ? '−' : '+'}${text}` : text;
}

function scaleOf(values: readonly number[]): Scale {
  const most = Math.max(...values.map(Math.abs));
  const end = STEPS.find((step) => most <= step) ?? 100;
  return {
    low: -end,
    high: end,
    ticks: [-end, -end / 2, 0, end / 2, end].map((value) => ({ value, text: value === 0 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value)}` })),
  };
}

function titleOf(low: number, high: number): string {
  if (low > 0) return say`Those who answered twice rate us higher after their complaint than before`;
  if (high < 0) return say`Those who answered twice rate us lower after their complaint than before`;
  return say`Ratings after a complaint cannot be told apart from those before`;
}

function paradoxChart(material: Material, { pairs, difference, low, high }: Paradox): Chart {
  const { asOf } = material.context;
  const [value, from, to] = [difference!, low ?? difference!, high ?? difference!].map(points) as [number, number, number];
  const subtitle = say`Rating of the handling less ratings in the 180 days before, clients with both, ${span(asOf - YEAR + 1, asOf)}, points of 100, n\u00a0=\u00a0${count(pairs)}`;
  return {
    id: 'recovery-comparison',
    title: titleOf(from, to),
    subtitle,
    summary: say`Mean difference ${signed(value)} points of 100, interval ${signed(from)} to ${signed(to)}, ${plural(pairs, 'client')}.`,
    foot: sourceOf(material, ['complaints', 'surveys'], asOf - YEAR + 1),
    drawing: {
      shape: 'intervals',
      scale: scaleOf([value, from, to]),
      band: null,
      rows: [{ label: say`After less before`, value, low: from, high: to, text: `${signed(value)}, ${plural(pairs, 'client')}`, singled: false }],
    },
    table: {
      caption: subtitle,
      columns: columnsOf([say`What`, say`Clients`, say`Interval from`, say`Interval to`, say`Difference`]),
      rows: [[textCell(say`After less before`), countCell(pairs), numberCell(from, signed), numberCell(to, signed), numberCell(value, signed)]],
    },
  };
}

const WHO = phrase`Only clients who answer both are in it: those who left or fell silent are not. Low ratings also drift up by themselves.`;
const EVIDENCE = phrase`What studies found elsewhere: it shows in satisfaction and not in buying again (de Matos, Henrique and Rossi 2007). It is rare and small (Michel and Meuter 2008).`;

/** How many clients rated us on both sides of a complaint, where they are too few to say more. */
function tooFew(pairs: number): string {
  const have = pairs === 0 ? say`No client has ratings from before and after a complaint.` : bothRated(pairs);
  return `${have} ${say`Under ${FEWEST} nothing is said. Ask after every complaint how it was handled.`}`;
}

const bothRated = (pairs: number): string =>
  pairs === 1 ? say`1 client has ratings from before and after a complaint.` : say`${count(pairs)} clients have ratings from before and after a complaint.`;

/** Whether a complaint well handled leaves clients happier than before; nothing is said under 20 clients with both. */
export function paradoxSection(material: Material): readonly Section[] {
  const found = recoveryParadox(material.context);
  if (found === null) return [];
  const shown: Block = found.difference === null ? { kind: 'prose', words: tooFew(found.pairs) } : { kind: 'chart', chart: paradoxChart(material, found) };
  const note = say`Is a client whose complaint was handled happier than before? Counted client by client, over 52 weeks.`;
  return [
    {
      id: 'comparison',
      head: say`After the recovery`,
      note,
      blocks: [shown, ...[WHO, EVIDENCE].map((words): Block => ({ kind: 'note', words: translated(words) }))],
    },
  ];
}
