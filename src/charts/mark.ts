import type { MarkDrawing, Tick } from '../report/model.ts';
import { type Ruler, bandSpan, ruler, within } from './axes.ts';
import { TEXT, fit, textWidth } from './lettering.ts';
import { element, textElement } from './markup.ts';

/** Size of the small interval of a ledger row. */
export const MARK_WIDTH = 168;
export const MARK_HEIGHT = 50;

const INSET = 6;
const TOP = 6;
const BOTTOM = 28;
const MIDDLE = 17;
const TICK = 4;
const DOT = 4.2;
const TEXT_LINE = 44;
const AIR = 6;

interface Word {
  readonly x: number;
  readonly text: string;
}

function strip(drawing: MarkDrawing, x: Ruler): string {
  const span = drawing.band === null ? null : bandSpan(drawing.band, drawing.scale);
  if (span === null) return '';
  const { scale } = drawing;
  const left = span.from === scale.low ? 0 : x(span.from);
  const right = span.to === scale.high ? MARK_WIDTH : x(span.to);
  const edges = span.limits.map((limit) => element('line', { x1: x(limit), y1: TOP, x2: x(limit), y2: BOTTOM, class: 'bnde' }));
  const filled = element('rect', { x: left, y: TOP, width: right - left, height: BOTTOM - TOP, class: 'bnd' });
  return filled + edges.join('');
}

function estimate({ scale, value, low, high }: MarkDrawing, x: Ruler): string {
  if (value === null) return '';
  const clamp = (one: number): number => x(Math.min(scale.high, Math.max(scale.low, one)));
  const seen = low !== null && high !== null && low <= scale.high && high >= scale.low;
  const stroke = seen ? element('line', { x1: clamp(low), y1: MIDDLE, x2: clamp(high), y2: MIDDLE, class: 'iv' }) : '';
  return stroke + (within(value, scale) ? element('circle', { cx: x(value), cy: MIDDLE, r: DOT, class: 'pt now' }) : '');
}

/** Words in order of their right to a place: the band's limits, then the ends of the axis, then the ticks between. */
function wanted({ band, scale }: MarkDrawing, x: Ruler): readonly Word[] {
  const at = (tick: Tick): Word => ({ x: x(tick.value), text: tick.text });
  const ticks = scale.ticks.filter((tick) => within(tick.value, scale));
  const ends = [ticks.at(0), ticks.at(-1)].filter((tick) => tick !== undefined).map(at);
  const others = [...ends, ...ticks.map(at)];
  const limits = [band?.low ?? null, band?.high ?? null].filter((limit) => within(limit, scale));
  if (band === null || limits.length === 0) return others;
  const marked = ticks.filter((tick) => limits.includes(tick.value));
  if (marked.length === limits.length && (limits.length === 2 || band.text === '')) return [...marked.map(at), ...others];
  const middle = limits.reduce((sum, limit) => sum + x(limit), 0) / limits.length;
  return [{ x: middle, text: band.text }, ...others];
}

function lettering(drawing: MarkDrawing, x: Ruler): string {
  const placed: { left: number; right: number; content: string }[] = [];
  for (const word of wanted(drawing, x)) {
    const setting = fit(word.text, MARK_WIDTH, TEXT);
    const half = textWidth(setting.text, TEXT) / 2;
    const low = word.x - half < 0;
    const high = word.x + half > MARK_WIDTH;
    const left = low ? 0 : high ? MARK_WIDTH - 2 * half : word.x - half;
    const right = left + 2 * half;
    if (placed.some((other) => left < other.right + AIR && other.left < right + AIR)) continue;
    const [place, className] = low ? [0, ''] : high ? [MARK_WIDTH, 'end'] : [word.x, 'mid'];
    placed.push({ left, right, content: textElement(place, TEXT_LINE, className, setting.text, setting.full) });
  }
  placed.sort((a, b) => a.left - b.left);
  return placed.map((one) => one.content).join('');
}

/** Short ticks where the axis is labelled and no limit of the band stands already. */
function tickMarks({ band, scale }: MarkDrawing, x: Ruler): string {
  const bare = scale.ticks.filter((tick) => within(tick.value, scale) && tick.value !== band?.low && tick.value !== band?.high);
  return bare.map(({ value }) => element('line', { x1: x(value), y1: BOTTOM, x2: x(value), y2: BOTTOM + TICK, class: 'base' })).join('');
}

/** The small interval of a ledger row over its band; without a value the axis and the band alone. */
export function mark(drawing: MarkDrawing): string {
  const x = ruler([drawing.scale.low, drawing.scale.high], [INSET, MARK_WIDTH - INSET]);
  const base = element('line', { x1: 0, y1: BOTTOM + 0.5, x2: MARK_WIDTH, y2: BOTTOM + 0.5, class: 'base' });
  return strip(drawing, x) + base + tickMarks(drawing, x) + estimate(drawing, x) + lettering(drawing, x);
}
