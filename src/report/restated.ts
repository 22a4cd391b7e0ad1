import { cellAt } from '../measures/grid.ts';
import { named, phrase, say } from '../language/language.ts';
import { dayText } from '../time/weeks.ts';
import type { Material } from './material.ts';
import type { Report, Restatement } from './model.ts';
import { tableName } from './table-names.ts';

type Earlier = Pick<Report, 'series' | 'settings'> & Partial<Pick<Report, 'definitions'>>;

/** Difference of two figures that only the order of adding explains. */
const ROUNDING = 1e-9;
const isSame = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)));

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const ROWS: Readonly<Record<string, string>> = { surveys: phrase`answers`, reports_sent: phrase`reports` };

/** What the rows of a table are called. */
const rowsOf = (table: string): string => named(ROWS, table) ?? tableName(table);

interface Change {
  readonly version: readonly [was: number, is: number] | null;
  readonly settings: boolean;
  readonly rows: string;
}

/** Why a week reads otherwise, as far as it can be told: the formula, the rows, the settings, in this order. */
function reasonOf({ version, settings, rows }: Change, more: number): string {
  if (version !== null) return say`a new formula, version ${version[1]} after ${version[0]}`;
  if (more > 0) return say`${rows} came late or were changed`;
  if (more < 0) return say`${rows} went, were merged or moved to another week`;
  return settings ? say`the settings changed` : say`${rows} were changed`;
}

/**
 * The weeks of the firm that both reports know and that read otherwise now, by measure in the order of the report and
 * by week; a measure or a week that only one of them has is no restatement.
 */
export function restatements({ figures, measures }: Material, previous: Earlier, settings: string): readonly Restatement[] {
  const versions = new Map(previous.definitions?.map(({ id, version }) => [id, version]));
  const tables = new Map(figures.accounts.map(({ measure, table }) => [measure, rowsOf(table)]));
  const before = new Map(previous.series.filter(({ client, grain }) => client === null && grain === 'week').map((series) => [series.measure, series]));
  return measures.flatMap(({ id, version }): readonly Restatement[] => {
    const grid = figures.grid(id, 'week');
    const series = before.get(id);
    if (grid === null || series === undefined) return [];
    const old = versions.get(id) ?? version;
    const change: Change = {
      version: old === version ? null : [old, version],
      settings: previous.settings !== settings,
      rows: tables.get(id) ?? say`rows`,
    };
    return series.starts.flatMap((start, at): readonly Restatement[] => {
      const period = grid.starts.findIndex((day) => dayText(day) === start);
      if (period === -1) return [];
      const cell = cellAt(grid, -1, period);
      const [was, nWas, is, n] = [series.value[at] ?? null, series.n[at] ?? 0, orNull(cell.value), orNull(cell.n) ?? 0];
      if (isSame(was, is) && nWas === n) return [];
      return [{ measure: id, week: start, was, is, nWas, n, reason: reasonOf(change, n - nWas) }];
    });
  });
}
