import { type Flag, placeWords, sizeOf } from './flag-places.ts';
import { type Label, type Upright, labelAt } from './ink.ts';
import type { Theme } from './theme.ts';

export interface Flags {
  /** Height that the words need above the plot. */
  readonly height: number;
  readonly rules: (top: number, bottom: number) => readonly Upright[];
  readonly labels: (top: number) => readonly Label[];
}

/** Height of capitals, to which a rule rises beside its words. */
export const CAP_HEIGHT = 10;

/** Rules with bold words at their tops; a rule whose words are left out stays. */
export function placeFlags(flags: readonly Flag[], theme: Theme): Flags {
  const placed = placeWords(flags, { bold: true, half: 0 }, theme);
  const { rows, lines } = sizeOf(placed);
  const baseline = (row: number | null, top: number): number => top - theme.flagLift - (row ?? 0) * lines * theme.line;
  return {
    height: rows === 0 ? 0 : rows * lines * theme.line + theme.flagLift - 4,
    rules: (top, bottom) =>
      placed.map((one) => ({
        x: one.x,
        y1: one.row === null ? top : baseline(one.row, top) - (one.lines.length - 1) * theme.line - CAP_HEIGHT,
        y2: bottom,
      })),
    labels: (top) =>
      placed.flatMap((one) =>
        one.lines.map((line, index) => {
          const y = baseline(one.row, top) - (one.lines.length - 1 - index) * theme.line;
          return labelAt(one.anchor === '' ? one.left : one.right, y, line, `t-b${one.anchor}`);
        }),
      ),
  };
}
