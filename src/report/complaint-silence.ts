import { figureOf, type FigureSpec } from './ledger.ts';
import { history, known, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { monthlyChart, months } from './months.ts';
import { countScale } from './scales.ts';
import { count, plural } from './words.ts';

const WITHIN = '13 weeks';

function sideBySide(material: Material): Chart | null {
  const formal = months(material, 'A11-count');
  if (formal.starts.length === 0) return null;
  const negative = history(material, 'D1-negative', 'month', formal.starts.length);
  const lines = [
    { name: 'negative answers', short: 'negative', values: negative.cells },
    { name: 'formal complaints', short: 'complaints', values: formal.cells },
  ].map((line) => ({ ...line, values: line.values.map(({ value }) => (Number.isNaN(value) ? null : value)) }));
  const [now, complaints] = [known(windowCell(material, 'D1-negative')), known(windowCell(material, 'A11-count'))];
  const counted = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  return monthlyChart(material, {
    id: 'negative-and-formal',
    title:
      now === null || complaints === null
        ? `The last ${WITHIN} are not known for both`
        : `${plural(now.value, 'negative answer')} beside ${plural(complaints.value, 'formal complaint')} in ${WITHIN}`,
    what: 'Negative survey answers and formal complaints, counted apart',
    n: counted.reduce((sum, value) => sum + value, 0),
    starts: formal.starts,
    lines,
    tables: ['complaints', 'surveys'],
    scale: countScale(counted),
    say: count,
    more: [],
  });
}

const spec: FigureSpec = {
  measure: 'D1-silent',
  kind: 'derived',
  name: 'Negative answers for each complaint',
  href: null,
  note: (cell) => `${plural(cell.hits, 'negative answer')} and ${plural(cell.n, 'formal complaint')}, ${WITHIN}`,
  target: null,
  unit: 'to 1',
  leastRows: 1,
  emptyNote: `no formal complaint to set them against in ${WITHIN}`,
};

/** How much dissatisfaction stands in surveys beside what becomes a complaint. */
export function silenceSection(material: Material): readonly Section[] {
  if (material.figures.grid('D1-negative', 'window') === null) return [];
  const chart = sideBySide(material);
  const blocks: readonly Block[] = [{ kind: 'figures', figures: [figureOf(material, spec)] }, ...(chart === null ? [] : [{ kind: 'chart' as const, chart }])];
  const note = 'A bad rating is no complaint, and nothing links one to the other. Many of them with few complaints ask for a way to complain.';
  return [{ id: 'unsaid', head: 'What is not said', note, blocks }];
}
