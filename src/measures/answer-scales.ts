import { numbers } from '../facts/table.ts';
import { dayOf, dayStart } from '../time/weeks.ts';
import { WINDOW_DAYS } from './axis.ts';
import type { Context } from './measure.ts';
import { surveysOf, type Surveys } from './surveys-columns.ts';

function isAnswer({ csat, answered, at }: Surveys, row: number, end: number): boolean {
  return csat[row] === 1 && answered[row] === 1 && at[row]! < end;
}

/**
 * Day of the first answer about satisfaction on the scale of the newest one, where all answers on other scales were
 * given before it: the scale was changed. Null where it was not, or where scales are used side by side.
 */
export function scaleSince(context: Context): number | null {
  const surveys = surveysOf(context);
  if (surveys === null) return null;
  const spans = new Map<number, { readonly first: number; readonly last: number }>();
  for (let row = 0; row < surveys.table.rows; row++) {
    if (!isAnswer(surveys, row, context.end)) continue;
    const at = surveys.at[row]!;
    const { first, last } = spans.get(surveys.scale[row]!) ?? { first: Infinity, last: -Infinity };
    spans.set(surveys.scale[row]!, { first: Math.min(first, at), last: Math.max(last, at) });
  }
  const [newest, ...others] = [...spans.values()].toSorted((a, b) => b.last - a.last);
  if (newest === undefined || others.length === 0 || others.some(({ last }) => last >= newest.first)) return null;
  return dayOf(newest.first, context.zone);
}

/** Answers that count in satisfaction on one scale; the ends are NaN where they have none: words, faces, or a class alone. */
export interface ScaleUse {
  readonly low: number;
  readonly high: number;
  readonly answers: number;
}

/** The scales of the answers that count in satisfaction, from a local day to the as-of day, the one with most answers first. */
export function scalesUsed(context: Context, from: number): readonly ScaleUse[] {
  const surveys = surveysOf(context);
  if (surveys === null) return [];
  const start = dayStart(from, context.zone);
  const used = new Float64Array(surveys.scales.length);
  for (let row = 0; row < surveys.table.rows; row++) {
    if (isAnswer(surveys, row, context.end) && surveys.class[row] !== null && surveys.at[row]! >= start) used[surveys.scale[row]!]!++;
  }
  const found = surveys.scales.flatMap(({ low, high }, at) => (used[at]! > 0 ? [{ low, high, answers: used[at]! }] : []));
  return found.toSorted((a, b) => b.answers - a.answers || a.high - b.high || a.low - b.low);
}

/** Lowest and highest mark of the scale of the answers in the 13-week window; null without one, and where they differ. */
export function windowScale(context: Context): { readonly low: number; readonly high: number } | null {
  const surveys = surveysOf(context);
  const [low, high] = ['scale_low', 'scale_high'].map((field) => (surveys === null ? null : numbers(surveys.table, field)));
  if (surveys === null || !low || !high) return null;
  let found = -1;
  for (let row = 0; row < surveys.table.rows; row++) {
    if (!isAnswer(surveys, row, context.end) || Number.isNaN(surveys.score[row])) continue;
    if (dayOf(surveys.at[row]!, context.zone) <= context.asOf - WINDOW_DAYS) continue;
    if (found !== -1 && surveys.scale[row] !== surveys.scale[found]) return null;
    found = row;
  }
  return found === -1 ? null : { low: low[found]!, high: high[found]! };
}
