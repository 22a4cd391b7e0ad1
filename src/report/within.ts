import { statusOfCell } from '../measures/status.ts';
import { phrase, say, translated } from '../language/language.ts';
import { aimBand, aimOf, aimWords } from './aim.ts';
import { priorityCharts } from './by-priority.ts';
import { known, sourceOf, windowCell, windowSpan, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import type { ShareRow } from './shares.ts';
import { count, hitsOf } from './words.ts';

interface Within {
  readonly measure: 'F3' | 'F4' | 'F5';
  readonly name: string;
  /** The finding about so many tickets, and what it says of the aim. */
  readonly finding: (hits: string, aim: string) => string;
}

const WITHIN: readonly Within[] = [
  { measure: 'F3', name: phrase`Answered within a day`, finding: (hits, aim) => say`${hits} tickets answered within a day, ${aim}` },
  { measure: 'F4', name: phrase`Answered within target`, finding: (hits, aim) => say`${hits} tickets answered within target, ${aim}` },
  { measure: 'F5', name: phrase`Solved within target`, finding: (hits, aim) => say`${hits} tickets solved within target, ${aim}` },
];

interface WithinRow extends ShareRow, Within {}

function withinRows(material: Material): readonly WithinRow[] {
  return WITHIN.flatMap((one) => {
    const cell = known(windowCell(material, one.measure));
    return cell === null ? [] : [{ ...one, label: translated(one.name), cell }];
  });
}

function withinChart(material: Material, rows: readonly WithinRow[]): Chart {
  const statusOf = ({ cell }: ShareRow) => statusOfCell('share', cell, aimOf(material));
  const shown = rows.find(({ measure }) => measure === 'F4') ?? rows[0]!;
  const subtitle = say`Tickets within a time of all that were answered or solved, whole firm, ${windowSpan(material)}, %, n\u00a0=\u00a0${rows.map(({ cell }) => count(cell.n)).join(', ')}`;
  return sharesChart(rows, {
    id: 'within-target',
    title: shown.finding(hitsOf(shown.cell.hits, shown.cell.n), aimWords(material, statusOf(shown))),
    subtitle,
    foot: sourceOf(material, ['tickets']),
    table: sharesTable(subtitle, [say`Time`, say`Within it`, say`Tickets`], rows, statusOf),
    noun: [say`time`, say`times`],
    band: aimBand(material),
    singled: [],
  });
}

/** How many tickets came within the times agreed, all together and by priority. */
export function withinSection(material: Material): readonly Section[] {
  const rows = withinRows(material);
  if (rows.length === 0) return [];
  const untargeted = rows.every(({ measure }) => measure === 'F3');
  const charts = [withinChart(material, rows), ...priorityCharts(material)];
  const blocks: readonly Block[] = charts.map((chart) => ({ kind: 'chart', chart }));
  const note = untargeted
    ? say`No target is set. Give one under targets in settings.yaml.`
    : say`On the elapsed clock. A due time in the export goes before the settings’ time for the priority.`;
  return [{ id: 'within', head: say`Within target`, note, blocks }];
}
