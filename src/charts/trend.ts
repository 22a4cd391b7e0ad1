import type { Markish } from '@observablehq/plot';
import type { Band, EventMark, Scale, TimePoint } from '../report/model.ts';
import { type Ruler, axisRoom, bandSpan, middle, ruler, tickWords, valueAxis } from './axes.ts';
import { dayMs, halfMonthLabel, monthTicks } from './days.ts';
import type { Flag } from './flag-places.ts';
import { type Label, labelAt } from './ink.ts';
import { type Setting, roomForNumbers, textWidth, wrap } from './lettering.ts';
import { nudge } from './place.ts';
import type { Box } from './svg.ts';
import type { Theme } from './theme.ts';

/** Words at the right end of a plot, at the height of a value. */
export interface EndLabel {
  readonly value: number;
  readonly text: string;
  readonly className: string;
}
/** The horizontal lay-out of a chart over time. */
export interface Span {
  readonly left: number;
  readonly right: number;
  readonly first: number;
  readonly last: number;
  readonly x: Ruler;
  /** Drawing units from one period to the next. */
  readonly step: number;
}

const WEEK = 7 * 86_400_000;
const ABOVE = 14;
const BELOW = 30;
/** Share of the drawing that words at the right end may take. */
const MOST_END = 0.36;

function isBold(className: string): boolean {
  return className === 't-acc' || className === 't-b';
}

function endLines({ text, className }: EndLabel, room: number, theme: Theme): readonly Setting[] {
  return wrap(text, room, theme.endLines, theme.text, isBold(className));
}

/** Room for the words at the right end, which break into lines before they take more; numbers always stand whole. */
function endRoom(labels: readonly EndLabel[], theme: Theme): number {
  const texts = labels.map(({ text, className }) => ({ text, bold: isBold(className) }));
  const room = roomForNumbers(texts, theme.endRoom, theme.width * MOST_END, theme.endLines, theme.text);
  const widths = labels.flatMap((label) => endLines(label, room, theme).map((line) => textWidth(line.text, theme.text, isBold(label.className))));
  const widest = Math.min(room, Math.max(0, ...widths));
  return Math.ceil(widest === 0 ? halfMonthLabel(theme) + 2 : widest + theme.endGap + 2);
}

/** Where periods stand between the numbers at the left and the words at the right. One period alone stands in the middle. */
export function spanOf(starts: readonly string[], scale: Scale, labels: readonly EndLabel[], theme: Theme): Span {
  const days = starts.map(dayMs).filter(Number.isFinite);
  const lowest = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const highest = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const alone = lowest === highest;
  const first = alone ? lowest - WEEK : lowest;
  const last = alone ? highest + WEEK : highest;
  const left = axisRoom(scale, theme);
  const right = theme.width - endRoom(labels, theme);
  const periods = Math.max(1, new Set(days).size - 1);
  return { left, right, first, last, x: ruler([first, last], [left, right]), step: (right - left) / periods };
}

/** The plot under `head` units of words, and the height of the whole drawing. */
export function plotOf(span: Span, head: number, theme: Theme): { readonly plot: Box; readonly height: number } {
  const top = ABOVE + head;
  const bottom = top + theme.plotHeight;
  return { plot: { left: span.left, right: span.right, top, bottom }, height: bottom + BELOW };
}

/** The numbers at the left with their hairlines, and the months under the base. */
export function trendAxes(scale: Scale, y: Ruler, span: Span, plot: Box, theme: Theme): readonly Markish[] {
  const months = monthTicks(span.first, span.last, span.right - span.left, theme);
  const ticks = months.map((tick) => ({ value: tick.ms, text: tick.text }));
  return [...valueAxis(scale, y, plot, theme), ...tickWords(ticks, span.x, plot.bottom, theme)];
}

/** The labels at the right end, moved apart where they would touch. */
export function placeEnds(labels: readonly EndLabel[], y: Ruler, plot: Box, theme: Theme): readonly Label[] {
  const wanted = labels.map((label) => y(label.value));
  const room = theme.width - plot.right - theme.endGap;
  const lines = labels.map((label) => endLines(label, room, theme));
  const heights = lines.map(({ length }) => length * theme.line);
  const middles = nudge(wanted, heights, plot.top + 4 - theme.line / 2, plot.bottom - 4 + theme.line / 2);
  return labels.flatMap(({ className }, index) => {
    const set = lines[index] ?? [];
    const first = middle(middles[index] ?? 0) - ((set.length - 1) * theme.line) / 2;
    return set.map((line, below) => labelAt(plot.right + theme.endGap, first + below * theme.line, line, className));
  });
}

/** The band's words at the right end, in the middle of the strip. */
export function bandLabel(band: Band | null, scale: Scale): readonly EndLabel[] {
  const span = band === null ? null : bandSpan(band, scale);
  if (band === null || span === null || band.text === '') return [];
  return [{ value: (span.from + span.to) / 2, text: band.text, className: '' }];
}

/** The word for the running period, at the height of its dot. */
export function openLabel(points: readonly TimePoint[], theme: Theme): readonly EndLabel[] {
  const open = points.find((point) => point.open && point.value !== null && Number.isFinite(point.value));
  return open ? [{ value: open.value ?? 0, text: theme.incomplete, className: '' }] : [];
}

/**
 * The rules of dated events inside the span. A point stands for the whole period that begins on its day, so the rule of a
 * day stands half a period before that day's own place: between the last point before it and the first one after.
 */
export function eventFlags(events: readonly EventMark[], span: Span, theme: Theme): readonly Flag[] {
  return events.flatMap((event) => {
    const x = span.x(dayMs(event.day)) - span.step / 2;
    if (!Number.isFinite(x) || x < span.left - span.step / 2 || x > span.right + span.step / 2) return [];
    const lines = theme.narrow ? event.short : [event.text];
    return [{ x: Math.min(span.right, Math.max(span.left, x)), lines }];
  });
}
