import { type Label, labelAt } from './ink.ts';
import { type Setting, oneLine, textWidth, wrap } from './lettering.ts';
import type { Theme } from './theme.ts';

/** The grid of charts with one row a name: its step, and the middle and the baseline within a step. */
export const ROW = 34;
export const ROW_MIDDLE = 17;
const ROW_BASELINE = 22;
const NAME_GAP = 12;
const NAME_LINE = 14.5;

export interface Named {
  readonly label: string;
  readonly singled: boolean;
}

/** Where the plot begins: right of the longest name, at most `room` further. */
export function nameEdge(rows: readonly Named[], room: number): number {
  const widest = Math.max(0, ...rows.map((row) => textWidth(oneLine(row.label), row.singled)));
  return widest === 0 ? 0 : Math.ceil(Math.min(widest, room)) + NAME_GAP;
}

/**
 * Names at the left of `edge`, set to the right. A name that is too long takes a second line on phones; what does not fit
 * then is shortened and keeps its whole text as a title.
 */
export function nameLabels(rows: readonly Named[], edge: number, top: number, theme: Theme): readonly Label[] {
  return rows.flatMap((row, index) => {
    const className = row.singled ? 'end t-b' : 'end t-ink';
    const lines = wrap(row.label, edge - NAME_GAP, theme.narrow ? 2 : 1, row.singled);
    return rowLines(lines, edge - NAME_GAP, top, index, className);
  });
}

/** One or two lines of words in the middle of a row. */
export function rowLines(lines: readonly Setting[], x: number, top: number, index: number, className: string): readonly Label[] {
  const first = rowBaseline(top, index) - ((lines.length - 1) * NAME_LINE) / 2;
  return lines.map((line, below) => labelAt(x, first + below * NAME_LINE, line, className));
}

/** Baseline of the words in a row, `top` being the top of the first row. */
export function rowBaseline(top: number, index: number): number {
  return top + index * ROW + ROW_BASELINE;
}
