import type { TableName } from '../facts/table.ts';
import { newcombe } from '../measures/statistics.ts';
import { dayText, periodEnd } from '../time/weeks.ts';
import { say } from '../language/language.ts';
import { aimBand } from './aim.ts';
import { fromFirstValue, history, sourceOf, span, type History, type Material } from './material.ts';
import type { Chart } from './model.ts';
import { processChart, processOf } from './process.ts';
import { shareScale } from './scales.ts';
import { sharesTable } from './shares-chart.ts';
import { shareText } from './shares.ts';
import { trendTitle } from './trend.ts';
import { count, FEW, monthName } from './words.ts';

/** A share over time, and how a page speaks of it: words said already. */
export interface ShareTrend {
  readonly measure: string;
  readonly id: string;
  readonly tables: readonly TableName[];
  /** What is counted, in the plural, as it is said within a sentence. */
  readonly rows: string;
  /** What the share is of: "promises kept in time of those due". */
  readonly what: string;
  /** Head of the table's column of hits. */
  readonly hits: string;
  /** Name of the line: the same as within a sentence; else the head with a small first letter. */
  readonly line?: string;
  /** "More promises were kept in time", "Fewer …". */
  readonly more: string;
  readonly fewer: string;
}

const MOST_WEEKS = 105;
const MOST_MONTHS = 24;
/** Weeks that decide whether weeks or months are shown. */
const RECENT_WEEKS = 26;
const SOME_MONTHS = 3;

const nOf = ({ cells }: History) => cells.reduce((sum, cell) => sum + cell.n, 0);

/** Whether at least half of the newest weeks have enough rows for a share. */
function weeksSuffice({ cells }: History): boolean {
  const newest = cells.slice(-RECENT_WEEKS);
  return newest.length > 0 && newest.filter(({ n }) => n >= FEW).length * 2 >= newest.length;
}

function weekly(material: Material, trend: ShareTrend, weeks: History): Chart {
  const process = processOf('share', weeks, []);
  return processChart(process, {
    id: `${trend.id}-by-week`,
    measure: trend.measure,
    title: trendTitle(process, trend.rows),
    subtitle: say`${trend.what}, whole firm, per week, ${span(weeks.starts[0]!, material.context.asOf)}, %, n\u00a0=\u00a0${count(process.total)}`,
    foot: sourceOf(material, trend.tables, weeks.starts[0]),
    band: aimBand(material),
    rows: trend.rows,
  });
}

interface Sum {
  readonly hits: number;
  readonly n: number;
}

function sumOf(cells: History['cells']): Sum {
  return cells.reduce((sum, { hits, n }) => ({ hits: sum.hits + (n > 0 ? hits : 0), n: sum.n + n }), { hits: 0, n: 0 });
}

/** Whether the last three complete months can be told apart from the three before. */
function monthsTitle({ more, fewer, rows }: ShareTrend, { starts, cells }: History, asOf: number): string {
  if (cells.every(({ n }) => n < FEW)) return say`No month has ${count(FEW)} ${rows} yet`;
  const complete = cells.filter((_, at) => periodEnd('month', starts[at]!) <= asOf);
  const [before, last] = [sumOf(complete.slice(-2 * SOME_MONTHS, -SOME_MONTHS)), sumOf(complete.slice(-SOME_MONTHS))];
  if (complete.length < 2 * SOME_MONTHS || before.n < FEW || last.n < FEW) return say`Too few ${rows} to compare three months with the three before`;
  const difference = newcombe(last.hits, last.n, before.hits, before.n)!;
  if (difference.low > 0) return say`${more} in the last three months than before`;
  if (difference.high < 0) return say`${fewer} in the last three months than before`;
  return say`The last three months cannot be told apart from the three before`;
}

function monthly(material: Material, trend: ShareTrend, months: History): Chart {
  const { asOf } = material.context;
  const { starts, cells } = months;
  const isOpen = (start: number) => periodEnd('month', start) > asOf;
  const band = aimBand(material);
  const labelOf = (start: number) => (isOpen(start) ? say`${monthName(start, NaN)}, incomplete` : monthName(start, NaN));
  const named = starts.map((start, at) => ({ label: labelOf(start), cell: cells[at]! }));
  const enough = named.filter(({ cell }) => cell.n >= FEW);
  const subtitle = say`${trend.what}, whole firm, per month, ${span(starts[0]!, asOf)}, %, n\u00a0=\u00a0${count(nOf(months))}`;
  const points = cells.map(({ n, value }, at) => ({ start: dayText(starts[at]!), value: n >= FEW ? value : null, open: isOpen(starts[at]!) }));
  const [low, high] = [enough.toSorted((a, b) => a.cell.value - b.cell.value)[0], enough.toSorted((a, b) => b.cell.value - a.cell.value)[0]];
  const line = trend.line ?? trend.hits.charAt(0).toLowerCase() + trend.hits.slice(1);
  const said = (row: (typeof named)[number] | undefined) => (row === undefined ? '' : `${row.label} ${shareText(row.cell)}`);
  return {
    id: `${trend.id}-by-month`,
    title: monthsTitle(trend, months, asOf),
    subtitle,
    summary:
      enough.length === 0
        ? say`${count(starts.length)} months, none with ${count(FEW)} ${trend.rows}.`
        : say`${count(starts.length)} months; lowest ${said(low)}, highest ${said(high)}, last ${said(enough.at(-1))}.`,
    foot: sourceOf(material, trend.tables, starts[0]),
    drawing: {
      shape: 'lines',
      scale: shareScale([...enough.map(({ cell }) => cell.value), band.low ?? NaN]),
      series: [{ name: line, short: line, points }],
      events: [],
      band,
    },
    table: sharesTable(subtitle, [say`Month`, trend.hits, trend.rows.charAt(0).toUpperCase() + trend.rows.slice(1)], named),
  };
}

/** A share by week where weeks have enough rows, else by month; null without any value. */
export function shareTrend(material: Material, trend: ShareTrend): Chart | null {
  const weeks = fromFirstValue(history(material, trend.measure, 'week', MOST_WEEKS));
  if (weeksSuffice(weeks)) return weekly(material, trend, weeks);
  const months = fromFirstValue(history(material, trend.measure, 'month', MOST_MONTHS));
  return months.starts.length === 0 ? null : monthly(material, trend, months);
}
