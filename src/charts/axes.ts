import type { Markish } from '@observablehq/plot';
import { type ScaleLinear, scaleLinear } from 'd3';
import type { Band, Scale, Tick } from '../report/model.ts';
import { type Label, areas, levels, uprights, words } from './ink.ts';
import { textWidth } from './lettering.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

/** Values to drawing units; a scale without extent puts everything at the start of the range. */
export type Ruler = (value: number) => number;

const TICK = 5;
const BASELINE_OF_MIDDLE = 4.5;
const AXIS_TEXT = 21;
const AIR = 6;

/** A linear scale between two pairs of numbers. */
export function ruler(domain: readonly [number, number], range: readonly [number, number]): Ruler {
  const scale: ScaleLinear<number, number> = scaleLinear(domain, range);
  return domain[0] === domain[1] ? () => range[0] : scale;
}

/** Whether a value is a number that the scale shows. */
export function within(value: number | null, scale: Scale): value is number {
  return value !== null && Number.isFinite(value) && value >= scale.low && value <= scale.high;
}

/** Baseline of text that stands in the middle of a height. */
export function middle(y: number): number {
  return y + BASELINE_OF_MIDDLE;
}

/** Room at the left for the numbers of a value axis. */
export function axisRoom(scale: Scale, theme: Theme): number {
  const widest = Math.max(0, ...scale.ticks.map((tick) => textWidth(tick.text, theme.text)));
  return Math.ceil(widest + theme.tickGap + (theme.narrow ? 0 : 3));
}

/** What the numbers at the left of a plot fill. */
export function numberBoxes(scale: Scale, y: Ruler, plot: Box, theme: Theme): readonly Box[] {
  const right = plot.left - theme.tickGap;
  return scale.ticks
    .filter((tick) => within(tick.value, scale))
    .map(({ value, text }) => ({ left: right - textWidth(text, theme.text), right, top: y(value) - theme.text / 2, bottom: y(value) + theme.text / 2 }));
}

/** Hairlines across the plot with their numbers at the left; the base and the zero in the colour of marks. */
export function valueAxis(scale: Scale, y: Ruler, plot: Box, theme: Theme): readonly Markish[] {
  const shown = scale.ticks.filter((tick) => within(tick.value, scale));
  const across = (value: number): { y: number; x1: number; x2: number } => ({
    y: y(value),
    x1: plot.left,
    x2: plot.right,
  });
  const strong = (value: number): boolean => value === 0 || value === scale.low;
  const base = [...new Set([scale.low, ...shown.map((tick) => tick.value).filter(strong)])];
  const labels = shown.map((tick) => ({
    x: plot.left - theme.tickGap,
    y: middle(y(tick.value)),
    text: tick.text,
    className: 'end',
  }));
  return [
    levels(
      shown.filter((tick) => !strong(tick.value)).map((tick) => across(tick.value)),
      'g',
    ),
    levels(base.map(across), 'base'),
    ...words(labels),
  ];
}

function axisLabel(tick: Tick, x: number, y: number, { width, text: size }: Theme): Label & { left: number; right: number } {
  const half = textWidth(tick.text, size) / 2;
  if (x - half < 0) return { x: 0, y, text: tick.text, className: '', left: 0, right: 2 * half };
  if (x + half > width) return { x: width, y, text: tick.text, className: 'end', left: width - 2 * half, right: width };
  return { x, y, text: tick.text, className: 'mid', left: x - half, right: x + half };
}

/**
 * Short ticks under a base with their words. Words that would touch others are left out, in the order of the ticks given:
 * the first has the first right to its place.
 */
export function tickWords(ticks: readonly Tick[], x: Ruler, base: number, theme: Theme): readonly Markish[] {
  const kept: (Label & { left: number; right: number })[] = [];
  for (const tick of ticks) {
    const label = axisLabel(tick, x(tick.value), base + AXIS_TEXT, theme);
    if (kept.every((other) => label.left >= other.right + AIR || other.left >= label.right + AIR)) kept.push(label);
  }
  kept.sort((a, b) => a.left - b.left);
  const strokes = ticks.map((tick) => ({ x: x(tick.value), y1: base, y2: base + TICK }));
  return [uprights(strokes, 'base'), ...words(kept)];
}

/** Ticks with those at the two ends first, which thus keep their words where not all have room. */
export function endsFirst(ticks: readonly Tick[]): readonly Tick[] {
  const ends = [ticks.at(0), ticks.at(-1)].filter((tick) => tick !== undefined);
  return [...new Set([...ends, ...ticks])];
}

/** The two ends of a band on a scale, in data units, and which of its limits lie inside the scale. */
export function bandSpan(band: Band, scale: Scale): { from: number; to: number; limits: readonly number[] } | null {
  const from = Math.max(band.low ?? scale.low, scale.low);
  const to = Math.min(band.high ?? scale.high, scale.high);
  if (!(from < to)) return null;
  return { from, to, limits: [band.low, band.high].filter((limit) => within(limit, scale)) };
}

/** The band of a chart over time as a strip across the plot, and the edges at its limits, which lie over the hairlines. */
export function bandStrip(band: Band | null, scale: Scale, y: Ruler, plot: Box): { readonly strip: readonly Markish[]; readonly edges: readonly Markish[] } {
  const span = band === null ? null : bandSpan(band, scale);
  if (span === null) return { strip: [], edges: [] };
  const { left: x1, right: x2 } = plot;
  const limits = span.limits.map((limit) => ({ y: y(limit), x1, x2 }));
  return { strip: [areas([{ x1, x2, y1: y(span.to), y2: y(span.from) }], 'bnd')], edges: [levels(limits, 'bnde')] };
}
