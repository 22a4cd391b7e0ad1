import { cellAt, cellIndex, gridOf, type Figures, type Grid } from './grid.ts';
import type { CellInputs, Context, DerivedCell, Grain, Measure } from './measure.ts';
import { wilson } from './statistics.ts';
import type { Shape } from './tally.ts';

type Columns = Record<'value' | 'n' | 'hits' | 'low' | 'high', Float64Array> & { readonly assumed: Uint8Array };

/** The grid of a derived measure: `derive` asked for every cell, from the grids that are ready. */
export function derivedGrid(measure: Measure, figures: Figures, shape: Shape, context: Context): Grid {
  const { axis, clients } = shape;
  const inputs = new Map(measure.inputs.map((id) => [id, figures.grid(id, axis.grain)]));
  const grid = gridOf(measure.id, axis, clients, blankColumns(axis.starts.length * (clients + 1)));
  for (let client = measure.overClients ? 0 : -1; client < clients; client++) {
    for (let period = 0; period < axis.starts.length; period++) {
      const cell = cellIndex(grid, client, period);
      const view = cellInputs(inputs, figures, axis.grain, client, period, axis.starts[period]!, axis.ends[period]!);
      put(grid, cell, measure.derive!(view, context));
    }
  }
  if (measure.overClients) for (let period = 0; period < axis.starts.length; period++) addUp(grid, period);
  return grid;
}

function blankColumns(cells: number): Columns {
  const blank = () => new Float64Array(cells).fill(NaN);
  return {
    value: blank(),
    n: new Float64Array(cells),
    hits: blank(),
    low: blank(),
    high: blank(),
    assumed: new Uint8Array(cells),
  };
}

function cellInputs(
  inputs: ReadonlyMap<string, Grid | null>,
  figures: Figures,
  grain: Grain,
  client: number,
  period: number,
  from: number,
  to: number,
): CellInputs {
  return {
    get(id) {
      const grid = inputs.get(id);
      if (grid === undefined) throw new Error(`${id} is read without being named as an input.`);
      return grid === null ? null : cellAt(grid, client, period);
    },
    client,
    grain,
    figures,
    from,
    to,
    weeks: (to - from + 1) / 7,
  };
}

function put(grid: Grid, cell: number, derived: DerivedCell | null): void {
  if (derived === null) return;
  grid.value[cell] = derived.value;
  grid.n[cell] = derived.n ?? 0;
  grid.hits[cell] = derived.hits ?? NaN;
  grid.low[cell] = derived.low ?? NaN;
  grid.high[cell] = derived.high ?? NaN;
  grid.assumed[cell] = derived.assumed ? 1 : 0;
}

function addUp(grid: Grid, period: number): void {
  let [n, hits, assumed] = [0, 0, false];
  for (let client = 0; client < grid.clients; client++) {
    const cell = cellIndex(grid, client, period);
    if (Number.isNaN(grid.value[cell])) continue;
    n += grid.n[cell]!;
    hits += grid.hits[cell]!;
    assumed ||= grid.assumed[cell] === 1;
  }
  const interval = wilson(hits, n);
  if (interval !== null) put(grid, cellIndex(grid, -1, period), { value: hits / n, n, hits, ...interval, assumed });
}
