import type { SquaresDrawing } from '../report/model.ts';
import { element } from './markup.ts';
import type { Theme } from './theme.ts';

const SIDE = 0.909;
const MOST_ROWS = 10;
const LEAST_PART = 0.02;
const MOST_SQUARES = 5_000;

/** The squares in a row: more and smaller ones when the hours would fill over ten rows. */
function inRow(hours: number, theme: Theme): number {
  let count = theme.squaresInRow;
  while (hours > count * MOST_ROWS * (count / theme.squaresInRow)) count += theme.squaresInRow;
  return count;
}

/**
 * One square an hour, in rows, the last cut to its fraction, up to 5,000; no hours or no finite number give an empty row.
 */
export function squares(drawing: SquaresDrawing, theme: Theme): { readonly width: number; readonly height: number; readonly content: string } {
  const hours = Number.isFinite(drawing.hours) ? Math.min(MOST_SQUARES, Math.max(0, drawing.hours)) : 0;
  const row = inRow(hours, theme);
  const step = (theme.squareStep * theme.squaresInRow) / row;
  const side = step * SIDE;
  const whole = Math.floor(hours);
  const part = hours - whole;
  const parts = [...Array.from({ length: whole }, () => 1), ...(part >= LEAST_PART ? [part] : [])];
  const className = drawing.filled ? 'sq fill' : 'sq hollow';
  const content = parts.map((share, index) =>
    element('rect', {
      x: 1 + (index % row) * step,
      y: 1 + Math.floor(index / row) * step,
      width: side * share,
      height: side,
      class: className,
    }),
  );
  const rows = Math.max(1, Math.ceil(parts.length / row));
  return { width: theme.width, height: rows * step + 2, content: content.join('') };
}
