import type { Markish } from '@observablehq/plot';
import type { SpansDrawing } from '../report/model.ts';
import { type Ruler, axisRoom, bandStrip, ruler, valueAxis, within } from './axes.ts';
import { placeFlags } from './flags.ts';
import { type Label, dots, labelAt, uprights, words } from './ink.ts';
import { fit, wrap } from './lettering.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

const OVER = 8;
const FLAGS_GAP = 6;
const TEXT_LINES = 2;
const NARROW_LINES = 3;
const TEXT_LIFT = 10;
const TICK = 5;
const AXIS_TEXT = 21;
const UNDER = 30;
/** Height beside that of a chart over time. */
const HEIGHT_SHARE = 0.7;
const SIDE = 8;

/** Figure and interval of each class in the middle of its column. */
function estimates({ columns, scale }: SpansDrawing, centre: Ruler, y: Ruler, theme: Theme): readonly Markish[] {
  const clamp = (value: number): number => y(Math.min(scale.high, Math.max(scale.low, value)));
  const known = columns.flatMap(({ value, low, high }, at) => (within(value, scale) ? [{ x: centre(at), value, low, high }] : []));
  const strokes = known.flatMap(({ x, low, high }) => (low === null || high === null ? [] : [{ x, y1: clamp(low), y2: clamp(high) }]));
  const spots = known.map(({ x, value }) => ({ x, y: y(value) }));
  return [uprights(strokes, 'iv'), dots(spots, theme.figureDot, 'pt now')];
}

/** The words of each class over its column. */
function heads({ columns }: SpansDrawing, centre: Ruler, wide: number, foot: number, theme: Theme): readonly Label[] {
  return columns.flatMap(({ text, singled }, at) => {
    const lines = wrap(text, wide - SIDE, theme.narrow ? NARROW_LINES : TEXT_LINES, theme.text, singled);
    const first = foot - (lines.length - 1) * theme.line;
    return lines.map((line, below) => labelAt(centre(at), first + below * theme.line, line, singled ? 'mid t-b' : 'mid t-ink'));
  });
}

/** Ticks and words at the edges between the classes. */
function edges({ columns }: SpansDrawing, edge: Ruler, wide: number, plot: Box, theme: Theme): readonly Markish[] {
  const named = columns.slice(0, -1).flatMap(({ edge: text }, at) => (text === '' ? [] : [{ x: edge(at + 1), text }]));
  return [
    uprights(
      named.map(({ x }) => ({ x, y1: plot.bottom, y2: plot.bottom + TICK })),
      'base',
    ),
    ...words(named.map(({ x, text }) => labelAt(x, plot.bottom + AXIS_TEXT, fit(text, wide - SIDE, theme.text), 'mid'))),
  ];
}

/** Shares in neighbouring classes, one column each, with rules at the edges that matter. */
export function spans(drawing: SpansDrawing, theme: Theme): Sheet {
  const { scale, columns, band, marks } = drawing;
  const left = axisRoom(scale, theme);
  const wide = (theme.width - left) / Math.max(1, columns.length);
  const edge: Ruler = (at) => left + at * wide;
  const centre: Ruler = (at) => edge(at + 0.5);
  const rules = marks.map(({ after, text, short }) => ({ x: edge(after), lines: [theme.narrow ? short : text] }));
  const flags = placeFlags(rules, theme);
  const head = OVER + flags.height + (flags.height > 0 ? FLAGS_GAP : 0);
  const lines = Math.max(
    1,
    ...columns.map(({ text, singled }) => wrap(text, wide - SIDE, theme.narrow ? NARROW_LINES : TEXT_LINES, theme.text, singled).length),
  );
  const top = head + lines * theme.line + TEXT_LIFT;
  const plot: Box = { left, right: theme.width, top, bottom: top + theme.plotHeight * HEIGHT_SHARE };
  const y = ruler([scale.low, scale.high], [plot.bottom, plot.top]);
  const { strip, edges: limits } = bandStrip(band, scale, y, plot);
  return {
    width: theme.width,
    height: plot.bottom + UNDER,
    plot,
    spots: columns.map(({ value }, at) => ({ x: centre(at), y: within(value, scale) ? y(value) : null })),
    marks: [
      ...strip,
      ...valueAxis(scale, y, plot, theme),
      ...limits,
      uprights(flags.rules(head, plot.bottom), 'ev'),
      ...edges(drawing, edge, wide, plot, theme),
      ...estimates(drawing, centre, y, theme),
      ...words(heads(drawing, centre, wide, plot.top - TEXT_LIFT, theme)),
      ...words(flags.labels(head)),
    ],
  };
}
