import { say } from '../language/language.ts';
import { newcombe } from '../measures/statistics.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Chart, GridCell, Section } from './model.ts';
import { columnsOf, countCell, textCell } from './plain-cells.ts';
import { windowSpan } from './window.ts';
import { count, FEW, hitsOf, NONE, percent, plural } from './words.ts';

/** Answers about tickets solved in time or late, by how they were rated. */
interface Row {
  readonly label: string;
  readonly good: number;
  readonly bad: number;
}

function rowsOf(material: Material): readonly [met: Row, missed: Row] | null {
  const value = (id: string) => known(windowCell(material, `C10-${id}`))?.value ?? null;
  const [metGood, metBad, missedGood, missedBad] = ['met-good', 'met-bad', 'missed-good', 'missed-bad'].map(value);
  if (metGood == null || metBad == null || missedGood == null || missedBad == null) return null;
  return [
    { label: say`Solved in time`, good: metGood, bad: metBad },
    { label: say`Solved late`, good: missedGood, bad: missedBad },
  ];
}

const all = ({ good, bad }: Row) => good + bad;
const shareOf = (value: number, n: number) => (n < FEW ? hitsOf(value, n) : say`${percent(value / n, n)}\u00a0% of ${count(n)}`);

function titleOf([met, missed]: readonly [Row, Row]): string {
  const difference = all(met) < FEW || all(missed) < FEW ? null : newcombe(missed.bad, all(missed), met.bad, all(met));
  const happy = say`${hitsOf(met.bad, all(met))} rated badly though solved in time`;
  if (difference === null) return all(met) === 0 ? say`${plural(all(missed), 'answer')}, none about work in time` : say`${happy}; too few to compare`;
  if (difference.low > 0) return say`Late work is rated badly more often; ${hitsOf(met.bad, all(met))} in time were too`;
  if (difference.high < 0) return say`Late work is rated badly less often than the ${hitsOf(met.bad, all(met))} in time`;
  return say`${happy}; late work cannot be told apart`;
}

function levelOf(value: number, total: number): GridCell['level'] {
  if (value === 0) return 1;
  return value * 2 >= total ? 4 : value * 4 >= total ? 3 : value * 10 >= total ? 2 : 1;
}

function metChart(material: Material, rows: readonly [Row, Row]): Chart {
  const [met] = rows;
  const total = rows.reduce((sum, row) => sum + all(row), 0);
  const subtitle = say`Answers by whether the ticket was solved within target and how it was rated, whole firm, ${windowSpan(material, 'S1')}, answers, n\u00a0=\u00a0${count(total)}`;
  const cell = (row: Row, value: number, singled: boolean): GridCell => {
    const lines = [count(value), all(row) === 0 ? NONE : shareOf(value, all(row))];
    return { level: levelOf(value, total), lines, short: lines, singled };
  };
  return {
    id: 'met-and-liked',
    title: titleOf(rows),
    subtitle,
    summary: `${rows.map((row) => say`${row.label}: ${count(row.good)} rated well, ${count(row.bad)} badly`).join('; ')}.`,
    foot: say`${sourceOf(material, ['surveys', 'tickets'])} · neutral answers are left out`,
    drawing: {
      shape: 'grid',
      columns: [say`Rated well`, say`Rated badly`].map((head) => ({ head, short: head })),
      rows: rows.map((row) => ({ label: row.label, cells: [cell(row, row.good, false), cell(row, row.bad, row === met)] })),
    },
    table: {
      caption: subtitle,
      columns: columnsOf([say`Ticket`, say`Rated well`, say`Rated badly`, say`Answers`]),
      rows: rows.map((row) => [textCell(row.label), countCell(row.good), countCell(row.bad), countCell(all(row))]),
    },
  };
}

/** Whether work in time is liked and late work is not, in four counts. */
export function metSection(material: Material): readonly Section[] {
  const rows = rowsOf(material);
  if (rows === null || rows.every((row) => all(row) === 0)) return [];
  const note = say`In time and still unhappy is what no target shows. Only answers that took a side, about tickets with a target.`;
  return [{ id: 'met', head: say`In time, and liked?`, note, blocks: [{ kind: 'chart', chart: metChart(material, rows) }] }];
}
