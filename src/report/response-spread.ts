import { say } from '../language/language.ts';
import { capital } from './ended-words.ts';
import { fromFirstValue, history, known, sourceOf, span, WEEKS_SHOWN, windowCell, type Material } from './material.ts';
import type { Section } from './model.ts';
import { columnsOf, countCell, dayCell, numberCell } from './plain-cells.ts';
import { processChart, processOf } from './process.ts';
import { trendTitle } from './trend.ts';
import { windowOf } from './window.ts';
import { count, FEW, label } from './words.ts';

/** Whether answers come as reliably as fast: the time of nine in ten as a multiple of the median, week by week. */
export function consistencySection(material: Material): readonly Section[] {
  const { starts, cells } = history(material, 'B4', 'week', WEEKS_SHOWN);
  const weeks = fromFirstValue({ starts, cells: cells.map((cell) => (cell.n >= FEW ? cell : { ...cell, value: NaN })) });
  if (weeks.starts.length === 0) return [];
  const process = processOf('count', weeks, []);
  const now = known(windowCell(material, 'B4'));
  const subtitle = say`Time to the first answer of 9 in 10 tickets as a multiple of the median, elapsed clock, whole firm, per week, ${span(weeks.starts[0]!, material.context.asOf)}, n\u00a0=\u00a0${count(process.total)}`;
  const chart = processChart(process, {
    id: 'first-response-spread-by-week',
    measure: 'B4',
    title: trendTitle(process, say`tickets`),
    subtitle,
    foot: sourceOf(material, ['tickets'], weeks.starts[0]),
    rows: say`tickets`,
  });
  const table = {
    caption: subtitle,
    columns: columnsOf([say`Week of`, say`9 in 10 ÷ median`, say`Tickets`]),
    rows: weeks.starts.map((start, at) => [dayCell(start), numberCell(process.values[at]!, label), countCell(weeks.cells[at]!.n)]),
  };
  const over13 =
    now === null ? '' : say` ${capital(windowOf(material, 'F1-elapsed').within)} 9 in 10 were answered within ${label(now.value)} times the median.`;
  const note = say`1 would be the same wait for everybody. Weeks with fewer than ${count(FEW)} tickets are gaps.${over13}`;
  return [{ id: 'consistency', head: say`How alike`, note, blocks: [{ kind: 'chart', chart: { ...chart, table } }] }];
}
