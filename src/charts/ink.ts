import * as Plot from '@observablehq/plot';
import type { Setting } from './lettering.ts';

/** A piece of text at a place; `y` is the baseline and `className` gives colour and anchor. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly className: string;
  /** What a shortened text stood for. */
  readonly full?: string | null;
}
export interface Level {
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
}
export interface Upright {
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
}
export interface Spot {
  readonly x: number;
  readonly y: number | null;
}
export interface Area {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Horizontal strokes of one class. */
export function levels(rows: readonly Level[], className: string): Plot.Markish {
  return rows.length === 0 ? null : Plot.ruleY(rows, { y: 'y', x1: 'x1', x2: 'x2', className });
}

/** Vertical strokes of one class. */
export function uprights(rows: readonly Upright[], className: string): Plot.Markish {
  return rows.length === 0 ? null : Plot.ruleX(rows, { x: 'x', y1: 'y1', y2: 'y2', className });
}

/** Dots of one class and radius. */
export function dots(spots: readonly Spot[], r: number, className: string): Plot.Markish {
  return spots.length === 0 ? null : Plot.dot(spots, { x: 'x', y: 'y', r, className });
}

/** Filled areas of one class. */
export function areas(rows: readonly Area[], className: string): Plot.Markish {
  return rows.length === 0 ? null : Plot.rect(rows, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', className });
}

/** One line through the spots, broken where `y` is null; cut to the plot when `clipped`. */
export function line(spots: readonly Spot[], className: string, clipped: boolean): Plot.Markish {
  return Plot.lineY(spots, { x: 'x', y: 'y', className, ...(clipped ? { clip: 'frame' as const } : {}) });
}

/** Labels, one mark for each class in order of first use. */
export function words(labels: readonly Label[]): readonly Plot.Markish[] {
  const classes = [...new Set(labels.map((label) => label.className))];
  return classes.map((className) => {
    const rows = labels.filter((label) => label.className === className);
    return Plot.text(rows, { x: 'x', y: 'y', text: 'text', title: 'full', lineAnchor: 'bottom', className });
  });
}

/** A setting at a place. */
export function labelAt(x: number, y: number, setting: Setting, className: string): Label {
  return { x, y, text: setting.text, full: setting.full, className };
}
