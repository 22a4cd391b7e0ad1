import type { TableName } from '../facts/table.ts';
import type { CellValue } from '../measures/measure.ts';
import { phrase, say, translated } from '../language/language.ts';
import { civilOf } from '../time/civil.ts';
import { dayText, periodEnd } from '../time/weeks.ts';
import { fromFirstValue, history, sourceOf, span, type History, type Material } from './material.ts';
import type { Band, Block, Cell, Chart, EventMark, LinesDrawing, Scale, Table, TimePoint } from './model.ts';
import { columnsOf, inMinutes } from './plain-cells.ts';
import { valueNamed, type Reading } from './process.ts';
import { countScale, durationScale, shareScale, unitsOn } from './scales.ts';
import { count, duration, FEW, label, monthName, NONE, percent, plural } from './words.ts';

/** One line of a chart; without a measure of its own that of the figure. */
interface Line {
  readonly name: string;
  readonly measure?: string;
  /** How a duration is written; by default on the elapsed clock. */
  readonly say?: (ms: number) => string;
}

/** A figure as it is drawn by month and by quarter, beside the chart that a page has of it by week. */
export interface Grained {
  readonly measure: string;
  readonly reading: Exclude<Reading, 'rate'>;
  /** Stands in the ids of its charts: "satisfaction" gives "satisfaction-by-month". */
  readonly id: string;
  /** What is measured of whom: "Positive answers of all answers, whole firm". */
  readonly what: string;
  /** Unit, as the subtitle says it; '' for a count, and for a duration, whose axis has it. */
  readonly unit: string;
  /** Name of the column of rows. */
  readonly rows: string;
  readonly tables: readonly TableName[];
  readonly band: Band | null;
  readonly events: readonly EventMark[];
  /** The figure's own line, and those of other measures beside it. */
  readonly lines: readonly [Line, ...(readonly Line[])];
  /** Day before which nothing is drawn. */
  readonly since?: number | null;
}

type Coarse = 'month' | 'quarter';

const MOST: Readonly<Record<Coarse, number>> = { month: 36, quarter: 20 };
const HEAD: Readonly<Record<Coarse, string>> = { month: phrase`Month`, quarter: phrase`Quarter from` };
const MINUTE = 60_000;
const WEEK = 7;
/** Whole periods with a value from which a line says something. */
const LEAST = 2;

/** March 2026. */
const named = (day: number): string => `${monthName(day, day)} ${civilOf(day).year}`;

function written({ reading }: Grained, { say: told = duration }: Line, value: number, n: number): string {
  if (reading === 'share') return `${percent(value, n)}\u00a0%`;
  return reading === 'duration' ? told(value) : label(value);
}

function scaleOf({ reading, band }: Grained, values: readonly number[]): Scale {
  const all = [...values, ...[band?.low, band?.high].filter((limit) => limit !== null && limit !== undefined)];
  if (reading === 'share') return shareScale(all);
  return reading === 'duration' ? durationScale(all) : countScale(all);
}

const valueIn = ({ reading }: Grained, cell: CellValue | undefined): number | null =>
  cell === undefined || Number.isNaN(cell.value) || (reading !== 'count' && cell.n < FEW) ? null : cell.value;

/** The words of the whole periods: what they lie between, and the last of them. */
function titleOf(grained: Grained, grain: Coarse, periods: History, open: (start: number) => boolean): string | null {
  const whole = periods.cells.flatMap((cell, at) => {
    const value = open(periods.starts[at]!) ? null : valueIn(grained, cell);
    return value === null ? [] : [{ value, n: cell.n }];
  });
  if (whole.length < LEAST) return null;
  const [low, high] = [whole.reduce((a, b) => (b.value < a.value ? b : a)), whole.reduce((a, b) => (b.value > a.value ? b : a))];
  const told = ({ value, n }: (typeof whole)[number]) => written(grained, grained.lines[0], value, n);
  const [from, to, last] = [told(low), told(high), told(whole.at(-1)!)];
  return grain === 'month'
    ? say`By month between ${from} and ${to}, the last whole one ${last}`
    : say`By quarter between ${from} and ${to}, the last whole one ${last}`;
}

/** The values of one line with their rows, in the order of the periods; undefined where a measure has no such period. */
function cellsOf(material: Material, { measure }: Grained, line: Line, grain: Coarse, { starts }: History): readonly (CellValue | undefined)[] {
  const all = history(material, line.measure ?? measure, grain, MOST[grain]);
  return starts.map((start) => all.cells[all.starts.indexOf(start)]);
}

/** A figure over the periods of a grain: those of its own measure, and the values of each line. */
interface Coarsened {
  readonly grained: Grained;
  readonly grain: Coarse;
  readonly periods: History;
  readonly lines: readonly (Line & { readonly cells: readonly (CellValue | undefined)[] })[];
  readonly open: (start: number) => boolean;
}

function tableOf({ grained, grain, periods: { starts, cells }, lines }: Coarsened, caption: string): Table {
  const names = lines.map(({ name }) => (lines.length === 1 ? valueNamed(grained.reading) : inMinutes(name)));
  const figure = (line: Coarsened['lines'][number], at: number): Cell => {
    const value = valueIn(grained, line.cells[at]);
    if (value === null) return { text: NONE, value: null };
    return { text: written(grained, line, value, line.cells[at]!.n), value: grained.reading === 'duration' ? value / MINUTE : value };
  };
  return {
    caption,
    columns: columnsOf([translated(HEAD[grain]), ...names, grained.rows]),
    rows: starts.map((start, at) => {
      const name = grain === 'month' ? named(start) : say`${named(start)} to ${named(periodEnd('quarter', start))}`;
      const { n } = cells[at]!;
      return [{ text: name, value: dayText(start) }, ...lines.map((line) => figure(line, at)), { text: count(n), value: Number.isNaN(n) ? null : n }];
    }),
  };
}

function drawingOf({ grained, periods, lines, open }: Coarsened): LinesDrawing {
  const series = lines.map(({ name, cells }) => ({
    name,
    short: name,
    points: periods.starts.map((start, at): TimePoint => ({ start: dayText(start), value: valueIn(grained, cells[at]), open: open(start) })),
  }));
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  return { shape: 'lines', scale: scaleOf(grained, values), series, events: grained.events, band: grained.band };
}

/** The periods from the first one that the weeks with a value reach back to the beginning of. */
function wholeFrom(material: Material, { measure, since = null }: Grained, { starts, cells }: History): History {
  const first = fromFirstValue(history(material, measure, 'week', Infinity)).starts[0] ?? Infinity;
  const from = starts.findIndex((start) => start + WEEK > first && (since === null || start >= since));
  return from === -1 ? { starts: [], cells: [] } : { starts: starts.slice(from), cells: cells.slice(from) };
}

/** A figure by month or quarter; null where fewer than two whole ones have a value. */
export function coarseChart(material: Material, grained: Grained, grain: Coarse): Chart | null {
  const { asOf } = material.context;
  const periods = wholeFrom(material, grained, history(material, grained.measure, grain, MOST[grain]));
  const open = (start: number): boolean => periodEnd(grain, start) > asOf;
  const title = titleOf(grained, grain, periods, open);
  if (title === null) return null;
  const lines = grained.lines.map((line) => ({ ...line, cells: cellsOf(material, grained, line, grain, periods) }));
  const first = periods.starts[0]!;
  const total = periods.cells.reduce((sum, { n }) => sum + (n || 0), 0);
  const coarsened: Coarsened = { grained, grain, periods, lines, open };
  const drawing = drawingOf(coarsened);
  const told = grained.reading === 'duration' ? unitsOn(drawing.scale) : grained.unit;
  const unit = told === '' ? '' : `${told}, `;
  const subtitle =
    grain === 'month'
      ? say`${grained.what}, per month, ${span(first, asOf)}, ${unit}n\u00a0=\u00a0${count(total)}`
      : say`${grained.what}, per quarter, ${span(first, asOf)}, ${unit}n\u00a0=\u00a0${count(total)}`;
  const drawn = grain === 'month' ? plural(periods.starts.length, 'month') : plural(periods.starts.length, 'quarter');
  return {
    id: `${grained.id}-by-${grain}`,
    title,
    subtitle,
    summary: `${title}. ${drawn}.`,
    foot: sourceOf(material, grained.tables, first),
    drawing,
    table: tableOf(coarsened, subtitle),
  };
}

/** What a page has by week with the same figure by month and by quarter to choose from; alone where there are too few of them. */
export function withGrains(material: Material, week: readonly Block[], grained: Grained): readonly Block[] {
  const coarse = (['month', 'quarter'] as const).flatMap((grain) => {
    const chart = coarseChart(material, grained, grain);
    return chart === null ? [] : [{ key: grain, text: grain === 'month' ? say`month` : say`quarter`, blocks: [{ kind: 'chart' as const, chart }] }];
  });
  if (coarse.length === 0) return week;
  return [{ kind: 'switch', id: `${grained.id}-grain`, name: 'grain', label: say`By`, choices: [{ key: 'week', text: say`week`, blocks: week }, ...coarse] }];
}
