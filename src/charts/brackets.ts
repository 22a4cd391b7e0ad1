import type { Markish } from '@observablehq/plot';
import type { SignalMark } from '../report/model.ts';
import { type Label, type Level, labelAt, levels, uprights, words } from './ink.ts';
import { LINE, type Setting, textWidth, wrap } from './lettering.ts';
import { overlaps } from './place.ts';
import type { Point } from './series.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

/** A bracket above the points of a signal with its words above it. */
interface Bracket {
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
  readonly labels: readonly Label[];
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
const LEAST_WIDTH = 12;
const LIFTS = 5;
const HIGHEST_LIFT = 60;
const RULE_GAP = 5;
/** How far brackets may rise above the plot. */
const HIGHEST = 60;

function ground(points: readonly Point[], strokes: readonly Level[], x1: number, x2: number): number {
  const under = points.filter((point) => point.y !== null && point.x >= x1 - 1 && point.x <= x2 + 1);
  const crossing = strokes.filter((stroke) => stroke.x1 < x2 && stroke.x2 > x1);
  return Math.min(...under.map((point) => point.y ?? 0), ...crossing.map((stroke) => stroke.y));
}

function raised(y: number, x1: number, x2: number, text: readonly Setting[], left: number, wide: number): Bracket {
  const lowest = y - OVER_BRACKET;
  const labels = text.map((line, index) => labelAt(left, lowest - (text.length - 1 - index) * LINE, line, 't-ink halo'));
  const top = text.length === 0 ? y : lowest - (text.length - 1) * LINE - 11;
  const box = { left: Math.min(x1, left), right: Math.max(x2, left + wide), top, bottom: y + LEG };
  return { y, x1, x2, labels, box };
}

/** Where words begin: at the bracket's left, or further left to end in bounds, beside event rules where there is room. */
function leftOf(x1: number, x2: number, wide: number, bound: number, { rules, plot }: Scene): number {
  const low = Math.max(plot.left, ...rules.filter((x) => x <= x1).map((x) => x + RULE_GAP));
  const high = Math.min(bound, ...rules.filter((x) => x >= x2).map((x) => x - RULE_GAP));
  return low + wide <= high ? Math.min(x1, high - wide) : Math.max(plot.left, Math.min(x1, bound - wide));
}

function bracketOf(signal: SignalMark, scene: Scene, bound: number): Bracket | null {
  const { points, strokes, plot, theme } = scene;
  const from = points[signal.from];
  const to = points[signal.to];
  if (!from || !to || !Number.isFinite(from.x) || !Number.isFinite(to.x)) return null;
  const short = Math.max(0, LEAST_WIDTH - (to.x - from.x)) / 2;
  const x1 = from.x - short;
  const x2 = to.x + short;
  const text = wrap(signal.text, Math.min(theme.signalRoom, bound - plot.left), theme.signalLines);
  const wide = Math.max(0, ...text.map((line) => textWidth(line.text)));
  const left = leftOf(x1, x2, wide, bound, scene);
  const own = ground(points.slice(signal.from, signal.to + 1), strokes, x1, x2);
  if (!Number.isFinite(own)) return null;
  const near = Math.max(own, plot.top) - theme.signalLift;
  const clear = ground(points, [], left, left + wide) - OVER_BRACKET;
  return raised(clear < near && near - clear <= HIGHEST_LIFT ? clear : near, x1, x2, text, left, wide);
}

/** The bracket with words that may run on over the right margin, unless words at the right end stand there. */
function firstPlace(signal: SignalMark, scene: Scene): Bracket | null {
  const over = bracketOf(signal, scene, scene.theme.width);
  const free = over !== null && scene.ends.every((end) => !overlaps(over.box, end, 4));
  return free ? over : bracketOf(signal, scene, scene.plot.right);
}

function lifted(one: Bracket, by: number): Bracket {
  const labels = one.labels.map((label) => ({ ...label, y: label.y - by }));
  return { ...one, y: one.y - by, labels, box: { ...one.box, top: one.box.top - by, bottom: one.box.bottom - by } };
}

/**
 * Brackets for signals, the newest first; one that would touch another, or words already placed, is lifted above them,
 * and left out when no height is free.
 */
export function placeBrackets(signals: readonly SignalMark[], scene: Scene): Brackets {
  const placed: Bracket[] = [];
  for (const signal of [...signals].sort((a, b) => b.to - a.to || b.from - a.from)) {
    let one = firstPlace(signal, scene);
    for (let lift = 0; one !== null && lift < LIFTS; lift++) {
      const { box } = one;
      const hit = [...scene.taken, ...placed.map((other) => other.box)].find((other) => overlaps(box, other, 4));
      if (box.top < scene.plot.top - HIGHEST) break;
      if (hit === undefined) {
        placed.push(one);
        break;
      }
      one = lifted(one, box.bottom - hit.top + 5);
    }
  }
  const legs = placed.flatMap(({ x1, x2, y }) => [x1, x2].map((x) => ({ x, y1: y, y2: y + LEG })));
  return {
    top: placed.length === 0 ? null : Math.min(...placed.map((one) => one.box.top)),
    marks: [levels(placed, 'ev'), uprights(legs, 'ev'), ...words(placed.flatMap((one) => one.labels))],
  };
}
