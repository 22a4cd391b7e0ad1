import type { Markish } from '@observablehq/plot';
import { type Label, type Level, labelAt, levels, uprights, words } from './ink.ts';
import { type Setting, textWidth, wrap } from './lettering.ts';
import { crossings, overlaps } from './place.ts';
import { isolated, type Point } from './series.ts';
import type { SidedSignal } from './signals.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

/** A bracket at the points of a signal, its words on the side away from them. */
interface Bracket {
  readonly y: number;
  /** Where the legs end. */
  readonly foot: number;
  readonly x1: number;
  readonly x2: number;
  readonly labels: readonly Label[];
  readonly text: Box;
  readonly box: Box;
}
/** What brackets are placed over and between. */
export interface Scene {
  readonly points: readonly Point[];
  readonly strokes: readonly Level[];
  /** Words already in the plot, and those at its right end. */
  readonly taken: readonly Box[];
  readonly ends: readonly Box[];
  /** Where event rules stand. */
  readonly rules: readonly number[];
  readonly plot: Box;
  readonly theme: Theme;
}
export interface Brackets {
  /** Top of the highest, or null without any. */
  readonly top: number | null;
  readonly marks: readonly Markish[];
}

const LEG = 6;
const OVER_BRACKET = 8;
const CAP_HEIGHT = 12;
const DESCENT = 4;
const LEAST_WIDTH = 12;
const RULE_GAP = 5;
/** How far brackets may rise above the plot, how far they may lie from their points, and in what steps places are tried. */
const HIGHEST = 60;
const FARTHEST = 140;
const STEP = 4;
/** Words on a point that stands alone, on a stroke of data, on a mean or limit, and the other side of the mean, in units of distance. */
const OVER_POINT = 60;
const OVER_DATA = 30;
const OVER_STROKE = 14;
const OTHER_SIDE = 50;

/** Where words begin: at the bracket's left, or further left to end in bounds, beside event rules where there is room. */
function leftOf(x1: number, x2: number, wide: number, bound: number, { rules, plot }: Scene): number {
  const low = Math.max(plot.left, ...rules.filter((x) => x <= x1).map((x) => x + RULE_GAP));
  const high = Math.min(bound, ...rules.filter((x) => x >= x2).map((x) => x - RULE_GAP));
  return low + wide <= high ? Math.min(x1, high - wide) : Math.max(plot.left, Math.min(x1, bound - wide));
}

/** Bracket and words at a height, on the upper side (-1) or the lower side (1) of the points. */
function bracketAt(y: number, side: -1 | 1, [x1, x2]: readonly [number, number], text: readonly Setting[], left: number, theme: Theme): Bracket {
  const wide = Math.max(0, ...text.map((line) => textWidth(line.text, theme.text)));
  const first = side === 1 ? y + OVER_BRACKET + CAP_HEIGHT : y - OVER_BRACKET - (text.length - 1) * theme.line;
  const labels = text.map((line, index) => labelAt(left, first + index * theme.line, line, 't-ink halo'));
  const last = first + (text.length - 1) * theme.line;
  const words: Box = { left, right: left + wide, top: first - CAP_HEIGHT, bottom: last + DESCENT };
  const foot = y - side * LEG;
  const box: Box = {
    left: Math.min(x1, left),
    right: Math.max(x2, left + wide),
    top: Math.min(foot, words.top),
    bottom: Math.max(foot, words.bottom),
  };
  return { y, foot, x1, x2, labels, text: words, box };
}

interface Candidate {
  readonly bracket: Bracket;
  readonly cost: number;
}

function costOf({ text }: Bracket, { points, strokes }: Scene): number {
  const struck = strokes.filter((stroke) => stroke.x1 < text.right && stroke.x2 > text.left && stroke.y > text.top && stroke.y < text.bottom);
  const hidden = isolated(points).filter(({ x, y }) => x > text.left && x < text.right && y! > text.top && y! < text.bottom);
  return hidden.length * OVER_POINT + crossings(points, text) * OVER_DATA + struck.length * OVER_STROKE;
}

/** Every place of a signal's bracket with its words no further right than `bound`, near its points on either side. */
function places(signal: SidedSignal, scene: Scene, bound: number): readonly Candidate[] {
  const { points, plot, theme } = scene;
  const [from, to] = [points[signal.from], points[signal.to]];
  const own = points.slice(signal.from, signal.to + 1).flatMap(({ y }) => (y === null ? [] : [Math.min(plot.bottom, Math.max(plot.top, y))]));
  if (!from || !to || !Number.isFinite(from.x) || !Number.isFinite(to.x) || own.length === 0) return [];
  const short = Math.max(0, LEAST_WIDTH - (to.x - from.x)) / 2;
  const [x1, x2] = [from.x - short, to.x + short];
  const text = wrap(signal.text, Math.min(theme.signalRoom, bound - plot.left), theme.signalLines, theme.text);
  const left = leftOf(x1, x2, Math.max(0, ...text.map((line) => textWidth(line.text, theme.text))), bound, scene);
  return ([-1, 1] as const).flatMap((side) => {
    const ground = side === 1 ? Math.max(...own) : Math.min(...own);
    const aside = (side === 1) === signal.below ? 0 : OTHER_SIDE;
    return Array.from({ length: FARTHEST / STEP }, (_, index) => {
      const bracket = bracketAt(ground + side * (theme.signalLift + index * STEP), side, [x1, x2], text, left, theme);
      return { bracket, cost: costOf(bracket, scene) + aside + index * STEP };
    });
  });
}

/** The best place that touches nothing; words may run on over the right margin unless words at the right end stand there. */
function placeOne(signal: SidedSignal, placed: readonly Bracket[], scene: Scene): Bracket | null {
  const { plot, theme } = scene;
  const others = [...scene.taken, ...scene.ends, ...placed.map(({ box }) => box)];
  const free = [...places(signal, scene, theme.width), ...places(signal, scene, plot.right)].filter(
    ({ bracket: { box } }) => box.top >= plot.top - HIGHEST && box.bottom <= plot.bottom - 2 && others.every((other) => !overlaps(box, other, 4)),
  );
  const [first] = free;
  return first === undefined ? null : free.reduce((best, next) => (next.cost < best.cost ? next : best), first).bracket;
}

/** Brackets for signals, the newest first, each near its points where its words cover least; one without a free place is left out. */
export function placeBrackets(signals: readonly SidedSignal[], scene: Scene): Brackets {
  const placed: Bracket[] = [];
  for (const signal of [...signals].sort((a, b) => b.to - a.to || b.from - a.from)) {
    const one = placeOne(signal, placed, scene);
    if (one !== null) placed.push(one);
  }
  const legs = placed.flatMap(({ x1, x2, y, foot }) => [x1, x2].map((x) => ({ x, y1: Math.min(y, foot), y2: Math.max(y, foot) })));
  return {
    top: placed.length === 0 ? null : Math.min(...placed.map((one) => one.box.top)),
    marks: [levels(placed, 'ev'), uprights(legs, 'ev'), ...words(placed.flatMap((one) => one.labels))],
  };
}
