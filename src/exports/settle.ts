import type { Column } from '../facts/columns.ts';
import type { ToldByRows } from '../facts/facts.ts';
import type { TableName } from '../facts/table.ts';
import { issue, type Issue } from '../issue.ts';
import type { Source } from '../settings.ts';
import type { Zone } from '../time/zone.ts';
import { ABSOLUTE, DAY_ONLY, EITHER_ORDER, READ_MONTH_FIRST, type RawInstants } from './builders.ts';
import { againstSettings, orderOf, ordersFromRows, ownOrder, type InstantField, type Order } from './date-order.ts';
import { exchangeDayAndMonth } from './instants.ts';
import { happened, keepLatest, type Late } from './latest.ts';
import type { FieldPlan } from './plan.ts';
import type { Recognised } from './recognise.ts';

/** Which zone counts where neither the value nor its column says: the source's, the format's, the firm's. */
export interface ZoneRules {
  readonly firm: Zone;
  /** Zone by id, null where nobody knows it. */
  readonly zoneOf: (id: string) => Zone | null;
}

export interface Settled {
  /** Finished columns of each table, by field. */
  readonly columns: readonly ReadonlyMap<string, Column>[];
  readonly dateOrder: string;
  readonly toldByRows: readonly ToldByRows[];
  readonly zone: string;
  /** Latest instants of things that happened, latest first. */
  readonly latest: readonly Late[];
  readonly issues: readonly Issue[];
}

/** Id of the zone that a column names for itself, '' where it names none. */
function ownZone({ source, column }: FieldPlan): string {
  if (!('from' in source)) return '';
  return source.zone ?? (source.zoneInHeader ? (/\(([^()]+)\)\s*$/.exec(column)?.[1]?.trim() ?? '') : '');
}

const DAY_MS = 86_400_000;

function toEpochs(field: InstantField, order: Order, zone: Zone, file: string, issues: Issue[]): Float64Array {
  const { raw, plan } = field;
  const values = raw.wall;
  const late = plan.spec.endOfDay ? DAY_MS - 1 : 0;
  const monthFirst = order === 'month-first';
  const plain = zone.id === 'UTC';
  const ruled = { gap: 0, overlap: 0 };
  const first = { gap: -1, overlap: -1 };
  for (let row = 0; row < values.length; row++) {
    let wall = values[row]!;
    const mark = raw.marks[row]!;
    if (wall !== wall) continue;
    if (mark & EITHER_ORDER) {
      if (order === 'mixed') {
        values[row] = NaN;
        continue;
      }
      const ahead = mark & ABSOLUTE ? raw.offsets.get(row)! : 0;
      if (((mark & READ_MONTH_FIRST) !== 0) !== monthFirst) wall = exchangeDayAndMonth(wall + ahead) - ahead;
    }
    if (mark & ABSOLUTE) {
      values[row] = wall;
      continue;
    }
    if (mark & DAY_ONLY) wall += late;
    else if (!plain) {
      const kind = zone.kind(wall);
      if (kind !== 'plain' && ruled[kind]++ === 0) first[kind] = row;
    }
    values[row] = plain ? wall : zone.toEpoch(wall);
  }
  for (const [kind, code] of [
    ['gap', 'zone-gap'],
    ['overlap', 'zone-overlap'],
  ] as const) {
    const cells = ruled[kind];
    const detail = `${zone.id}, ${cells} ${cells === 1 ? 'cell' : 'cells'} of this column`;
    if (cells > 0) issues.push(issue(code, { file, line: field.line[first[kind]]!, column: plan.column, detail }));
  }
  return values;
}

/** A column in which some dates show one order and some the other, with the number of those that show none. */
function mixedOrders(file: string, { plan: { column }, raw }: InstantField): Issue {
  let dates = 0;
  for (const mark of raw.marks) if (mark & EITHER_ORDER) dates++;
  if (dates === 0) return issue('order-mixed-clear', { file, column });
  return issue('order-mixed', { file, column, detail: `${dates} ${dates === 1 ? 'date' : 'dates'} can be read both ways` });
}

/**
 * Finishes a file's columns once all its rows are read: the order of day and month column by column,
 * the zone of every time, durations that run from another instant. A column that stays open is an issue.
 */
export function settle(
  file: string,
  tables: readonly { readonly name: TableName; readonly fields: readonly FieldPlan[]; readonly rows: number; readonly line: Int32Array }[],
  found: Recognised,
  source: Source | null,
  rules: ZoneRules,
): Settled {
  const issues: Issue[] = [];
  const fallback = rules.zoneOf(source?.zone ?? found.format.zone ?? '') ?? rules.firm;
  const instants = tables.map((table) =>
    table.fields
      .filter((plan) => plan.kind === 'instant')
      .map((plan): InstantField => {
        const raw = plan.builder.finish(table.rows) as RawInstants;
        return { plan, raw, order: ownOrder(raw), line: table.line };
      }),
  );
  const every = instants.flat();
  if (source?.date_order !== undefined) issues.push(...againstSettings(file, every, source.date_order));
  const orders = new Set<Order>();
  const zones = new Set<string>();
  const latest: Late[] = [];
  const columns = tables.map((table, at) => {
    const done = new Map<string, Column>();
    for (const field of instants[at]!) {
      const order = orderOf(field, every, found, source);
      const { plan } = field;
      if (order === 'open') issues.push(issue('order-unknown', { file, column: plan.column }));
      if (order === 'mixed') issues.push(mixedOrders(file, field));
      const zone = rules.zoneOf(ownZone(plan)) ?? fallback;
      if (field.raw.wall.length > 0) {
        orders.add(order);
        zones.add(zone.id);
      }
      const values = toEpochs(field, order, zone, file, issues);
      if (happened(table.name, plan.field)) keepLatest(latest, values, field.line, plan.column);
      done.set(plan.field, values);
    }
    for (const plan of table.fields) if (plan.kind === 'value') done.set(plan.field, plan.builder.finish(table.rows) as Column);
    for (const plan of table.fields) if (plan.kind === 'duration') done.set(plan.field, endOf(plan, done, table.rows));
    return done;
  });
  orders.delete('fixed');
  return {
    columns,
    dateOrder: [...orders].sort().join(', '),
    toldByRows: ordersFromRows(every, tables, found, source),
    zone: [...zones].sort().join(', '),
    latest,
    issues,
  };
}

/** Instants that lie a duration after another field; missing where either is. */
function endOf(plan: FieldPlan, done: ReadonlyMap<string, Column>, rows: number): Float64Array {
  const minutes = plan.builder.finish(rows) as Float64Array;
  const base = 'after' in plan.source ? (done.get(plan.source.after!) as Float64Array | undefined) : undefined;
  return minutes.map((one, row) => (base?.[row] ?? NaN) + one * 60_000);
}
