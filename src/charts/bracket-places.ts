import type { Level, Upright } from './ink.ts';
import { type Setting, textWidth, wrap } from './lettering.ts';
import type { Point } from './series.ts';
import type { SidedSignal } from './signals.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

/** A bracket at the points of a signal, its words on the side away from them or beside it. */
export interface Bracket {
  readonly y: number;
  /** Where the legs end. */
  readonly foot: number;
  readonly x1: number;
  readonly x2: number;
  /** What leads to words that do not stand at the bracket itself; null where they do. */
  readonly stem: Upright | null;
  /** The lines of its words, and the baseline of the first. */
  readonly lines: readonly Setting[];
  readonly first: number;
  readonly text: Box;
  /** What it covers: itself, its words and its stem. */
  readonly boxes: readonly Box[];
}

/** What brackets are placed over and between. */
export interface Scene {
  readonly points: readonly Point[];
  readonly strokes: readonly Level[];
  /** Words already in the plot and the numbers at its left, and the words at its right end. */
  readonly taken: readonly Box[];
  readonly ends: readonly Box[];
  /** Where event rules stand. */
  readonly rules: readonly number[];
  readonly plot: Box;
  readonly theme: Theme;
}

const LEG = 6;
const OVER_BRACKET = 8;
const CAP_HEIGHT = 12;
const DESCENT = 4;
const LEAST_WIDTH = 12;
const RULE_GAP = 5;
const BESIDE = 6;
/** So far beyond the right end of the plot a bracket touches no words there. */
const BEYOND = 3;
/** What a stem keeps to itself on each side. */
const STEM_ROOM = 2;
/** What words keep free around them. */
export const AIR = 4;
/** How much farther from its points than at first a bracket may stand, and its words from it, and in what steps places are tried. */
const LIFTED = 24;
const LONGEST = 140;
const STEP = 4;
/** The other side of the mean, and words beside, in units of distance. */
const OTHER_SIDE = 50;
const ASIDE = 10;

/** A place that a bracket may have, the same for every signal. */
export interface Place {
  /** What it costs before what its words lie on, in units of distance. */
  readonly cost: number;
  /** Whether it is on the other side of the points than the signal. */
  readonly other: boolean;
  /** How much farther from its points than at first it stands. */
  readonly lift: number;
  /** How much farther its words stand from it; null beside it. */
  readonly away: number | null;
  /** Which of the places along the bracket its words take: the first or the second. */
  readonly turn: 0 | 1;
}

const steps = (most: number): readonly number[] => Array.from({ length: most / STEP + 1 }, (_, index) => index * STEP);

/** All places, the cheapest first. */
export const PLACES: readonly Place[] = [false, true]
  .flatMap((other) =>
    steps(LIFTED).flatMap((lift) => {
      const cost = lift + (other ? OTHER_SIDE : 0);
      const turns = [0, 1] as const;
      const out = turns.flatMap((turn) => steps(LONGEST).map((away): Place => ({ cost: cost + away + turn, other, lift, away, turn })));
      return [...out, ...turns.map((turn): Place => ({ cost: cost + ASIDE, other, lift, away: null, turn }))];
    }),
  )
  .sort((a, b) => a.cost - b.cost);

/** A signal where its bracket is to be placed: its ends, its words as they are broken, and where on each side of its points they may stand. */
export interface Spot {
  readonly below: boolean;
  readonly x1: number;
  readonly x2: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly Setting[];
  readonly wide: number;
  /** Where words begin that stand above or below the bracket: one place or two. */
  readonly lefts: readonly number[];
}

/** Where words begin: at the bracket's left, or further left to end in bounds, beside event rules where there is room. */
function leftOf(x1: number, x2: number, wide: number, bound: number, { rules, plot }: Scene): number {
  const low = Math.max(plot.left, ...rules.filter((x) => x <= x1).map((x) => x + RULE_GAP));
  const high = Math.min(bound, ...rules.filter((x) => x >= x2).map((x) => x - RULE_GAP));
  return low + wide <= high ? Math.max(low, Math.min(x1, high - wide)) : Math.max(plot.left, Math.min(x1, bound - wide));
}

/** Where a signal's bracket is to be placed with its words no further right than `bound`; null where it has no points. */
export function spotOf(signal: SidedSignal, scene: Scene, bound: number): Spot | null {
  const { points, plot, theme } = scene;
  const [from, to] = [points[signal.from], points[signal.to]];
  const own = points.slice(signal.from, signal.to + 1).flatMap(({ y }) => (y === null ? [] : [Math.min(plot.bottom, Math.max(plot.top, y))]));
  if (!from || !to || !Number.isFinite(from.x) || !Number.isFinite(to.x) || own.length === 0) return null;
  const room = Math.max(BEYOND, plot.right + BEYOND - to.x);
  const short = Math.min(room, Math.max(0, LEAST_WIDTH - (to.x - from.x)) / 2);
  const [x1, x2] = [from.x - short, to.x + short];
  const lines = wrap(signal.text, Math.min(theme.signalRoom, bound - plot.left), theme.signalLines, theme.text);
  const wide = Math.max(0, ...lines.map((line) => textWidth(line.text, theme.text)));
  const start = leftOf(x1, x2, wide, bound, scene);
  const lefts = [...new Set([start, Math.max(plot.left, Math.min(start, x2 - wide))])];
  return { below: signal.below, x1, x2, top: Math.min(...own), bottom: Math.max(...own), lines, wide, lefts };
}

/** Where words begin beside a bracket, right of it and left of it, on the same side of every event rule. */
function besides({ x1, x2, wide }: Spot, { plot, rules }: Scene): readonly number[] {
  const [right, left] = [x2 + BESIDE, x1 - BESIDE - wide];
  const whole = (from: number, to: number): boolean => from >= plot.left && to <= plot.right && !rules.some((x) => x > from && x < to);
  return [...(whole(Math.max(plot.left, x1), right + wide) ? [right] : []), ...(whole(left, Math.min(plot.right, x2)) ? [left] : [])];
}

/** The bracket of a signal in a place; null where it cannot have that place. */
export function bracketIn(spot: Spot, { other, lift, away, turn }: Place, scene: Scene): Bracket | null {
  const { x1, x2, lines, wide } = spot;
  const { theme } = scene;
  const left = (away === null ? besides(spot, scene) : spot.lefts)[turn];
  if (left === undefined) return null;
  const side = spot.below === other ? -1 : 1;
  const y = (side === 1 ? spot.bottom : spot.top) + side * (theme.signalLift + lift);
  const x = (x1 + x2) / 2;
  if (away !== null && away > 0 && (x < left || x > left + wide)) return null;
  const [foot, deep] = [y - side * LEG, (lines.length - 1) * theme.line];
  const from = y + side * ((away ?? 0) + OVER_BRACKET);
  const first = away === null ? (y + foot) / 2 + (CAP_HEIGHT - DESCENT - deep) / 2 : side === 1 ? from + CAP_HEIGHT : from - deep;
  const text: Box = { left, right: left + wide, top: first - CAP_HEIGHT, bottom: first + deep + DESCENT };
  const own: Box = { left: x1, right: x2, top: Math.min(y, foot), bottom: Math.max(y, foot) };
  if (!away) return { y, foot, x1, x2, stem: null, lines, first, text, boxes: [own, text] };
  const end = y + side * (away + AIR);
  const stem: Upright = { x, y1: Math.min(y, end), y2: Math.max(y, end) };
  return { y, foot, x1, x2, stem, lines, first, text, boxes: [own, text, { left: x - STEM_ROOM, right: x + STEM_ROOM, top: stem.y1, bottom: stem.y2 }] };
}
