import { say } from '../language/language.ts';
import { figureOf, type FigureSpec } from './ledger.ts';
import { history, known, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { monthlyChart, months } from './months.ts';
import { countScale } from './scales.ts';
import { windowOf } from './window.ts';
import { count, plural } from './words.ts';

function sideBySide(material: Material): Chart | null {
  const formal = months(material, 'A11-count');
  if (formal.starts.length === 0) return null;
  const negative = history(material, 'D1-negative', 'month', formal.starts.length);
  const lines = [
    { name: say`negative answers`, short: say`negative`, values: negative.cells },
    { name: say`formal complaints`, short: say`complaints`, values: formal.cells },
  ].map((line) => ({ ...line, values: line.values.map(({ value }) => (Number.isNaN(value) ? null : value)) }));
  const [now, complaints] = [known(windowCell(material, 'D1-negative')), known(windowCell(material, 'A11-count'))];
  const counted = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  return monthlyChart(material, {
    id: 'negative-and-formal',
    title:
      now === null || complaints === null
        ? say`The last 13 weeks are not known for both`
        : say`${plural(now.value, 'negative answer')} beside ${plural(complaints.value, 'formal complaint')} ${windowOf(material, 'D1-silent').within}`,
    what: say`Negative survey answers and formal complaints, counted apart`,
    n: counted.reduce((sum, value) => sum + value, 0),
    starts: formal.starts,
    lines,
    tables: ['complaints', 'surveys'],
    scale: countScale(counted),
    say: count,
    more: [],
  });
}

const specOf = (): FigureSpec => ({
  measure: 'D1-silent',
  kind: 'derived',
  name: say`Negative answers for each complaint`,
  href: null,
  note: (cell, over) => say`${plural(cell.hits, 'negative answer')} and ${plural(cell.n, 'formal complaint')}, ${over}`,
  target: null,
  unit: say`to 1`,
  leastRows: 1,
  emptyNote: (within) => say`no formal complaint to set them against ${within}`,
});

/** How much dissatisfaction stands in surveys beside what becomes a complaint. */
export function silenceSection(material: Material): readonly Section[] {
  if (material.figures.grid('D1-negative', 'window') === null) return [];
  const chart = sideBySide(material);
  const blocks: readonly Block[] = [
    { kind: 'figures', figures: [figureOf(material, specOf())] },
    ...(chart === null ? [] : [{ kind: 'chart' as const, chart }]),
  ];
  const note = say`A bad rating is no complaint, and nothing links one to the other. Many of them with few complaints ask for a way to complain.`;
  return [{ id: 'unsaid', head: say`What is not said`, note, blocks }];
}
