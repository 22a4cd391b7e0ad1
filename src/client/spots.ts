/** A place in a drawing, in its own units, and the row of data that stands there. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly row: number;
}

/** The places that a drawing names, "x,yLx,y" with nothing where a row has no place; `rows` gives the row of each. */
export function spotsOf(places: string, rows: readonly number[]): readonly Spot[] {
  return places.split('L').flatMap((place, at) => {
    const [x = NaN, y = NaN] = place.split(',').map(Number);
    return place === '' || Number.isNaN(x + y) ? [] : [{ x, y, row: rows[at] ?? at }];
  });
}

/** The axis that data follow each other on; both where they lie anywhere. */
export type Along = 'x' | 'y' | 'xy';

/** Which place is nearest to a pointer along an axis, of those equally near the nearest of all; -1 without any. */
export function nearest(spots: readonly Spot[], at: { readonly x: number; readonly y: number }, along: Along): number {
  let best = -1;
  let least = [Infinity, Infinity] as readonly [number, number];
  spots.forEach((spot, index) => {
    const [x, y] = [Math.abs(spot.x - at.x), Math.abs(spot.y - at.y)];
    const far = along === 'xy' ? ([Math.hypot(x, y), 0] as const) : along === 'x' ? ([x, y] as const) : ([y, x] as const);
    if (far[0] > least[0] || (far[0] === least[0] && far[1] >= least[1])) return;
    best = index;
    least = far;
  });
  return best;
}

/** Where a key leads from a place, of `count`; -1 stands for none yet, null means that the key leads nowhere. */
export function led(key: string, from: number, count: number): number | null {
  const last = count - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(last, from + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return from === -1 ? last : Math.max(0, from - 1);
  return null;
}
