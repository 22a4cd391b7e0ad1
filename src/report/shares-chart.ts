import { say } from '../language/language.ts';
import type { CellValue } from '../measures/measure.ts';
import type { Band, Cell, Chart, IntervalsDrawing, Status, Table } from './model.ts';
import { shareScale } from './scales.ts';
import { shareText, type Noun, type ShareRow } from './shares.ts';
import { count, FEW, NONE, percent, plural, statusWord } from './words.ts';

const PER_CENT = '\u00a0%';

/** Shares as intervals over a band; under 10 rows the counts stand without a dot. */
export function sharesDrawing(rows: readonly ShareRow[], band: Band | null, singled: readonly ShareRow[]): IntervalsDrawing {
  const drawn = rows.filter(({ cell }) => cell.n >= FEW);
  return {
    shape: 'intervals',
    scale: shareScale([...drawn.map(({ cell }) => cell.low), band?.low ?? NaN]),
    band,
    rows: rows.map((row) => {
      const { label, cell } = row;
      const [value, low, high] = cell.n >= FEW ? [cell.value, cell.low, cell.high] : [null, null, null];
      return {
        label,
        value,
        low,
        high,
        text: cell.n > 0 ? shareText(cell) : say`none`,
        singled: singled.length === 1 && singled[0] === row,
      };
    }),
  };
}

/** Names of the columns of a table of shares: the row's name, its hits and its population. */
export type ShareColumns = readonly [name: string, hits: string, n: string];

const figure = (value: number, text: string): Cell => ({ text, value: Number.isNaN(value) ? null : value });

/** The cells of a share in a table, its interval before its point. */
export function shareCells(cell: CellValue): readonly Cell[] {
  const written = (value: number) => (cell.n < FEW || Number.isNaN(value) ? NONE : `${percent(value, cell.n)}${PER_CENT}`);
  const { hits, n, low, high, value } = cell;
  return [figure(hits, count(hits)), figure(n, count(n)), figure(low, written(low)), figure(high, written(high)), figure(value, written(value))];
}

/** The table behind shares; `status` gives a last column with the word of each row. */
export function sharesTable<R extends ShareRow>(caption: string, [name, hits, n]: ShareColumns, rows: readonly R[], status?: (row: R) => Status | null): Table {
  const columns = [name, hits, n, say`Interval from`, say`Interval to`, say`Share`].map((column, at) => ({
    name: column,
    numeric: at > 0,
  }));
  return {
    caption,
    columns: status === undefined ? columns : [...columns, { name: say`Status`, numeric: false }],
    rows: rows.map((row) => [
      { text: row.label, value: row.label, ...(row.href === undefined ? {} : { href: row.href }) },
      ...shareCells(row.cell),
      ...(status === undefined ? [] : [statusCell(status(row))]),
    ]),
  };
}

/** The word of a status with its shape; "–" where there is nothing to judge. */
export function statusCell(status: Status | null): Cell {
  return status === null ? { text: NONE, value: null } : { text: statusWord(status), value: status, status };
}

/** What a person hears of shares: how many, the lowest, the highest, and how many are too few to rank. */
export function sharesSummary(rows: readonly ShareRow[], [one, many]: Noun): string {
  const enough = rows.filter(({ cell }) => cell.n >= FEW).toSorted((a, b) => a.cell.value - b.cell.value);
  const few = rows.length - enough.length;
  const ends =
    enough.length === 0
      ? []
      : [say`lowest ${enough[0]!.label} ${shareText(enough[0]!.cell)}`, say`highest ${enough.at(-1)!.label} ${shareText(enough.at(-1)!.cell)}`];
  return `${[plural(rows.length, one, many), ...ends, ...(few > 0 ? [say`${count(few)} with fewer than ${count(FEW)}`] : [])].join('; ')}.`;
}

/** A chart of shares, one row a name. */
export function sharesChart(
  rows: readonly ShareRow[],
  chart: Pick<Chart, 'id' | 'title' | 'subtitle' | 'foot' | 'table'> & {
    readonly noun: Noun;
    readonly band: Band | null;
    readonly singled: readonly ShareRow[];
  },
): Chart {
  const { id, title, subtitle, foot, table, noun, band, singled } = chart;
  return {
    id,
    title,
    subtitle,
    foot,
    table,
    summary: sharesSummary(rows, noun),
    drawing: sharesDrawing(rows, band, singled),
  };
}
