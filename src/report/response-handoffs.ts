import type { CellValue } from '../measures/measure.ts';
import { phrase, say, translated } from '../language/language.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { shareSpec } from './promises-figures.ts';
import { shareCells } from './shares-chart.ts';
import { columnsOf, textCell } from './plain-cells.ts';
import { windowSpan } from './window.ts';
import { count, hitsAmong, plural } from './words.ts';

const TIMES = [
  ['B2-0', phrase`Never passed on`],
  ['B2-1', phrase`Passed on once`],
  ['B2-2', phrase`Passed on twice`],
  ['B2-3', phrase`Three times or more`],
] as const;

const mean = (): FigureSpec => ({
  measure: 'B2',
  kind: 'mean',
  name: say`Handoffs for each ticket`,
  href: null,
  note: (cell, over) => say`mean of ${plural(cell.n, 'ticket closed', 'tickets closed')}, ${over}`,
  target: null,
  leastRows: 10,
  emptyNote: (within) => say`no ticket closed ${within}`,
});

function handoffsChart(material: Material): Chart | null {
  const rows = TIMES.flatMap(([measure, label]) => {
    const cell = known(windowCell(material, measure));
    return cell === null ? [] : [{ label: translated(label), cell }];
  });
  const many: CellValue | undefined = rows.at(-1)?.cell;
  if (many === undefined || rows.length < TIMES.length) return null;
  const subtitle = say`Closed tickets by changes of owner or team, whole firm, ${windowSpan(material, 'B2')}, tickets, n\u00a0=\u00a0${count(many.n)}`;
  return {
    id: 'handoffs',
    title: say`${hitsAmong(many.hits, plural(many.n, 'ticket'))} went from hand to hand three times or more`,
    subtitle,
    summary: say`${rows.map(({ label, cell }) => `${label} ${count(cell.hits)}`).join(', ')}, of ${plural(many.n, 'ticket')}.`,
    foot: sourceOf(material, ['tickets']),
    drawing: {
      shape: 'bars',
      full: many.n,
      rows: rows.map(({ label, cell }, at) => ({
        label,
        value: cell.hits,
        text: count(cell.hits),
        note: at === 0 ? say`of ${plural(cell.n, 'ticket')}` : '',
        singled: at === rows.length - 1,
      })),
    },
    table: {
      caption: subtitle,
      columns: columnsOf([say`Handoffs`, say`Tickets`, say`Closed`, say`Interval from`, say`Interval to`, say`Share`]),
      rows: rows.map(({ label, cell }) => [textCell(label), ...shareCells(cell)]),
    },
  };
}

/** How often a client is passed on, and whether whoever answers first sees it through. */
export function handoffsSection(material: Material): readonly Section[] {
  const chart = handoffsChart(material);
  const figures = [mean(), shareSpec(material, 'B2-owner', say`One owner from first answer to close`, [say`ticket closed`, say`tickets closed`], false)]
    .filter(({ measure }) => material.figures.grid(measure, 'window') !== null)
    .map((spec) => figureOf(material, spec));
  const blocks: readonly Block[] = [
    ...(figures.length === 0 ? [] : [{ kind: 'figures' as const, figures }]),
    ...(chart === null ? [] : [{ kind: 'chart' as const, chart }]),
  ];
  if (blocks.length === 0) return [];
  return [{ id: 'handoffs', head: say`Handoffs`, note: say`Never “not my problem”. A handoff is a change of owner or team.`, blocks }];
}
