import type { CellValue } from '../measures/measure.ts';
import { missesBlocks } from './complaint-misses.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { BarsDrawing, Chart, Section } from './model.ts';
import { complaintsAnswered, nineInTen } from './figures.ts';
import { count, FEW, hitsOf, inWords, percent, plural } from './words.ts';

const STEPS = [
  ['D5', 'Answered', 'Answering the complaint'],
  ['D6', 'Thanked', 'Thanking the client'],
  ['D7', 'Heard out', 'Hearing the client out'],
  ['D8', 'Repeated back', 'Repeating the complaint back'],
  ['D9', 'Apologised', 'Apologising'],
  ['D10', 'Committed to a day', 'Committing to a day'],
  ['D11', 'Acted', 'Acting on it'],
  ['D12', 'Confirmed with them', 'Confirming with the client'],
] as const;

interface Step {
  readonly id: string;
  readonly label: string;
  readonly doing: string;
  readonly cell: CellValue | null;
}

function stepsOf(material: Material): readonly Step[] {
  return STEPS.map(([id, label, doing]) => ({ id, label, doing, cell: known(windowCell(material, id)) }));
}

function drawing(steps: readonly Step[], full: number, most: Step): BarsDrawing {
  return {
    shape: 'bars',
    full,
    rows: steps.map((step, at) => {
      const hits = step.cell?.hits ?? 0;
      const singled = step === most && hits < full;
      return {
        label: step.label,
        value: hits,
        text: step.cell === null ? 'not recorded' : count(hits),
        note: singled
          ? `not done in order ${count(full - hits)} times, the most of any step`
          : at === 0 && step.cell !== null
            ? `of ${plural(full, 'complaint')}`
            : '',
        singled,
      };
    }),
  };
}

const everyTime = (kept: number, all: number): string =>
  kept === all
    ? `All ${inWords(all, false)} steps were taken every time`
    : `${plural(kept, 'step')} of ${count(all)} ${kept === 1 ? 'is' : 'are'} recorded, and taken every time`;

function funnel(material: Material): Chart | null {
  const steps = stepsOf(material);
  const first = steps.find((step) => step.cell !== null);
  if (first === undefined) return null;
  const full = first.cell!.n;
  const kept = steps.filter((step) => step.cell !== null);
  const most = kept.reduce((a, b) => (b.cell!.hits < a.cell!.hits ? b : a));
  const done = (step: Step) => (step.cell === null ? `${step.label} not recorded` : `${step.label} ${count(step.cell.hits)}`);
  const subtitle = `Closed complaints in which the step was done, whole firm, ${windowSpan(material)}, n\u00a0=\u00a0${count(full)} closed`;
  return {
    id: 'recovery-steps',
    title: most.cell!.hits === full ? everyTime(kept.length, steps.length) : `${most.doing} is the step we skip most`,
    subtitle,
    summary: `Steps done: ${steps.map(done).join(', ')}, of ${count(full)}.`,
    foot: `${sourceOf(material, ['complaints'])} · complaints still open are left out`,
    drawing: drawing(steps, full, most),
    table: {
      caption: subtitle,
      columns: ['Step', 'Done', 'Closed', 'Share'].map((name, at) => ({ name, numeric: at > 0 })),
      rows: steps.map((step) => [
        { text: step.label, value: step.label },
        { text: step.cell === null ? '–' : count(step.cell.hits), value: step.cell?.hits ?? null },
        { text: step.cell === null ? '–' : count(step.cell.n), value: step.cell?.n ?? null },
        {
          text: step.cell === null ? '–' : step.cell.n < FEW ? hitsOf(step.cell.hits, step.cell.n) : `${percent(step.cell.value, step.cell.n)}\u00a0%`,
          value: step.cell?.value ?? null,
        },
      ]),
    },
  };
}

function specs(material: Material): readonly FigureSpec[] {
  const share = (measure: string, name: string, noun: string): FigureSpec => ({
    measure,
    kind: 'share',
    name,
    href: null,
    note: (cell) => `${hitsOf(cell.hits, cell.n)} ${noun}, 13 weeks`,
    target: null,
    emptyNote: `no complaint to count in 13 weeks`,
  });
  const time = (measure: string, name: string): FigureSpec => ({
    measure,
    kind: 'duration',
    name,
    href: null,
    note: (cell) => `median of ${plural(cell.n, 'complaint')}, 13 weeks${nineInTen(cell)}`,
    target: measure === 'D3-median' ? { side: 'at most', value: 86_400_000 } : null,
    emptyNote: 'no complaint to count in 13 weeks',
  });
  return [complaintsAnswered(material), time('D3-median', 'First answer to a complaint'), share('D4', 'Escalated before our answer', 'complaints')].filter(
    ({ measure }) => material.figures.grid(measure, 'window') !== null,
  );
}

/** How complaints are answered and recovered: the clock of 24 hours, then the eight steps. */
export function recoverySections(material: Material): readonly Section[] {
  const figures = specs(material).map((spec) => figureOf(material, spec));
  const chart = funnel(material);
  return [
    ...(figures.length === 0
      ? []
      : [
          {
            id: 'answers',
            head: 'The clock',
            note: 'How soon a complaint is answered. The clock runs through nights and weekends, as it does for the client.',
            blocks: [{ kind: 'figures' as const, figures }, ...missesBlocks(material)],
          },
        ]),
    ...(chart === null
      ? []
      : [
          {
            id: 'recovery',
            head: 'The recovery',
            note: 'Eight steps, in order. A step may be skipped; the skip is counted.',
            blocks: [{ kind: 'chart' as const, chart }],
          },
        ]),
  ];
}
