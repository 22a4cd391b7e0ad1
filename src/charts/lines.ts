import type { Markish } from '@observablehq/plot';
import type { LinesDrawing } from '../report/model.ts';
import { bandStrip, ruler } from './axes.ts';
import { placeFlags } from './flags.ts';
import { reach } from './reach.ts';
import { uprights, words } from './ink.ts';
import { type Point, dotsAt, dotted, isolated, lineThrough, openDots, pointsAt } from './series.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';
import { type EndLabel, bandLabel, eventFlags, openLabel, placeEnds, plotOf, spanOf, trendAxes } from './trend.ts';

type Series = LinesDrawing['series'][number];

/** Classes of the series in their order: the first is the accent, there is no fifth. */
const COLOURS = ['now', 's2', 's3', 's4'] as const;
const LABELS = ['t-acc', 't-s2', 't-s3', 't-s4'] as const;

function endLabel(series: Series, index: number, theme: Theme): readonly EndLabel[] {
  const last = series.points.findLast((point) => !point.open && point.value !== null && Number.isFinite(point.value));
  const text = theme.narrow ? series.short : series.name;
  return last ? [{ value: last.value ?? 0, text, className: LABELS[index] ?? '' }] : [];
}

function seriesMarks(points: readonly Point[], index: number, step: number, plot: Box, theme: Theme): readonly Markish[] {
  const colour = COLOURS[index] ?? '';
  const spots = dotted(points, step) ? points : isolated(points);
  return [
    ...lineThrough([points], plot, `ln ${colour}`),
    ...dotsAt(spots, plot, theme.dot, `pt ${colour}`),
    ...openDots(points, theme, index === 0 ? 'pt open' : `pt open ${colour}`),
  ];
}

/** Up to four series on one scale, each named at its right end; the later ones lie under the first. */
export function lines(drawing: LinesDrawing, theme: Theme): Sheet {
  const { scale, band } = drawing;
  const series = drawing.series.slice(0, COLOURS.length);
  const open = series.map((one) => openLabel(one.points, theme)).find((found) => found.length > 0) ?? [];
  const labels = [...series.flatMap((one, index) => endLabel(one, index, theme)), ...bandLabel(band, scale), ...open];
  const span = spanOf(
    series.flatMap((one) => one.points.map((point) => point.start)),
    scale,
    labels,
    theme,
  );
  const flags = placeFlags(eventFlags(drawing.events, span, theme), theme);
  const { plot, height } = plotOf(span, flags.height, theme);
  const y = ruler([scale.low, scale.high], [plot.bottom, plot.top]);
  const places = series.map((one) => pointsAt(one.points, span.x, y));
  const data = places.map((points, index) => seriesMarks(points, index, span.step, plot, theme));
  const { strip, edges } = bandStrip(band, scale, y, plot);
  return {
    width: theme.width,
    height,
    plot,
    spots: (places[0] ?? []).map(({ x }, at) => ({ x, y: places.map((points) => points[at]?.y ?? null).find((found) => found !== null) ?? null })),
    marks: [
      ...strip,
      ...reach(drawing.reach ?? [], scale, span, y),
      ...trendAxes(scale, y, span, plot, theme),
      ...edges,
      uprights(flags.rules(plot.top, plot.bottom), 'ev'),
      ...data.reverse().flat(),
      ...words(flags.labels(plot.top)),
      ...words(placeEnds(labels, y, plot, theme)),
    ],
  };
}
