import { GRAINS, type Axis } from './axis.ts';
import type { Grain } from './measure.ts';

/**
 * Where the cells of a grain lie: `(client + 1) * periods + period`, the firm being client -1. Columns that say nothing
 * are shared by all grids of the grain and never written to.
 */
export interface Shape {
  readonly axis: Axis;
  readonly clients: number;
  readonly cells: number;
  /** No value in any cell. */
  readonly none: Float64Array;
  readonly zero: Float64Array;
  readonly never: Uint8Array;
}

export type Shapes = Readonly<Record<Grain, Shape>>;

export function shapesOf(axes: Readonly<Record<Grain, Axis>>, clients: number): Shapes {
  return byGrain((grain) => {
    const axis = axes[grain];
    const cells = axis.starts.length * (clients + 1);
    return { axis, clients, cells, none: new Float64Array(cells).fill(NaN), zero: new Float64Array(cells), never: new Uint8Array(cells) };
  });
}

/** One of each grain. */
export function byGrain<T>(make: (grain: Grain) => T): Readonly<Record<Grain, T>> {
  return Object.fromEntries(GRAINS.map((grain) => [grain, make(grain)])) as Record<Grain, T>;
}
