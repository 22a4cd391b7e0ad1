import type { Markish } from '@observablehq/plot';
import type { Band, IntervalsDrawing, Scale } from '../report/model.ts';
import { type Ruler, bandSpan, endsFirst, ruler, tickWords, within } from './axes.ts';
import { type Label, areas, dots, labelAt, levels, uprights, words } from './ink.ts';
import { type Setting, fit, roomForNumbers, textWidth, wrap } from './lettering.ts';
import { ROW, ROW_MIDDLE, nameEdge, nameLabels, rowLines } from './rows.ts';
import type { Box, Sheet } from './svg.ts';
import type { Theme } from './theme.ts';

type Row = IntervalsDrawing['rows'][number];

const UNDER = 30;
const OVER = 4;
const BAND_WORDS = 26;
const END_GAP = 12;
const END_INSET = 6;
/** Widest names and words of a row on phones, where both may take a second line. */
const NARROW_NAMES = 104;
const NARROW_VALUES = 72;
/** Lines of a row's words, and the share of the drawing that they may take to stand whole. */
const VALUE_LINES = 2;
const MOST_VALUES = 0.36;

function band(band: Band | null, scale: Scale, x: Ruler, plot: Box, theme: Theme): readonly Markish[] {
  const span = band === null ? null : bandSpan(band, scale);
  if (band === null || span === null) return [];
  const setting = fit(band.text, theme.width, theme.text);
  const half = textWidth(setting.text, theme.text) / 2;
  const centre = (x(span.from) + x(span.to)) / 2;
  const at = Math.max(half, Math.min(theme.width - half, centre));
  return [
    areas([{ x1: x(span.from), x2: x(span.to), y1: plot.top, y2: plot.bottom }], 'bnd'),
    uprights(
      span.limits.map((limit) => ({ x: x(limit), y1: plot.top, y2: plot.bottom })),
      'bnde',
    ),
    ...words([labelAt(at, plot.top - 8, setting, 'mid')]),
  ];
}

function axis(drawing: IntervalsDrawing, x: Ruler, plot: Box, theme: Theme): readonly Markish[] {
  const { scale } = drawing;
  const limits = [drawing.band?.low, drawing.band?.high];
  const shown = scale.ticks.filter((tick) => within(tick.value, scale));
  const first = shown.filter((tick) => limits.includes(tick.value));
  const ranked = [...new Set([...first, ...endsFirst(shown)])];
  const foot = plot.bottom;
  return [levels([{ y: foot, x1: plot.left, x2: plot.right }], 'base'), ...tickWords(ranked, x, foot, theme)];
}

function estimates(rows: readonly Row[], scale: Scale, x: Ruler, plot: Box, theme: Theme): readonly Markish[] {
  const y = (index: number): number => plot.top + index * ROW + ROW_MIDDLE;
  const clamp = (value: number): number => x(Math.min(scale.high, Math.max(scale.low, value)));
  const strokes = rows.flatMap(({ value, low, high }, index) => {
    if (value === null || low === null || high === null || !(low <= scale.high && high >= scale.low)) return [];
    return [{ y: y(index), x1: clamp(low), x2: clamp(high) }];
  });
  const spots = rows.flatMap(({ value }, index) => (within(value, scale) ? [{ x: x(value), y: y(index) }] : []));
  return [levels(strokes, 'iv'), dots(spots, theme.figureDot, 'pt now')];
}

/** The words of each row in the lines they take, and the width of the widest. */
function valueWords(rows: readonly Row[], theme: Theme): { lines: readonly (readonly Setting[])[]; wide: number } {
  const texts = rows.map((row) => ({ text: row.text, bold: row.singled }));
  const room = roomForNumbers(texts, theme.narrow ? NARROW_VALUES * theme.wordy : theme.endRoom, theme.width * MOST_VALUES, VALUE_LINES, theme.text);
  const lines = texts.map(({ text, bold }) => wrap(text, room, VALUE_LINES, theme.text, bold));
  const widths = lines.flatMap((some, index) => some.map((line) => textWidth(line.text, theme.text, texts[index]?.bold)));
  return { lines, wide: Math.max(0, ...widths) };
}

function valueLabels(rows: readonly Row[], lines: readonly (readonly Setting[])[], plot: Box, theme: Theme): readonly Label[] {
  return rows.flatMap((row, index) => rowLines(lines[index] ?? [], plot.right + END_GAP, plot.top, index, row.singled ? 't-b' : 't-ink', theme));
}

/** One row a name: the estimate as a dot on its interval over the band. A row without a value has only its words. */
export function intervals(drawing: IntervalsDrawing, theme: Theme): Sheet {
  const { rows, scale } = drawing;
  const top = drawing.band === null || drawing.band.text === '' ? OVER : BAND_WORDS;
  const { lines, wide } = valueWords(rows, theme);
  const room = wide === 0 ? END_INSET : Math.ceil(wide) + END_GAP;
  const plot: Box = {
    left: nameEdge(rows, theme.narrow ? NARROW_NAMES * theme.wordy : theme.nameRoom, theme),
    right: theme.width - room,
    top,
    bottom: top + ROW * Math.max(1, rows.length),
  };
  const x = ruler([scale.low, scale.high], [plot.left + END_INSET, plot.right - END_INSET]);
  return {
    width: theme.width,
    height: plot.bottom + UNDER,
    plot,
    spots: rows.map(({ value }, index) => ({ x: within(value, scale) ? x(value) : plot.left, y: top + index * ROW + ROW_MIDDLE })),
    marks: [
      ...band(drawing.band, scale, x, plot, theme),
      ...axis(drawing, x, plot, theme),
      ...words(nameLabels(rows, plot.left, top, theme)),
      ...estimates(rows, scale, x, plot, theme),
      ...words(valueLabels(rows, lines, plot, theme)),
    ],
  };
}
