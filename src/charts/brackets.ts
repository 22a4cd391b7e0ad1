import type { Markish } from '@observablehq/plot';
import { AIR, type Bracket, bracketIn, PLACES, type Scene, spotOf } from './bracket-places.ts';
import { type Label, labelAt, levels, uprights, words } from './ink.ts';
import { crossings, overlaps } from './place.ts';
import { isolated, type Point } from './series.ts';
import type { SidedSignal } from './signals.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

export interface Brackets {
  /** Top of the highest, or null without any. */
  readonly top: number | null;
  readonly marks: readonly Markish[];
}

/** How far brackets may rise above the plot. */
const HIGHEST = 72;
/** Words on a point that stands alone, on a stroke of data, on a mean or limit, in units of distance. */
const OVER_POINT = 60;
const OVER_DATA = 30;
const OVER_STROKE = 14;

/** What the words of a bracket lie on costs; `lone` are the points that no stroke leads to. */
function costOf({ text, boxes }: Bracket, { points, strokes, rules, theme }: Scene, lone: readonly Point[]): number {
  const struck = strokes.filter((stroke) => stroke.x1 < text.right && stroke.x2 > text.left && stroke.y > text.top && stroke.y < text.bottom);
  const hidden = lone.filter(({ x, y }) => x > text.left && x < text.right && y! > text.top && y! < text.bottom);
  const withDots = (box: Box): Box => (box === text ? { ...box, top: box.top - theme.dot, bottom: box.bottom + theme.dot } : box);
  const crossed = boxes.reduce((sum, box) => sum + crossings(points, withDots(box)), 0);
  return hidden.length * OVER_POINT + crossed * OVER_DATA + (struck.length + rules.filter((x) => x > text.left && x < text.right).length) * OVER_STROKE;
}

/** The best place that touches nothing; words may run on over the right margin unless words at the right end stand there. */
function placeOne(signal: SidedSignal, placed: readonly Bracket[], scene: Scene, lone: readonly Point[]): Bracket | null {
  const { plot, theme } = scene;
  const others = [...scene.taken, ...scene.ends, ...placed.flatMap(({ boxes }) => boxes)];
  const free = ({ boxes }: Bracket): boolean =>
    boxes.every((box) => box.top >= plot.top - HIGHEST && box.bottom <= plot.bottom - 2 && others.every((other) => !overlaps(box, other, AIR)));
  const spots = [theme.width, plot.right].flatMap((bound) => spotOf(signal, scene, bound) ?? []);
  let [best, least]: [Bracket | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const place of PLACES) {
    if (place.cost >= least) break;
    for (const spot of spots) {
      const bracket = bracketIn(spot, place, scene);
      if (bracket === null || !free(bracket)) continue;
      const whole = place.cost + costOf(bracket, scene, lone);
      if (whole < least) [best, least] = [bracket, whole];
    }
  }
  return best;
}

/** Each signal in its best place beside those before it, in the order given; one without a free place is left out. */
function placeAll(signals: readonly SidedSignal[], scene: Scene): ReadonlyMap<SidedSignal, Bracket> {
  const placed = new Map<SidedSignal, Bracket>();
  const lone = isolated(scene.points);
  for (const signal of signals) {
    const one = placeOne(signal, [...placed.values()], scene, lone);
    if (one !== null) placed.set(signal, one);
  }
  return placed;
}

const labelsOf = ({ lines, first, text }: Bracket, theme: Theme): readonly Label[] =>
  lines.map((line, index) => labelAt(text.left, first + index * theme.line, line, 't-ink halo'));

/** Brackets for signals, each near its points where its words cover least: the newest first, or those first that would be left out so where more find a place. */
export function placeBrackets(signals: readonly SidedSignal[], scene: Scene): Brackets {
  const newestFirst = [...signals].sort((a, b) => b.to - a.to || b.from - a.from);
  const inOrder = placeAll(newestFirst, scene);
  const out = newestFirst.filter((one) => !inOrder.has(one));
  const turned = out.length === 0 ? inOrder : placeAll([...out, ...newestFirst.filter((one) => inOrder.has(one))], scene);
  const placed = [...(turned.size > inOrder.size ? turned : inOrder).values()];
  const legs = placed.flatMap(({ x1, x2, y, foot }) => [x1, x2].map((x) => ({ x, y1: Math.min(y, foot), y2: Math.max(y, foot) })));
  const stems = placed.flatMap(({ stem }) => (stem === null ? [] : [stem]));
  return {
    top: placed.length === 0 ? null : Math.min(...placed.flatMap(({ boxes }) => boxes.map(({ top }) => top))),
    marks: [levels(placed, 'ev'), uprights([...legs, ...stems], 'ev'), ...words(placed.flatMap((one) => labelsOf(one, scene.theme)))],
  };
}
