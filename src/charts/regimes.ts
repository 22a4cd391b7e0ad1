import type { Markish } from '@observablehq/plot';
import type { ProcessDrawing, Regime, Scale } from '../report/model.ts';
import { type Ruler, within } from './axes.ts';
import { type Label, type Level, labelAt, levels } from './ink.ts';
import { fit, textWidth } from './lettering.ts';
import { crossings } from './place.ts';
import type { Point } from './series.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';
import type { EndLabel, Span } from './trend.ts';

const INSET = 8;
/** From a line to the baseline of words over and under it, and how far these reach from their baseline. */
const OVER_LINE = 6;
const UNDER_LINE = 17;
/** What it costs to stand over the plot, among the words of events, in strokes of data. */
const OUT_OF_PLOT = 100;
const ASCENT = 12;
const DESCENT = 5;

/** A regime with the stretch of the plot that it rules. */
export interface Reach extends Regime {
  readonly x1: number;
  readonly x2: number;
}

/** The regime that rules today, or else the last one, and the one whose mean runs on beside it. */
function leading(regimes: readonly Regime[]): { main: Regime | undefined; before: Regime | undefined } {
  const now = regimes.findLast((regime) => regime.now);
  const main = now ?? regimes.at(-1);
  const before = now === undefined ? undefined : regimes[regimes.indexOf(now) - 1];
  return { main, before };
}

/** What stands at the right end: the mean and limit of today's regime and the mean before it. */
export function regimeLabels(drawing: ProcessDrawing, theme: Theme): readonly EndLabel[] {
  const { main, before } = leading(drawing.regimes);
  const word = (long: string, short: string): string => (theme.narrow ? short : long);
  const found: (EndLabel | null)[] = [];
  const add = (value: number | null, text: string, className: string): void => {
    if (within(value, drawing.scale) && text !== '') found.push({ value, text, className });
  };
  if (before) add(before.mean, word(before.meanText, before.meanShort), '');
  if (main) {
    add(main.mean, word(main.meanText, main.meanShort), main.now ? 't-acc' : '');
    add(limits(main, drawing.scale)[0] ?? null, word(main.limitText, main.limitShort), '');
  }
  return found.filter((label) => label !== null);
}

/** The limits that are drawn, the upper one first: a lower one at or under the foot of the scale is not. */
function limits(regime: Regime, scale: Scale): readonly number[] {
  return [regime.upper, regime.lower].filter((limit) => within(limit, scale)).filter((limit) => limit > scale.low);
}

/** Each regime's stretch: from halfway to the point before it to halfway to the point after it. */
export function reaches(regimes: readonly Regime[], points: readonly Point[], span: Span): readonly Reach[] {
  const halfway = (left: Point | undefined, right: Point | undefined, edge: number): number => (left && right ? (left.x + right.x) / 2 : edge);
  return regimes.map((regime) => ({
    ...regime,
    x1: halfway(points[regime.from - 1], points[regime.from], span.left),
    x2: halfway(points[regime.to], points[regime.to + 1], span.right),
  }));
}

/** The mean before, where it runs on beside today's. */
function dashed(all: readonly Reach[], scale: Scale, y: Ruler): readonly Level[] {
  const { main, before } = leading(all);
  const on = all.find((one) => one === before);
  const to = all.find((one) => one === main);
  return on && to && within(on.mean, scale) ? [{ y: y(on.mean), x1: on.x2, x2: to.x2 }] : [];
}

/** The horizontal strokes of all regimes, for signals to stay clear of. */
export function strokes(all: readonly Reach[], scale: Scale, y: Ruler): readonly Level[] {
  const own = all.flatMap((one) =>
    [one.mean, ...limits(one, scale)].filter((value) => within(value, scale)).map((value) => ({ y: y(value), x1: one.x1, x2: one.x2 })),
  );
  return [...own, ...dashed(all, scale, y)];
}

/** Dotted limits, means, and the mean before running on dashed to the end. */
export function regimeMarks(all: readonly Reach[], scale: Scale, y: Ruler): readonly Markish[] {
  const level = (value: number, one: Reach): Level => ({ y: y(value), x1: one.x1, x2: one.x2 });
  const mean = (one: Reach): readonly Level[] => (within(one.mean, scale) ? [level(one.mean, one)] : []);
  return [
    levels(
      all.flatMap((one) => limits(one, scale).map((limit) => level(limit, one))),
      'lim',
    ),
    levels(all.filter((one) => !one.now).flatMap(mean), 'mean'),
    levels(dashed(all, scale, y), 'mean was'),
    levels(all.filter((one) => one.now).flatMap(mean), 'mean now'),
  ];
}

/** What stands where the words of limits might: the points of the line, the heights of hairlines, the top of the plot. */
export interface Ground {
  readonly points: readonly Point[];
  readonly hairlines: readonly number[];
  readonly top: number;
}

/** The box of words on one line that may be bold. */
export function wordBox(left: number, baseline: number, wide: number): Box {
  return { left, right: left + wide, top: baseline - ASCENT, bottom: baseline + DESCENT };
}

/** Above or below the upper line, at the left, in the middle or at the right of a stretch: where the least is in the way. */
function clearest(one: Reach, limit: number, wide: number, ground: Ground): { readonly x: number; readonly y: number } {
  const lefts = [one.x1 + INSET, (one.x1 + one.x2 - wide) / 2, one.x2 - wide - INSET];
  const places = [limit - OVER_LINE, limit + UNDER_LINE].flatMap((y) => lefts.map((x) => ({ x, y })));
  const cost = ({ x, y }: (typeof places)[number]): number => {
    const box = wordBox(x, y, wide);
    const struck = ground.hairlines.some((hairline) => hairline > box.top && hairline < box.bottom);
    return crossings(ground.points, box) * 2 + Number(struck) + (box.top < ground.top ? OUT_OF_PLOT : 0);
  };
  return places.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

/** The limits of earlier regimes in words beside their upper line, where the stretch has the room. */
export function earlierLimits(all: readonly Reach[], scale: Scale, y: Ruler, ground: Ground, theme: Theme): readonly Label[] {
  const { main } = leading(all);
  return all.flatMap((one) => {
    const limit = limits(one, scale)[0];
    const text = theme.narrow ? one.limitShort : one.limitText;
    const wide = textWidth(text, theme.text);
    if (one === main || limit === undefined || text === '' || wide > one.x2 - one.x1 - 2 * INSET) return [];
    const place = clearest(one, y(limit), wide, ground);
    return [labelAt(place.x, place.y, fit(text, one.x2 - one.x1, theme.text), 'halo')];
  });
}
