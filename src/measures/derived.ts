import { cellIndex, gridOf, type Figures, type Grid } from './grid.ts';
import type { CellInputs, CellValue, Context, DerivedCell, Measure } from './measure.ts';
import type { Shape } from './shape.ts';
import { wilson } from './statistics.ts';

type Columns = Record<'value' | 'n' | 'hits' | 'low' | 'high', Float64Array> & { readonly assumed: Uint8Array };
type Moving<T> = { -readonly [K in keyof T]: T[K] };

/** The grid of a derived measure: `derive` asked for every cell, from the grids that are ready. */
export function derivedGrid(measure: Measure, figures: Figures, shape: Shape, context: Context): Grid {
  const { axis, clients } = shape;
  const grid = gridOf(measure.id, shape, blankColumns(shape.cells));
  const place = { cell: 0 };
  const view = viewOf(measure, figures, grid, place);
  for (let client = measure.overClients ? 0 : -1; client < clients; client++) {
    view.client = client;
    for (let period = 0; period < axis.starts.length; period++) {
      view.from = axis.starts[period]!;
      view.to = axis.ends[period]!;
      view.weeks = (view.to - view.from + 1) / 7;
      place.cell = cellIndex(grid, client, period);
      const derived = measure.derive!(view, context);
      put(grid, place.cell, measure.overClients ? withInterval(derived) : derived);
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

/** What a measure reads, moved from cell to cell: one object for all of them. */
function viewOf(measure: Measure, figures: Figures, { grain }: Grid, place: { readonly cell: number }): Moving<CellInputs> {
  const inputs = new Map<string, CellValue | null>();
  for (const id of measure.inputs) {
    const grid = figures.grid(id, grain);
    inputs.set(id, grid === null ? null : cellView(grid, place));
  }
  const get = (id: string): CellValue | null => {
    const input = inputs.get(id);
    if (input === undefined) throw new Error(`${id} is read without being named as an input.`);
    return input;
  };
  return { get, client: -1, grain, figures, from: 0, to: 0, weeks: 0 };
}

function cellView({ value, n, hits, exposure, low, high, p90, assumed }: Grid, place: { readonly cell: number }): CellValue {
  return {
    get value() {
      return value[place.cell]!;
    },
    get n() {
      return n[place.cell]!;
    },
    get hits() {
      return hits[place.cell]!;
    },
    get exposure() {
      return exposure[place.cell]!;
    },
    get low() {
      return low[place.cell]!;
    },
    get high() {
      return high[place.cell]!;
    },
    get p90() {
      return p90[place.cell]!;
    },
    get assumed() {
      return assumed[place.cell] === 1;
    },
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

/** A cell of a client that the firm's share adds up, with the interval of its own share. */
function withInterval(derived: DerivedCell | null): DerivedCell | null {
  return derived && { ...derived, ...wilson(derived.hits!, derived.n!) };
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
