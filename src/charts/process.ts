import type { Markish } from '@observablehq/plot';
import type { ProcessDrawing } from '../report/model.ts';
import { type Ruler, bandStrip, numberBoxes, ruler } from './axes.ts';
import { type Brackets, placeBrackets } from './brackets.ts';
import type { Flag } from './flag-places.ts';
import { placeFlags } from './flags.ts';
import { type Label, uprights, words } from './ink.ts';
import { textWidth } from './lettering.ts';
import { type Reach, earlierLimits, reaches, regimeLabels, regimeMarks, strokes, wordBox } from './regimes.ts';
import { type Point, dotsAt, dotted, isolated, lineThrough, newest, openDots, pointsAt } from './series.ts';
import { mergedSignals } from './signals.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';
import { type EndLabel, type Span, bandLabel, eventFlags, openLabel, placeEnds, plotOf, spanOf, trendAxes } from './trend.ts';

/** The event nearest to the beginning of a regime, within a period, stands where the regime begins. */
function snapped(flags: readonly Flag[], all: readonly Reach[], step: number): readonly Flag[] {
  const moved = [...flags];
  for (const { x1 } of all.slice(1)) {
    const near = (flag: Flag): number => Math.abs(flag.x - x1);
    const best = flags.reduce<Flag | null>((a, b) => (a === null || near(b) < near(a) ? b : a), null);
    if (best !== null && near(best) < step - 0.5) moved[flags.indexOf(best)] = { ...best, x: x1 };
  }
  return moved;
}

/** The stretches of points that share a class: those of each regime, and those between regimes. */
function stretches(points: readonly Point[], all: readonly Reach[], now: boolean): readonly (readonly Point[])[] {
  const owner = points.map((_, index) => all.find((one) => index >= one.from && index <= one.to) ?? null);
  const starts = points.map((_, index) => index).filter((index) => index === 0 || owner[index] !== owner[index - 1]);
  return starts.filter((start) => (owner[start]?.now ?? false) === now).map((start) => points.slice(start, starts[starts.indexOf(start) + 1] ?? points.length));
}

function dataMarks(points: readonly Point[], all: readonly Reach[], step: number, plot: Box, theme: Theme): Markish[] {
  const marks: Markish[] = [];
  for (const [now, suffix] of [[false, ''] as const, [true, ' now'] as const]) {
    const runs = stretches(points, all, now);
    marks.push(...lineThrough(runs, plot, `ln${suffix}`));
    const spots = dotted(points, step) ? runs.flat() : runs.flatMap(isolated);
    marks.push(...dotsAt(spots, plot, theme.dot, `pt${suffix}`));
  }
  const last = newest(points);
  const seen = dotted(points, step) && all.some((one) => one.now);
  if (last && !seen) marks.push(...dotsAt([last], plot, theme.dot, 'pt now'));
  return [...marks, ...openDots(points, theme, 'pt open')];
}

interface Layout {
  readonly span: Span;
  readonly points: readonly Point[];
  readonly all: readonly Reach[];
  /** Words of earlier limits. */
  readonly limits: readonly Label[];
  readonly y: Ruler;
  readonly plot: Box;
  readonly height: number;
}

function layOut(drawing: ProcessDrawing, span: Span, head: number, theme: Theme): Layout {
  const { plot, height } = plotOf(span, head, theme);
  const y = ruler([drawing.scale.low, drawing.scale.high], [plot.bottom, plot.top]);
  const points = pointsAt(drawing.points, span.x, y);
  const all = reaches(drawing.regimes, points, span);
  const ground = { points, hairlines: drawing.scale.ticks.map((tick) => y(tick.value)), top: plot.top };
  return { span, points, all, limits: earlierLimits(all, drawing.scale, y, ground, theme), y, plot, height };
}

function boxOf(label: Label, theme: Theme): Box {
  return wordBox(label.x, label.y, textWidth(label.text, theme.text, true));
}

function signalsOf(drawing: ProcessDrawing, layout: Layout, ends: readonly EndLabel[], rules: readonly number[], theme: Theme): Brackets {
  const { all, limits, y, points, plot } = layout;
  return placeBrackets(mergedSignals(drawing.signals, drawing.points, drawing.regimes, theme), {
    points,
    strokes: strokes(all, drawing.scale, y),
    taken: [...limits.map((label) => boxOf(label, theme)), ...numberBoxes(drawing.scale, y, plot, theme)],
    ends: placeEnds(ends, y, plot, theme).map((label) => boxOf(label, theme)),
    rules,
    plot,
    theme,
  });
}

/** One series with means, limits, dated events and signals; without any value only its axes, band and events. */
export function process(drawing: ProcessDrawing, theme: Theme): Sheet {
  const { scale, band } = drawing;
  const labels = [...regimeLabels(drawing, theme), ...bandLabel(band, scale), ...openLabel(drawing.points, theme)];
  const span = spanOf(
    drawing.points.map((point) => point.start),
    scale,
    labels,
    theme,
  );
  const flat = layOut(drawing, span, 0, theme);
  const events = snapped(eventFlags(drawing.events, span, theme), flat.all, span.step);
  const flags = placeFlags(events, theme);
  const rules = events.map((event) => event.x);
  const over = Math.max(0, flat.plot.top + 2 - (signalsOf(drawing, flat, labels, rules, theme).top ?? flat.plot.top + 2));
  const layout = layOut(drawing, span, flags.height + over, theme);
  const { plot, y, all, limits, points, height } = layout;
  const { strip, edges } = bandStrip(band, scale, y, plot);
  return {
    width: theme.width,
    height,
    plot,
    spots: points,
    marks: [
      ...strip,
      ...trendAxes(scale, y, span, plot, theme),
      ...edges,
      ...regimeMarks(all, scale, y),
      uprights(flags.rules(plot.top - over, plot.bottom), 'ev'),
      ...dataMarks(points, all, span.step, plot, theme),
      ...words(flags.labels(plot.top - over)),
      ...words(limits),
      ...words(placeEnds(labels, y, plot, theme)),
      ...signalsOf(drawing, layout, labels, rules, theme).marks,
    ],
  };
}
