import type { TableName } from '../facts/table.ts';
import { WINDOW_DAYS } from './axis.ts';
import { ranked } from './durations.ts';
import type { Context, Measure, Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { summingOrder } from './order.ts';
import { quantile } from './statistics.ts';

/** The rows of one measure, of one client or all, in one window. */
export interface WindowSums {
  readonly n: number;
  /** Sum of the values and of their squares: hits of a share; NaN values left out. */
  readonly sum: number;
  readonly sumSquares: number;
  /** What a rate is counted against, 0 for other kinds. */
  readonly exposure: number;
  /** Values of a duration, ascending; empty for other kinds. */
  readonly values: readonly number[];
}

/** The 13-week window and the 13 weeks before it; index 0 = the firm, 1 + client = that client. */
export interface TwoWindows {
  readonly now: readonly WindowSums[];
  readonly before: readonly WindowSums[];
}

interface Growing {
  n: number;
  sum: number;
  sumSquares: number;
  exposure: number;
  values: number[];
}

const nothing = (): Growing => ({ n: 0, sum: 0, sumSquares: 0, exposure: 0, values: [] });

/**
 * The rows of a measure in the window that ends on the as-of day and in the one before it, for the firm and every
 * client. Null where the measure has no rows of its own, is derived, has values on several scales, or where its rows or
 * exposure are not kept since the first day of the window before.
 */
export function twoWindows(measure: Measure, context: Context): TwoWindows | null {
  const population = measure.population?.(context) ?? null;
  const exposure = measure.exposure?.(context) ?? null;
  if (population === null || (measure.kind === 'rate' && exposure === null)) return null;
  if ([population, ...(exposure === null ? [] : [exposure])].some(({ table }) => !isKept(table, context)) || isMixed(population, context.asOf)) return null;
  const size = context.facts.clients.list.length + 1;
  const sums = { now: Array.from({ length: size }, nothing), before: Array.from({ length: size }, nothing) };
  if (measure.kind === 'duration') addValues(population, context.asOf, sums);
  else addSums(population, context.asOf, sums);
  if (exposure !== null)
    visit(exposure, context.asOf, null, (_, place, window) => {
      sums[window][place]!.exposure++;
    });
  return sums;
}

const isKept = (table: TableName, context: Context): boolean => (firstDays(context).get(table) ?? Infinity) <= context.asOf - 2 * WINDOW_DAYS + 1;

function isMixed({ day, scale }: Population, asOf: number): boolean {
  if (scale === null) return false;
  const first = scale.find((_, row) => windowOf(day[row]!, asOf) !== null);
  return scale.some((one, row) => one !== first && windowOf(day[row]!, asOf) !== null);
}

type Window = keyof TwoWindows;

function windowOf(day: number, asOf: number): Window | null {
  if (day > asOf || day <= asOf - 2 * WINDOW_DAYS) return null;
  return day > asOf - WINDOW_DAYS ? 'now' : 'before';
}

/** Calls `each` with every row in either window: once for the firm and once for its client. */
function visit(
  { day, client }: Pick<Population, 'day' | 'client'>,
  asOf: number,
  order: Int32Array | null,
  each: (row: number, place: number, window: Window) => void,
): void {
  for (let at = 0; at < day.length; at++) {
    const row = order === null ? at : order[at]!;
    const window = windowOf(day[row]!, asOf);
    if (window === null) continue;
    each(row, 0, window);
    if (client[row]! >= 0) each(row, client[row]! + 1, window);
  }
}

function addSums(population: Population, asOf: number, sums: Record<Window, Growing[]>): void {
  const { value } = population;
  visit(population, asOf, value === null ? null : summingOrder(value), (row, place, window) => {
    const into = sums[window][place]!;
    into.n++;
    const number = value === null ? 1 : value[row]!;
    if (Number.isNaN(number)) return;
    into.sum += number;
    into.sumSquares += number ** 2;
  });
}

function addValues(population: Population, asOf: number, sums: Record<Window, Growing[]>): void {
  const rows = ranked(population);
  visit(rows, asOf, null, (row, place, window) => {
    const into = sums[window][place]!;
    into.n++;
    into.values.push(rows.value[row]!);
  });
}

/** The figure of these rows in the unit of its kind; NaN without rows, or without exposure. */
export function figureOfSums({ kind, per = 1 }: Measure, { n, sum, exposure, values }: WindowSums): number {
  if (kind === 'duration') return quantile(values, 0.5);
  if (kind === 'rate') return exposure === 0 ? NaN : (n / exposure) * per;
  if (kind === 'count') return n;
  if (kind === 'hours') return sum / 60;
  return n === 0 ? NaN : sum / n;
}
