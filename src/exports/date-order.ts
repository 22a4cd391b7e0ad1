import type { ToldByRows } from '../facts/facts.ts';
import { issue, type Issue } from '../issue.ts';
import type { Source } from '../settings.ts';
import { TELLS, type DayOrder, type RawInstants } from './builders.ts';
import { isOfOne, type FieldPlan } from './plan.ts';
import type { Recognised } from './recognise.ts';

/** The order of day and month in a column: as named, the same whichever it is, told both ways by its cells, told by none of them. */
export type Order = DayOrder | 'fixed' | 'mixed' | 'open';

/** A field whose instants are read, before its order is settled. */
export interface InstantField {
  readonly plan: FieldPlan;
  readonly raw: RawInstants;
  /** What its own cells tell. */
  readonly order: Order;
  /** Line of each row. */
  readonly line: Int32Array;
}

/** The order that a column's own cells tell. */
export const ownOrder = (raw: RawInstants): Order =>
  raw.dayFirst > 0 && raw.monthFirst > 0 ? 'mixed' : raw.dayFirst > 0 ? 'day-first' : raw.monthFirst > 0 ? 'month-first' : raw.either > 0 ? 'open' : 'fixed';

/**
 * The order of a column: as the settings say, whatever its cells tell; else as they tell. One whose cells leave it open
 * follows the tool where it always writes so, then the file's other columns.
 */
export function orderOf(field: InstantField, fields: readonly InstantField[], found: Recognised, source: Source | null): Order {
  if (field.order === 'fixed') return 'fixed';
  if (source?.date_order !== undefined) return source.date_order;
  if (field.order !== 'open') return field.order;
  const shown = new Set(fields.map((one) => one.order).filter((order) => order === 'day-first' || order === 'month-first'));
  return found.format.dateOrder ?? (shown.size === 1 ? [...shown][0]! : 'open');
}

/** So many dates the other way round are taken for slips, where the rest of the file agrees with the settings. */
const SLIPS = 2;

function tellingCells({ raw }: InstantField, order: DayOrder): number {
  let cells = 0;
  for (const mark of raw.marks) if (mark & TELLS[order]) cells++;
  return cells;
}

/**
 * What the cells of a file have against the order that the settings give it: an issue for each column in which some can only
 * be read the other way: an error where no date of the file agrees, or none of the column and they are too many for slips. A column may be
 * read into several fields.
 */
export function againstSettings(file: string, fields: readonly InstantField[], order: DayOrder): readonly Issue[] {
  const other: DayOrder = order === 'day-first' ? 'month-first' : 'day-first';
  const agrees = fields.some((field) => tellingCells(field, order) > 0);
  return [...Map.groupBy(fields, ({ plan }) => plan.column)].flatMap(([column, some]) => {
    const cells = Math.max(...some.map((field) => tellingCells(field, other)));
    if (cells === 0) return [];
    const [first] = some
      .flatMap(({ raw: { first: firsts }, line }) => (firsts[other] === null ? [] : [{ line: line[firsts[other].row]!, text: firsts[other].cell }]))
      .sort((a, b) => a.line - b.line);
    const where = { file, column, ...first };
    const count = `${cells} ${cells === 1 ? 'date' : 'dates'}`;
    if (some.some((field) => tellingCells(field, order) > 0) || (agrees && cells <= SLIPS))
      return [issue('order-against-setting', { ...where, detail: `${count} of this column, date_order: ${order}` })];
    return [issue('order-setting-wrong', { ...where, detail: `${count}; date_order: ${other} fits` })];
  });
}

/** Columns with dates that can be read both ways and are read as rows tell, which may be any client's; none where the settings say the order or the only client. */
export function ordersFromRows(
  fields: readonly InstantField[],
  tables: readonly { readonly fields: readonly FieldPlan[] }[],
  found: Recognised,
  source: Source | null,
): readonly ToldByRows[] {
  if (source?.date_order !== undefined || tables.every(isOfOne)) return [];
  const told = fields.flatMap((field): readonly ToldByRows[] => {
    const order = orderOf(field, fields, found, source);
    const isTold = (order === 'day-first' || order === 'month-first') && field.raw.either > 0;
    return isTold && (field.order !== 'open' || found.format.dateOrder === undefined) ? [{ column: field.plan.column, says: { date_order: order } }] : [];
  });
  return told.filter(({ column }, at) => told.findIndex((one) => one.column === column) === at);
}
