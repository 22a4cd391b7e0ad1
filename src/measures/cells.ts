import type { TableName } from '../facts/table.ts';
import { axesOf, GRAINS } from './axis.ts';
import { contractDays } from './client-days.ts';
import { columnsKept } from './columns-kept.ts';
import { derivedGrid } from './derived.ts';
import type { Figures, Grid, MeasureCount } from './grid.ts';
import { intervalsKept, type Intervals } from './intervals.ts';
import { kinds } from './kinds.ts';
import { LEFT_OUT, type Context, type Measure, type Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { keepWindow } from './window-values.ts';
import { shapesOf, type Shape, type Shapes } from './shape.ts';

interface Frame {
  readonly context: Context;
  readonly shapes: Shapes;
  readonly intervals: Intervals;
}

/** What was counted of one measure: its account, and its grids in the order of the grains; none for a rate without an exposure. */
export interface Counted {
  readonly account: MeasureCount;
  readonly grids: readonly Grid[];
}

function frameOf(context: Context): Frame {
  const first = Math.min(...firstDays(context).values());
  return { context, shapes: shapesOf(axesOf(first, context.asOf), context.facts.clients.list.length), intervals: intervalsKept() };
}

/** The measures that count rows of their own, one after the other; what has no population is left out. */
export function* countedOf(measures: Iterable<Measure>, context: Context): Generator<Counted> {
  const frame = frameOf(context);
  for (const measure of measures) {
    if (measure.kind === 'derived') continue;
    const population = measure.population?.(context) ?? null;
    if (population === null) continue;
    if (measure.kind === 'duration') keepWindow(measure, population, context);
    yield { account: accountOf(measure, population), grids: gridsOf(measure, measure.kind, population, frame) };
  }
}

/** Puts together what was counted of measures, in whatever order, and derives the others from it. */
export interface Collection {
  readonly add: (counted: Counted) => void;
  /** All figures of these measures, in their order: those that were added, and the derived ones made from them. */
  readonly figures: (measures: readonly Measure[]) => Figures;
}

/** Figures that hold nothing but their grids: those who keep them do not keep the facts. */
const figuresIn = (grids: ReadonlyMap<string, Grid>, accounts: readonly MeasureCount[]): Figures => ({
  grid: (measure, grain) => grids.get(`${measure} ${grain}`) ?? null,
  accounts,
});

/** An empty collection, whose grids share the columns that hold the same. */
export function collection(context: Context): Collection {
  const { shapes } = frameOf(context);
  const grids = new Map<string, Grid>();
  const accounts: MeasureCount[] = [];
  const figures = figuresIn(grids, accounts);
  const shared = columnsKept();
  const keep = (grid: Grid): unknown => grids.set(`${grid.measure} ${grid.grain}`, sharing(grid, shared, shapes[grid.grain]));
  return {
    add(counted) {
      accounts.push(counted.account);
      counted.grids.forEach(keep);
    },
    figures(measures) {
      const places = new Map(measures.map(({ id }, place) => [id, place]));
      accounts.sort((a, b) => places.get(a.measure)! - places.get(b.measure)!);
      for (const measure of measures) {
        if (measure.kind !== 'derived') continue;
        if (measure.inputs.every((id) => figures.grid(id, 'window') === null)) continue;
        GRAINS.map((grain) => derivedGrid(measure, figures, shapes[grain], context)).forEach(keep);
      }
      return figures;
    },
  };
}

/**
 * Every measure by client and by week, month, quarter and the window of 13 weeks. All measures share the periods of a
 * grain: from the first day of any table to the as-of day. A derived measure reads those without rows of their own
 * after all others, in the order of the list. Whether population and exclusions make up a table is checked apart, by
 * brokenAccounts.
 */
export function figuresOf(measures: readonly Measure[], context: Context): Figures {
  const all = collection(context);
  for (const counted of countedOf(measures, context)) all.add(counted);
  return all.figures(measures);
}

function gridsOf(measure: Measure, kind: Exclude<Measure['kind'], 'derived'>, population: Population, { context, shapes, intervals }: Frame): readonly Grid[] {
  const exposure = kind === 'rate' ? (measure.exposure?.(context) ?? null) : null;
  if (kind === 'rate' && exposure === null) return [];
  const tables = [population, exposure].flatMap((rows) => (rows === null ? [] : [rows.table]));
  const observedFrom = Math.max(...tables.map((table) => firstDayOf(context, table)));
  return kinds[kind]({ measure, population, exposure, observedFrom, contracts: contractDays(context), intervals }, shapes);
}

/** A grid whose columns are those of other grids where they hold the same. */
function sharing(grid: Grid, shared: ReturnType<typeof columnsKept>, { never }: Shape): Grid {
  const { value, n, hits, exposure, low, high, p90, assumed } = grid;
  return {
    ...grid,
    value: shared(value),
    n: shared(n),
    hits: shared(hits),
    exposure: shared(exposure),
    low: shared(low),
    high: shared(high),
    p90: shared(p90),
    assumed: assumed.includes(1) ? assumed : never,
  };
}

function firstDayOf(context: Context, table: TableName): number {
  return firstDays(context).get(table) ?? Infinity;
}

function accountOf(measure: Measure, { table, facts, day, excluded }: Population): MeasureCount {
  let population = 0;
  for (let row = 0; row < day.length; row++) if (day[row] !== LEFT_OUT) population++;
  return { measure: measure.id, table, facts, population, excluded };
}
