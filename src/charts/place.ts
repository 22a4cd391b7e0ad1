import type { Box } from './svg.ts';

/** Whether two boxes share a point, with `air` units between them asked for. */
export function overlaps(one: Box, other: Box, air = 0): boolean {
  return one.left < other.right + air && other.left < one.right + air && one.top < other.bottom + air && other.top < one.bottom + air;
}

/** How many of the strokes from each place to the next pass through a box; none leads to or from a place without `y`. */
export function crossings(places: readonly { readonly x: number; readonly y: number | null }[], box: Box): number {
  return places.filter((to, index) => {
    const from = places[index - 1];
    if (from === undefined || from.y === null || to.y === null || from.x >= box.right || to.x <= box.left) return false;
    const { x, y } = from;
    const slope = to.x === x ? 0 : (to.y - y) / (to.x - x);
    const ends = [Math.max(x, box.left), Math.min(to.x, box.right)].map((at) => y + slope * (at - x));
    return Math.min(...ends) < box.bottom && Math.max(...ends) > box.top;
  }).length;
}

/**
 * Middles of things as high as `heights` that do not overlap and lie whole within `low` to `high`, as near as can be to
 * those wanted, in the order given. Least squares by pooling neighbours (Ayer et al., "An empirical distribution function for
 * sampling with incomplete information", 1955) on the wants less their share of the heights. Too many for the room run
 * over at `high`.
 */
export function nudge(wanted: readonly number[], heights: readonly number[], low: number, high: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const offsets: number[] = [];
  order.forEach((index, rank) => {
    const before = order[rank - 1];
    const above = before === undefined ? 0 : (offsets[rank - 1] ?? 0) + (heights[before] ?? 0) / 2;
    offsets.push(above + (heights[index] ?? 0) / 2);
  });
  const pools: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: (wanted[index] ?? 0) - (offsets[rank] ?? 0), count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const free = pools.flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.count));
  const highest = Math.max(low, high - heights.reduce((sum, height) => sum + height, 0));
  const placed: number[] = [];
  order.forEach((index, rank) => {
    placed[index] = Math.min(highest, Math.max(low, free[rank] ?? low)) + (offsets[rank] ?? 0);
  });
  return placed;
}
