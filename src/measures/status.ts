import type { CellValue, Context, Kind } from './measure.ts';
import type { Interval } from './statistics.ts';

export type Status = 'meets' | 'below' | 'cannot tell' | 'not enough answers';

/** Where a figure should lie: at least or at most so much. Of a band the low end is the one to reach. */
export type Target =
  | { readonly side: 'at least'; readonly value: number }
  | { readonly side: 'at most'; readonly value: number }
  | { readonly side: 'band'; readonly low: number; readonly high: number };

/** Fewer rows than this say nothing about a target. */
export const ENOUGH = 10;

/**
 * Whether a figure meets its target, both in one unit: *meets* when the whole interval lies on the good side, *below*
 * when it lies wholly on the bad one, *cannot tell* otherwise and without an interval, *not enough answers* under 10
 * rows. `n` is the population of a share, duration or mean, and the exposure of a rate.
 */
export function statusOf(interval: Interval | null, n: number, target: Target): Status {
  if (!(n >= ENOUGH)) return 'not enough answers';
  if (interval === null || Number.isNaN(interval.low) || Number.isNaN(interval.high)) return 'cannot tell';
  const { low, high } = interval;
  if (target.side === 'at most') return high <= target.value ? 'meets' : low > target.value ? 'below' : 'cannot tell';
  const aim = target.side === 'band' ? target.low : target.value;
  return low >= aim ? 'meets' : high < aim ? 'below' : 'cannot tell';
}

/** The status of a cell of a measure of the given kind. */
export function statusOfCell(kind: Kind, cell: CellValue, target: Target): Status {
  return statusOf(cell, kind === 'rate' ? cell.exposure : cell.n, target);
}

/** The band in which the satisfaction of a client (-1 = the firm) should lie, as shares from 0 to 1. */
export function satisfactionBand({ facts, settings }: Context, client: number): Target {
  const [low, high] = settings.targets.satisfaction;
  const own = facts.clients.list[client];
  const percent = (of: number | undefined, otherwise: number) => (of === undefined || Number.isNaN(of) ? otherwise : of);
  return { side: 'band', low: percent(own?.targetLow, low) / 100, high: percent(own?.targetHigh, high) / 100 };
}
