import { say, translated } from '../language/language.ts';
import type { Facts } from '../facts/facts.ts';
import type { TableName } from '../facts/table.ts';
import { cellAt, type Figures, type Grid } from '../measures/grid.ts';
import type { CellValue, Context, Grain, Measure } from '../measures/measure.ts';
import { dayOf, dayText } from '../time/weeks.ts';
import type { ClientEntry } from './model.ts';
import { date, shortDate } from './words.ts';

/** What every page is written from. */
export interface Material {
  readonly firm: string;
  readonly facts: Facts;
  readonly context: Context;
  readonly figures: Figures;
  readonly measures: readonly Measure[];
  /** The clients in the order of the facts, with their folders. */
  readonly clients: readonly ClientEntry[];
}

export const FIRM = -1;

/** One figure of the 13-week window; null where it is not measured. */
export function windowCell({ figures }: Material, measure: string, client = FIRM): CellValue | null {
  const grid = figures.grid(measure, 'window');
  return grid === null ? null : cellAt(grid, client, 0);
}

/** The name of a measure, as its definition has it. */
export const titleOf = ({ measures }: Material, measure: string): string => translated(measures.find(({ id }) => id === measure)?.title ?? measure);

/** A figure that has a value, or null. */
export function known(cell: CellValue | null): CellValue | null {
  return cell === null || Number.isNaN(cell.value) ? null : cell;
}

/** One figure over the periods of a grain, oldest first; NaN = no value. */
export interface History {
  readonly starts: readonly number[];
  readonly cells: readonly CellValue[];
}

const noHistory: History = { starts: [], cells: [] };

/** The newest periods of a figure, at most `most`; empty where it is not measured. */
export function history({ figures }: Material, measure: string, grain: Grain, most: number, client = FIRM): History {
  const grid: Grid | null = figures.grid(measure, grain);
  if (grid === null) return noHistory;
  const from = Math.max(0, grid.starts.length - most);
  const periods = Array.from({ length: grid.starts.length - from }, (_, at) => from + at);
  return { starts: periods.map((period) => grid.starts[period]!), cells: periods.map((period) => cellAt(grid, client, period)) };
}

/** A history without the periods before its first value. */
export function fromFirstValue({ starts, cells }: History): History {
  const first = cells.findIndex((cell) => !Number.isNaN(cell.value));
  return first === -1 ? noHistory : { starts: starts.slice(first), cells: cells.slice(first) };
}

export const WEEKS_SHOWN = 53;
const WINDOW_DAYS = 91;

/** First day of the 13-week window. */
export const windowStart = ({ context }: Material) => context.asOf - WINDOW_DAYS + 1;

/** "1 Jun to 30 Aug 2026". */
export function span(from: number, to: number): string {
  const sameYear = dayText(from).slice(0, 4) === dayText(to).slice(0, 4);
  return say`${sameYear ? shortDate(from) : date(from)} to ${date(to)}`;
}

/**
 * Files that gave these tables and reach into the time from `from` on (the window where absent), and the day that they
 * reach to: the as-of day, or the last day of the newest file where that is earlier.
 */
export function sourceOf(material: Material, tables: readonly TableName[], from: number = windowStart(material)): string {
  const { facts, context } = material;
  const dayIn = (newest: number) => (Number.isNaN(newest) ? context.asOf : dayOf(newest, context.zone));
  const complaints = tables.includes('complaints') && facts.tables.complaints !== undefined ? [...facts.tables.complaints.file] : [];
  const rows = new Set(complaints);
  const gives = facts.files.filter((file, at) => file.used > 0 && (file.tables.some((table) => tables.includes(table)) || rows.has(at)));
  const reaching = gives.filter((file) => dayIn(file.newest) >= from);
  const names = (reaching.length === 0 ? gives : reaching).map((file) => file.file);
  const shown = names.length <= 3 ? names : [...names.slice(0, 2), say`${names.length - 2} more files`];
  const last = Math.min(context.asOf, Math.max(...gives.map((file) => dayIn(file.newest))));
  return [...(shown.length === 0 ? [] : [shown.join(', ')]), say`data to ${date(Number.isFinite(last) ? last : context.asOf)}`].join(' · ');
}
