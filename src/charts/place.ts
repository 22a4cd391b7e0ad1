import type { Box } from './svg.ts';

/** Whether two boxes share a point, with `air` units between them asked for. */
export function overlaps(one: Box, other: Box, air = 0): boolean {
  return one.left < other.right + air && other.left < one.right + air && one.top < other.bottom + air && other.top < one.bottom + air;
}

/**
 * Places at least `gap` apart and within `low` to `high` that lie as near as can be to those wanted, in the order given.
 * Least squares by pooling neighbours (Ayer et al., "An empirical distribution function for sampling with incomplete
 * information", 1955) on the wants less their share of the gaps. Too many for the room run over at `high`.
 */
export function nudge(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const pools: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: (wanted[index] ?? 0) - rank * gap, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const free = pools.flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.count));
  const highest = Math.max(low, high - (wanted.length - 1) * gap);
  const placed: number[] = [];
  order.forEach((index, rank) => {
    placed[index] = Math.min(highest, Math.max(low, free[rank] ?? low)) + rank * gap;
  });
  return placed;
}
