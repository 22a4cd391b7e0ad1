import type { TableName } from '../facts/table.ts';
import { axesOf, GRAINS } from './axis.ts';
import { contractDays } from './client-days.ts';
import { columnsKept } from './columns-kept.ts';
import { derivedGrid } from './derived.ts';
import type { Figures, Grid, MeasureCount } from './grid.ts';
import { intervalsKept, type Intervals } from './intervals.ts';
import { kinds } from './kinds.ts';
import { LEFT_OUT, type Context, type Grain, type Measure, type Population } from './measure.ts';
import { firstDays } from './observed.ts';
import { shapesOf, type Shape, type Shapes } from './shape.ts';

interface Frame {
  readonly context: Context;
  readonly shapes: Shapes;
  readonly intervals: Intervals;
}

/**
 * Every measure by client and by week, month, quarter and the window of 13 weeks. All measures share the periods of a
 * grain: from the first day of any table to the as-of day. A derived measure reads those without rows of their own
 * after all others, in the order of the list. Whether population and exclusions make up a table is checked apart, by
 * brokenAccounts.
 */
export function figuresOf(measures: readonly Measure[], context: Context): Figures {
  const first = Math.min(...firstDays(context).values());
  const frame: Frame = {
    context,
    shapes: shapesOf(axesOf(first, context.asOf), context.facts.clients.list.length),
    intervals: intervalsKept(),
  };
  const grids = new Map<string, Grid>();
  const accounts: MeasureCount[] = [];
  const figures: Figures = { grid: (measure, grain) => grids.get(`${measure} ${grain}`) ?? null, accounts };
  const shared = columnsKept();
  const keep = (grid: Grid): unknown => grids.set(`${grid.measure} ${grid.grain}`, sharing(grid, shared, frame.shapes[grid.grain]));
  for (const measure of measures) {
    if (measure.kind === 'derived') continue;
    const population = measure.population?.(context) ?? null;
    if (population === null) continue;
    accounts.push(accountOf(measure, population));
    gridsOf(measure, measure.kind, population, frame).forEach(keep);
  }
  for (const measure of measures) {
    if (measure.kind !== 'derived') continue;
    if (measure.inputs.every((id) => figures.grid(id, 'window') === null)) continue;
    const derived = (grain: Grain) => derivedGrid(measure, figures, frame.shapes[grain], context);
    GRAINS.map(derived).forEach(keep);
  }
  return figures;
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
