import type { CellValue } from '../measures/measure.ts';
import { phrase, say, translated } from '../language/language.ts';
import { missesBlocks } from './complaint-misses.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { BarsDrawing, Chart, Section } from './model.ts';
import { complaintsAnswered, nineInTen } from './figures.ts';
import { windowSpan } from './window.ts';
import { count, FEW, hitsAmong, hitsOf, inWords, percent, plural } from './words.ts';

const DAY = 86_400_000;

const STEPS = [
  ['D5', phrase`Answered`, phrase`Answering the complaint`],
  ['D6', phrase`Thanked`, phrase`Thanking the client`],
  ['D7', phrase`Heard out`, phrase`Hearing the client out`],
  ['D8', phrase`Repeated back`, phrase`Repeating the complaint back`],
  ['D9', phrase`Apologised`, phrase`Apologising`],
  ['D10', phrase`Committed`, phrase`Making a commitment`],
  ['D11', phrase`Acted`, phrase`Acting on it`],
  ['D12', phrase`Confirmed with them`, phrase`Confirming with the client`],
] as const;

interface Step {
  readonly id: string;
  readonly label: string;
  readonly doing: string;
  readonly cell: CellValue | null;
}

function stepsOf(material: Material): readonly Step[] {
  return STEPS.map(([id, label, doing]) => ({ id, label: translated(label), doing: translated(doing), cell: known(windowCell(material, id)) }));
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
        text: step.cell === null ? say`not recorded` : count(hits),
        note: singled
          ? say`not done in order ${count(full - hits)} times, the most of any step`
          : at === 0 && step.cell !== null
            ? say`of ${plural(full, 'complaint')}`
            : '',
        singled,
      };
    }),
  };
}

function everyTime(kept: number, all: number): string {
  if (kept === all) return say`All ${inWords(all, false)} steps were taken every time`;
  return kept === 1
    ? say`1 step of ${count(all)} is recorded, and taken every time`
    : say`${count(kept)} steps of ${count(all)} are recorded, and taken every time`;
}

function funnel(material: Material): Chart | null {
  const steps = stepsOf(material);
  const first = steps.find((step) => step.cell !== null);
  if (first === undefined) return null;
  const full = first.cell!.n;
  const kept = steps.filter((step) => step.cell !== null);
  const most = kept.reduce((a, b) => (b.cell!.hits < a.cell!.hits ? b : a));
  const done = (step: Step) => (step.cell === null ? say`${step.label} not recorded` : `${step.label} ${count(step.cell.hits)}`);
  const subtitle = say`Closed complaints in which the step was done, whole firm, ${windowSpan(material, 'D3')}, n\u00a0=\u00a0${count(full)} closed`;
  return {
    id: 'recovery-steps',
    title: most.cell!.hits === full ? everyTime(kept.length, steps.length) : say`${most.doing} is the step we skip most`,
    subtitle,
    summary: say`Steps done: ${steps.map(done).join(', ')}, of ${count(full)}.`,
    foot: `${sourceOf(material, ['complaints'])} · ${say`complaints still open are left out`}`,
    drawing: drawing(steps, full, most),
    table: {
      caption: subtitle,
      columns: [say`Step`, say`Done`, say`Closed`, say`Share`].map((name, at) => ({ name, numeric: at > 0 })),
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
  const each = { href: null, emptyNote: (within: string) => say`no complaint to count ${within}` } as const;
  const answer: FigureSpec = {
    ...each,
    measure: 'D3-median',
    kind: 'duration',
    name: say`First answer to a complaint`,
    note: (cell, over) => `${say`median of ${plural(cell.n, 'complaint')}, ${over}`}${nineInTen(cell)}`,
    target: { side: 'at most', value: DAY },
  };
  const escalated: FigureSpec = {
    ...each,
    measure: 'D4',
    kind: 'share',
    name: say`Escalated before our answer`,
    note: (cell, over) => say`${hitsAmong(cell.hits, plural(cell.n, 'complaint'))}, ${over}`,
    target: null,
  };
  return [complaintsAnswered(material), answer, escalated].filter(({ measure }) => material.figures.grid(measure, 'window') !== null);
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
            head: say`The clock`,
            note: say`How soon a complaint is answered. The clock runs through nights and weekends, as it does for the client.`,
            blocks: [{ kind: 'figures' as const, figures }, ...missesBlocks(material)],
          },
        ]),
    ...(chart === null
      ? []
      : [
          {
            id: 'recovery',
            head: say`The recovery`,
            note: say`Eight steps, in order. A step may be skipped; the skip is counted.`,
            blocks: [{ kind: 'chart' as const, chart }],
          },
        ]),
  ];
}
