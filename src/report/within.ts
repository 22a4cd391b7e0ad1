import { numbers } from '../facts/table.ts';
import { statusOfCell } from '../measures/status.ts';
import { phrase, say, translated } from '../language/language.ts';
import { aimBand, aimOf, aimWords } from './aim.ts';
import { priorityCharts } from './by-priority.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Block, Chart, Section } from './model.ts';
import { sharesChart, sharesTable } from './shares-chart.ts';
import type { ShareRow } from './shares.ts';
import { windowOf, windowSpan } from './window.ts';
import { count, hitsAmong, plural } from './words.ts';

interface Within {
  readonly measure: 'F3' | 'F4' | 'F5';
  readonly name: string;
  /** The finding about so many tickets, and what it says of the aim. */
  readonly finding: (hits: string, aim: string) => string;
}

const WITHIN: readonly Within[] = [
  { measure: 'F3', name: phrase`Answered within a day`, finding: (hits, aim) => say`${hits} answered within a day, ${aim}` },
  { measure: 'F4', name: phrase`Answered within target`, finding: (hits, aim) => say`${hits} answered within target, ${aim}` },
  { measure: 'F5', name: phrase`Solved within target`, finding: (hits, aim) => say`${hits} solved within target, ${aim}` },
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
  const subtitle = say`Tickets within a time of all that were answered or solved, whole firm, ${windowSpan(material, 'F3')}, %, n\u00a0=\u00a0${rows.map(({ cell }) => count(cell.n)).join(', ')}`;
  return sharesChart(rows, {
    id: 'within-target',
    title: shown.finding(hitsAmong(shown.cell.hits, plural(shown.cell.n, 'ticket')), aimWords(material, statusOf(shown))),
    subtitle,
    foot: sourceOf(material, ['tickets']),
    table: sharesTable(subtitle, [say`Time`, say`Within it`, say`Tickets`], rows, statusOf),
    noun: [say`time`, say`times`],
    band: aimBand(material),
    singled: [],
  });
}

/** Why no ticket of the window is held against a time agreed: none is given, or none of these tickets has one. */
function untargeted(material: Material): string {
  const { context, facts } = material;
  const { first_response: first, resolution } = context.settings.targets;
  const isSet = [first, resolution].some((times) => times.default !== undefined || Object.keys(times.by_priority).length > 0);
  const isGiven = facts.tables.tickets !== undefined && ['first_response_due_at', 'due_at'].some((field) => numbers(facts.tables.tickets!, field) !== null);
  return isSet || isGiven
    ? say`No ticket answered or solved ${windowOf(material, 'F4').within} has a target time.`
    : say`No target times are set for tickets. Give them under targets in settings.yaml.`;
}

/** How many tickets came within the times agreed, all together and by priority. */
export function withinSection(material: Material): readonly Section[] {
  const rows = withinRows(material);
  if (rows.length === 0) return [];
  const charts = [withinChart(material, rows), ...priorityCharts(material)];
  const blocks: readonly Block[] = charts.map((chart) => ({ kind: 'chart', chart }));
  const note = rows.every(({ measure }) => measure === 'F3')
    ? untargeted(material)
    : say`On the elapsed clock. A due time in the export goes before the settings’ time for the priority.`;
  return [{ id: 'within', head: say`Within target`, note, blocks }];
}
