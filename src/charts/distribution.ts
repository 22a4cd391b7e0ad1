import type { Markish } from '@observablehq/plot';
import { ticks } from 'd3';
import type { DistributionDrawing, Scale } from '../report/model.ts';
import { count } from '../report/words.ts';
import { type Ruler, axisRoom, endsFirst, ruler, tickWords, valueAxis, within } from './axes.ts';
import { placeFlags } from './flags.ts';
import { type Upright, areas, dots, levels, uprights, words } from './ink.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

type Bin = DistributionDrawing['bins'][number];

const MOST_DOTS = 150;
const WIDEST_DOT = 6.4;
const DOT_OF_BIN = 0.39;
/** From one dot to the next in a stack, in radii. */
const STACK = 2.18;
const LEAST_STACK = 2.6;
const LEAST_COLUMN = 4;
/** What columns of dots fill of a bin. */
const FILLED = 0.9;
const FOOT = 4;
const OVER = 8;
const UNDER = 30;
const COUNT_TICKS = 3;
/** Nearer than this to the side of a bar a rule stands beside it. */
const EDGE = 1;
/** Height of bars beside that of a chart over time. */
const BARS_SHARE = 0.55;

interface Stack {
  readonly r: number;
  readonly step: number;
  /** Dots side by side in a bin. */
  readonly columns: number;
}

function counted(bins: readonly Bin[]): readonly Bin[] {
  return bins.map((bin) => ({ ...bin, count: Number.isFinite(bin.count) ? Math.max(0, Math.round(bin.count)) : 0 }));
}

/**
 * The largest dots that keep the highest stack to the height of other charts: one column a bin, or else as many as
 * it has room for, the same in every bin; at last one column of dots as small as it takes.
 */
function stackOf(tallest: number, bin: number, theme: Theme): Stack {
  const highest = theme.plotHeight * 0.7;
  const largest = WIDEST_DOT * STACK;
  for (let columns = 1; ; columns++) {
    const step = Math.min(largest, columns === 1 ? bin * DOT_OF_BIN * STACK : (bin * FILLED) / columns);
    if (Math.ceil(tallest / columns) * step <= highest) return { r: step / STACK, step, columns };
    if (step < LEAST_COLUMN) break;
  }
  const step = Math.max(LEAST_STACK, highest / tallest);
  return { r: step / STACK, step, columns: 1 };
}

function dotMarks(bins: readonly Bin[], stack: Stack, x: Ruler, base: number): readonly Markish[] {
  const { r, step, columns } = stack;
  const spots = bins.flatMap((bin) => {
    const first = (x(bin.from) + x(bin.to)) / 2 - ((columns - 1) * step) / 2;
    return Array.from({ length: bin.count }, (_, index) => ({
      x: first + (index % columns) * step,
      y: base - FOOT - r - Math.floor(index / columns) * step,
    }));
  });
  return [dots(spots, r, 'pt now')];
}

function barMarks(bins: readonly Bin[], x: Ruler, y: Ruler): readonly Markish[] {
  const gap = (bin: Bin): number => (x(bin.to) - x(bin.from) > 4 ? 0.5 : 0);
  const drawn = bins.filter((bin) => bin.count > 0);
  const rows = drawn.map((bin) => ({
    x1: x(bin.from) + gap(bin),
    x2: x(bin.to) - gap(bin),
    y1: y(bin.count),
    y2: y(0),
  }));
  return [areas(rows, 'bar')];
}

/** Rules that end at the top of a bar in their way: one within it would look like a gap between two. */
function overBars(rules: readonly Upright[], bins: readonly Bin[], x: Ruler, y: Ruler): readonly Upright[] {
  return rules.map((rule) => {
    const bar = bins.find((bin) => bin.count > 0 && x(bin.from) + EDGE < rule.x && x(bin.to) - EDGE > rule.x);
    return bar === undefined ? rule : { ...rule, y2: y(bar.count) };
  });
}

/** Counts of bars: from zero to the highest, with two or three round ones on hairlines. */
function countScale(tallest: number): Scale {
  const high = Math.max(1, tallest);
  const round = ticks(0, high, COUNT_TICKS).filter((tick) => Number.isInteger(tick) && tick > 0);
  return { low: 0, high, ticks: round.map((value) => ({ value, text: count(value) })) };
}

/** How values spread over a scale: stacked dots up to 150 values, bars above, with vertical rules that have words. */
export function distribution(drawing: DistributionDrawing, theme: Theme): Sheet {
  const { scale } = drawing;
  const bins = counted(drawing.bins);
  const tallest = Math.max(0, ...bins.map((bin) => bin.count));
  const asDots = drawing.dots && bins.reduce((sum, bin) => sum + bin.count, 0) <= MOST_DOTS;
  const counts = countScale(tallest);
  const left = asDots ? 0 : axisRoom(counts, theme);
  const x = ruler([scale.low, scale.high], [left, theme.width]);
  const stack = stackOf(tallest, (theme.width - left) / Math.max(1, bins.length), theme);
  const inner = asDots ? Math.max(60, FOOT + Math.ceil(tallest / stack.columns) * stack.step) : theme.plotHeight * BARS_SHARE;
  const marks = drawing.marks.filter((mark) => within(mark.value, scale)).map((mark) => ({ x: x(mark.value), lines: [theme.narrow ? mark.short : mark.text] }));
  const flags = placeFlags(marks, theme);
  const top = OVER + flags.height + (flags.height > 0 ? 4 : 0);
  const plot: Box = { left, right: theme.width, top, bottom: top + inner };
  const rules = flags.rules(top - 4, plot.bottom);
  const y = ruler([0, counts.high], [plot.bottom, plot.top]);
  const shown = endsFirst(scale.ticks.filter((tick) => within(tick.value, scale)));
  const topOf = ({ count: of }: Bin): number => (asDots ? plot.bottom - (of === 0 ? 0 : FOOT + Math.ceil(of / stack.columns) * stack.step) : y(of));
  return {
    width: theme.width,
    height: plot.bottom + UNDER,
    plot,
    spots: bins.map((bin) => ({ x: (x(bin.from) + x(bin.to)) / 2, y: topOf(bin) })),
    marks: [
      ...(asDots
        ? [uprights(rules, 'ev'), ...dotMarks(bins, stack, x, plot.bottom), levels([{ y: plot.bottom, x1: left, x2: theme.width }], 'base')]
        : [...valueAxis(counts, y, plot, theme), ...barMarks(bins, x, y), uprights(overBars(rules, bins, x, y), 'ev')]),
      ...tickWords(shown, x, plot.bottom, theme),
      ...words(flags.labels(top - 4)),
    ],
  };
}
