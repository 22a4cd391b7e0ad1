import type { TableName } from '../facts/table.ts';
import { WINDOW_DAYS } from '../measures/axis.ts';
import { firstDays } from '../measures/observed.ts';
import { once } from '../measures/once.ts';
import { say } from '../language/language.ts';
import { span, type Material } from './material.ts';
import { plural } from './words.ts';

/** Tables that a figure counts rows of: its own, those that a rate is counted against, or those of the figures that it is made from. */
function tablesOf(material: Material, id: string): readonly TableName[] {
  const measure = material.measures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`the measure "${id}" is missing`);
  const counted = material.figures.accounts.find((one) => one.measure === id)?.table;
  if (counted !== undefined && measure.exposure === undefined) return [counted];
  const named = measure.inputs.flatMap((input) => (input.includes('.') ? [input.split('.')[0] as TableName] : input === id ? [] : tablesOf(material, input)));
  return named.filter((table) => table !== counted);
}

const known = once(() => new Map<string, number>());

/** First day of the records of a workspace, 0 where none has a day. */
function recordsBegin({ context }: Material): number {
  const days = [...firstDays(context).values()];
  return days.length === 0 ? 0 : Math.min(...days);
}

/**
 * First day that any row of a figure can have: that of its tables which begins first, since the figure counts each as far back as it goes.
 * A table whose rows stand on the days of another's has none of its own.
 */
function begins(material: Material, id: string): number {
  const { context } = material;
  const found = known(context).get(id);
  if (found !== undefined) return found;
  const days = tablesOf(material, id).flatMap((table) => firstDays(context).get(table) ?? []);
  const day = days.length === 0 ? recordsBegin(material) : Math.min(...days);
  known(context).set(id, day);
  return day;
}

const length = (days: number): string => (days % 7 === 0 ? plural(days / 7, 'week') : plural(days, 'day'));

/** How long the window of a figure is, said, and its first day. */
export interface WindowSaid {
  readonly from: number;
  /** "13 weeks", or less where the records begin in them: "6 weeks", "41 days". */
  readonly over: string;
  /** "in 13 weeks". */
  readonly within: string;
}

/** The window of a figure by its measure's id; without one that of the whole report, as long as the longest records. */
export function windowOf(material: Material, id?: string): WindowSaid {
  const { asOf } = material.context;
  const from = Math.max(asOf - WINDOW_DAYS + 1, id === undefined ? recordsBegin(material) : begins(material, id));
  const over = length(asOf - from + 1);
  return { from, over, within: say`in ${over}` };
}

/** How much of the 13 weeks before the window a figure is on record for, said; null for none. */
export function overBefore(material: Material, id: string): string | null {
  const last = material.context.asOf - WINDOW_DAYS;
  const days = Math.min(WINDOW_DAYS, last - begins(material, id) + 1);
  return days > 0 ? length(days) : null;
}

/** "1 Jun to 30 Aug 2026": the window of a figure. */
export const windowSpan = (material: Material, id?: string): string => span(windowOf(material, id).from, material.context.asOf);
