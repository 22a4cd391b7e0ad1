import { middle } from './axes.ts';
import { type Label, labelAt } from './ink.ts';
import { type Setting, textWidth } from './lettering.ts';
import { crossings, overlaps } from './place.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

/** A place for words: `y` is their middle, and `anchor` says which end of them stands at `x`. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: '' | 'end';
}
/** A line of words with the places that it may take, the best first. */
export interface Wish {
  readonly words: Setting;
  readonly places: readonly Place[];
  /** How much room it asks for around it. */
  readonly air: number;
  /** Whether it lies over dots rather than be left out. */
  readonly must: boolean;
}
/** A line of the drawing between two places, the left one first. */
export type Stroke = readonly [from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }];
/** What stands in the drawing already: no words may leave the bounds or lie over other words. */
export interface Plotted {
  readonly bounds: Box;
  readonly words: readonly Box[];
  readonly dots: readonly Box[];
  readonly strokes: readonly Stroke[];
}

const ASCENT = 0.8;
const DESCENT = 0.25;
const AIR = 2;
/** What it weighs to lie over a line or a dot, in steps down the list of places. */
const STROKE_COST = 6;
const DOT_COST = 20;

/** The height of a line of words. */
export const heightOf = ({ text }: Theme): number => (ASCENT + DESCENT) * text;

/** The box that words fill at a place. */
export function boxOf({ text }: Setting, { x, y, anchor }: Place, theme: Theme): Box {
  const width = textWidth(text, theme.text);
  const left = x - (anchor === 'end' ? width : 0);
  const top = middle(y) - ASCENT * theme.text;
  return { left, right: left + width, top, bottom: top + heightOf(theme) };
}

const isInside = (box: Box, { left, right, top, bottom }: Box): boolean => box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;

/** The words that find a place, each where it lies best, the first with the first right to it; the others are left out. */
export function placeWords(wishes: readonly Wish[], { bounds, words, dots, strokes }: Plotted, theme: Theme): readonly Label[] {
  const taken = [...words];
  return wishes.flatMap((wish) => {
    const free = wish.places.flatMap((place, at) => {
      const box = boxOf(wish.words, place, theme);
      const under = dots.filter((dot) => overlaps(box, dot)).length;
      if (!isInside(box, bounds) || taken.some((other) => overlaps(box, other, Math.max(AIR, wish.air))) || (under > 0 && !wish.must)) return [];
      const crossed = strokes.reduce((sum, stroke) => sum + crossings(stroke, box), 0);
      return [{ place, box, cost: at + DOT_COST * under + STROKE_COST * crossed }];
    });
    if (free.length === 0) return [];
    const { place, box } = free.reduce((best, one) => (one.cost < best.cost ? one : best));
    taken.push(box);
    return [labelAt(place.x, middle(place.y), wish.words, [place.anchor, 'halo'].filter((name) => name !== '').join(' '))];
  });
}
