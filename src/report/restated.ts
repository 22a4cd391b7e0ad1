import type { TableName } from '../facts/table.ts';
import { cellAt } from '../measures/grid.ts';
import { firstDays } from '../measures/observed.ts';
import { named, phrase, say } from '../language/language.ts';
import { dayText, weekOf } from '../time/weeks.ts';
import type { Material } from './material.ts';
import type { Report, Restatement, Series } from './model.ts';
import { tableName } from './table-names.ts';

type Earlier = Pick<Report, 'series' | 'settings'> & Partial<Pick<Report, 'definitions' | 'accounts'>>;

/** Difference of two figures that only the order of adding explains. */
const ROUNDING = 1e-9;
const isSame = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)));

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const ROWS: Readonly<Record<string, string>> = { surveys: phrase`answers`, reports_sent: phrase`reports` };

/** What the rows of a table are called. */
const rowsOf = (table: string): string => named(ROWS, table) ?? tableName(table);

/** Which table a measure counts rows of, by the report before; that of what it is derived from where it counts none. */
function tablesBefore(measures: Material['measures'], { accounts }: Earlier): (measure: string) => string | null {
  const counted = new Map(accounts?.map(({ measure, table }) => [measure, table]));
  const inputs = new Map(measures.map((one) => [one.id, one.inputs]));
  const tableOf = (measure: string): string | null =>
    counted.get(measure) ?? (inputs.get(measure) ?? []).reduce<string | null>((found, input) => found ?? (inputs.has(input) ? tableOf(input) : null), null);
  return tableOf;
}

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

/** Why a figure that is not measured any more reads otherwise. */
const goneReason = ({ version, settings, rows }: Change): string =>
  version !== null || settings ? reasonOf({ version, settings, rows }, 0) : say`what it is counted from stands in no export any more`;

/**
 * The weeks of a figure that is not measured any more, from the first one of which its table is still kept: before it nothing is known,
 * and the figures of a table that is kept no more are not asked for.
 */
function goneWeeks({ measure, starts, value, n }: Series, firstDay: number | undefined, reason: string): readonly Restatement[] {
  if (firstDay === undefined) return [];
  const first = dayText(weekOf(firstDay));
  return starts.flatMap((week, at) => {
    const [was, nWas] = [value[at] ?? null, n[at] ?? 0];
    return week < first || (was === null && nWas === 0) ? [] : [{ measure, week, was, is: null, nWas, n: 0, reason }];
  });
}

/**
 * The weeks of the firm that both reports know and that read otherwise now, by measure in the order of the report and
 * by week; a measure or a week that only one of them has is no restatement, but for a figure that is not measured any
 * more although its table is kept.
 */
export function restatements({ context, figures, measures }: Material, previous: Earlier, settings: string): readonly Restatement[] {
  const versions = new Map(previous.definitions?.map(({ id, version }) => [id, version]));
  const tables = new Map(figures.accounts.map(({ measure, table }) => [measure, rowsOf(table)]));
  const before = new Map(previous.series.filter(({ client, grain }) => client === null && grain === 'week').map((series) => [series.measure, series]));
  const tableOf = tablesBefore(measures, previous);
  const kept = firstDays(context);
  return measures.flatMap(({ id, version }): readonly Restatement[] => {
    const grid = figures.grid(id, 'week');
    const series = before.get(id);
    if (series === undefined) return [];
    const old = versions.get(id) ?? version;
    const change: Change = {
      version: old === version ? null : [old, version],
      settings: previous.settings !== settings,
      rows: tables.get(id) ?? say`rows`,
    };
    if (grid === null) return goneWeeks(series, kept.get(tableOf(id) as TableName), goneReason(change));
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
