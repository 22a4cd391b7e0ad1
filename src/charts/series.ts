import type { Markish } from '@observablehq/plot';
import type { TimePoint } from '../report/model.ts';
import type { Ruler } from './axes.ts';
import { dayMs } from './days.ts';
import { type Spot, dots, line } from './ink.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

/** A period's place; `y` is null without a value. */
export interface Point extends Spot {
  readonly open: boolean;
}

const MOST_DOTS = 160;
const LEAST_STEP = 4;
/** Beyond this a place is out of every drawing; coordinates stay short and finite. */
const FAR = 10_000;

/** The places of points; a value that is not a finite number counts as none, a day that is no day is left out. */
export function pointsAt(points: readonly TimePoint[], x: Ruler, y: Ruler): readonly Point[] {
  return points.map((point) => ({
    x: x(dayMs(point.start)),
    y: point.value !== null && Number.isFinite(point.value) ? Math.max(-FAR, Math.min(FAR, y(point.value))) : null,
    open: point.open,
  }));
}

/** Whether each period can have its own dot: beyond about 160, or closer than 4 units, the line alone speaks. */
export function dotted(points: readonly Point[], step: number): boolean {
  return points.length <= MOST_DOTS && step >= LEAST_STEP;
}

function closed(points: readonly Point[]): readonly Point[] {
  return points.map((point) => (point.open ? { ...point, y: null } : point));
}

/** The points that no line reaches: the neighbours on both sides have no value. */
export function isolated(points: readonly Point[]): readonly Point[] {
  const own = closed(points);
  const bare = (index: number): boolean => (own[index]?.y ?? null) === null;
  return own.filter((_, index) => !bare(index) && bare(index - 1) && bare(index + 1));
}

/** The last complete point with a value, or undefined. */
export function newest(points: readonly Point[]): Point | undefined {
  return closed(points).findLast((point) => point.y !== null);
}

/**
 * One line through the stretches given, broken between them and at missing periods, and cut to the plot when it leaves
 * it. No line at all when no two neighbours have values.
 */
export function lineThrough(stretches: readonly (readonly Point[])[], plot: Box, className: string): readonly Markish[] {
  const spots = stretches.flatMap((stretch) => {
    const alone = new Set(isolated(stretch).map((point) => point.x));
    const run = closed(stretch).map((point) => (alone.has(point.x) ? { ...point, y: null } : point));
    return [...run, { x: plot.left, y: null }];
  });
  if (spots.every((spot) => spot.y === null)) return [];
  const outside = spots.some((spot) => spot.y !== null && (spot.y < plot.top || spot.y > plot.bottom));
  return [line(spots, className, outside)];
}

/** Dots of complete points inside the plot. */
export function dotsAt(points: readonly Point[], plot: Box, r: number, className: string): readonly Markish[] {
  const seen = closed(points).filter(({ y }) => y !== null && y >= plot.top - 0.1 && y <= plot.bottom + 0.1);
  return seen.length === 0 ? [] : [dots(seen, r, className)];
}

/** The hollow dots of running periods. */
export function openDots(points: readonly Point[], theme: Theme, className: string): readonly Markish[] {
  const open = points.filter((point) => point.open && point.y !== null);
  return open.length === 0 ? [] : [dots(open, theme.dot + 0.4, className)];
}
