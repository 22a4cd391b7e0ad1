import { type Label, labelAt } from './ink.ts';
import { type Setting, roomForNumbers, textWidth, wrap } from './lettering.ts';
import type { Theme } from './theme.ts';

/** The grid of charts with one row a name: its step, and the middle and the baseline within a step. */
export const ROW = 34;
export const ROW_MIDDLE = 17;
const ROW_BASELINE = 22;
const NAME_GAP = 12;
const NAME_LINES = 2;
/** Share of the drawing that names with numbers in them, such as those of quarters, may take to stand whole. */
const MOST_NAMES = 0.4;

export interface Named {
  readonly label: string;
  readonly singled: boolean;
}

function nameLines(row: Named, room: number, theme: Theme): readonly Setting[] {
  return wrap(row.label, room, NAME_LINES, theme.text, row.singled);
}

/** Where the plot begins: right of the longest name, which takes a second line rather than more than `least` units unless a number in it would be cut. */
export function nameEdge(rows: readonly Named[], least: number, theme: Theme): number {
  const texts = rows.map(({ label, singled }) => ({ text: label, bold: singled }));
  const room = roomForNumbers(texts, least, Math.max(least, theme.width * MOST_NAMES), NAME_LINES, theme.text);
  const widths = rows.flatMap((row) => nameLines(row, room, theme).map((line) => textWidth(line.text, theme.text, row.singled)));
  const widest = Math.max(0, ...widths);
  return widest === 0 ? 0 : Math.ceil(Math.min(widest, room)) + NAME_GAP;
}

/** Names at the left of `edge`, set to the right; what does not fit on two lines is shortened and keeps its whole text as a title. */
export function nameLabels(rows: readonly Named[], edge: number, top: number, theme: Theme): readonly Label[] {
  const room = edge - NAME_GAP;
  return rows.flatMap((row, index) => rowLines(nameLines(row, room, theme), room, top, index, row.singled ? 'end t-b' : 'end t-ink', theme));
}

/** One or two lines of words in the middle of a row. */
export function rowLines(lines: readonly Setting[], x: number, top: number, index: number, className: string, theme: Theme): readonly Label[] {
  const first = rowBaseline(top, index) - ((lines.length - 1) * theme.rowLine) / 2;
  return lines.map((line, below) => labelAt(x, first + below * theme.rowLine, line, className));
}

/** Baseline of the words in a row, `top` being the top of the first row. */
export function rowBaseline(top: number, index: number): number {
  return top + index * ROW + ROW_BASELINE;
}
