import { statusOfCell } from '../measures/status.ts';
import { aimBand, aimOf, aimWords } from './aim.ts';
import { priorityCharts } from './by-priority.ts';
import { known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import type { ShareRow } from './shares.ts';
import { count, hitsOf } from './words.ts';

const NAMES = [
  ['F3', 'Answered within a day'],
  ['F4', 'Answered within target'],
  ['F5', 'Solved within target'],
] as const;

function withinRows(material: Material): readonly ShareRow[] {
  return NAMES.flatMap(([measure, label]) => {
    const cell = known(windowCell(material, measure));
    return cell === null ? [] : [{ label, cell }];
  });
}

function withinChart(material: Material, rows: readonly ShareRow[]): Chart {
  const statusOf = ({ cell }: ShareRow) => statusOfCell('share', cell, aimOf(material));
  const shown = rows.find(({ label }) => label === NAMES[1][1]) ?? rows[0]!;
  const verb = shown.label.charAt(0).toLowerCase() + shown.label.slice(1);
  const subtitle = `Tickets within a time of all that were answered or solved, whole firm, ${windowSpan(material)}, %, n\u00a0=\u00a0${rows.map(({ cell }) => count(cell.n)).join(', ')}`;
  return sharesChart(rows, {
    id: 'within-target',
    title: `${hitsOf(shown.cell.hits, shown.cell.n)} tickets ${verb}, ${aimWords(material, statusOf(shown))}`,
    subtitle,
    foot: sourceOf(material, ['tickets']),
    table: sharesTable(subtitle, ['Time', 'Within it', 'Tickets'], rows, statusOf),
    noun: ['time', 'times'],
    band: aimBand(material),
    singled: [],
  });
}

/** How many tickets came within the times agreed, all together and by priority. */
export function withinSection(material: Material): readonly Section[] {
  const rows = withinRows(material);
  if (rows.length === 0) return [];
  const untargeted = !rows.some(({ label }) => label !== NAMES[0][1]);
  const charts = [withinChart(material, rows), ...priorityCharts(material)];
  const blocks: readonly Block[] = charts.map((chart) => ({ kind: 'chart', chart }));
  const note = untargeted
    ? 'No target is set. Give one under targets in settings.yaml.'
    : 'On the elapsed clock. A due time in the export goes before the settings’ time for the priority.';
  return [{ id: 'within', head: 'Within target', note, blocks }];
}
