import { type Label, type Upright, labelAt } from './ink.ts';
import { type Setting, fit, textWidth } from './lettering.ts';
import type { Theme } from './theme.ts';

/** A vertical rule with bold words at its top. */
export interface Flag {
  readonly x: number;
  readonly lines: readonly string[];
}
/** Where the words stand: rows count upwards from the plot; null = the rule has no words. */
interface Placed {
  readonly x: number;
  readonly row: number | null;
  readonly left: number;
  readonly right: number;
  readonly anchor: '' | ' end';
  readonly lines: readonly Setting[];
}
export interface Flags {
  /** Height that the words need above the plot. */
  readonly height: number;
  readonly rules: (top: number, bottom: number) => readonly Upright[];
  readonly labels: (top: number) => readonly Label[];
}

const AIR = 8;
const CAP_HEIGHT = 10;

function free(row: number, one: Placed, placed: readonly Placed[]): boolean {
  return placed.every((other) => {
    if (other.row === null) return true;
    if (other.row === row && one.left < other.right + AIR && other.left < one.right + AIR) return false;
    if (other.row >= row && other.x > one.left - 4 && other.x < one.right + 4) return false;
    return !(other.row <= row && one.x > other.left - 4 && one.x < other.right + 4);
  });
}

function candidates(flag: Flag, theme: Theme): readonly Placed[] {
  const { flagGap, width } = theme;
  const room = Math.max(width - flag.x - flagGap, flag.x - flagGap);
  const lines = flag.lines.map((text) => fit(text, room, theme.text, true)).filter((line) => line.text !== '');
  if (lines.length === 0) return [];
  const wide = Math.max(...lines.map((line) => textWidth(line.text, theme.text, true)));
  const start = flag.x + flagGap;
  const end = flag.x - flagGap;
  const both: Placed[] = [
    { x: flag.x, row: null, left: start, right: start + wide, anchor: '', lines },
    { x: flag.x, row: null, left: end - wide, right: end, anchor: ' end', lines },
  ];
  return both.filter((one) => one.left >= -0.1 && one.right <= width + 0.1);
}

function placeOne(flag: Flag, placed: readonly Placed[], theme: Theme): Placed {
  for (const one of candidates(flag, theme)) {
    for (let row = 0; row < theme.flagRows; row++) {
      if (free(row, one, placed)) return { ...one, row };
    }
  }
  return { x: flag.x, row: null, left: flag.x, right: flag.x, anchor: '', lines: [] };
}

/**
 * Rules with words at the top, placed from the right (the newest) to the left: beside the rule, in the lowest row where
 * they touch neither other words nor another rule. Words without room are left out; their rule stays.
 */
export function placeFlags(flags: readonly Flag[], theme: Theme): Flags {
  const placed: Placed[] = [];
  for (const flag of [...flags].sort((a, b) => b.x - a.x)) placed.push(placeOne(flag, placed, theme));
  const rows = Math.max(0, ...placed.map((one) => (one.row ?? -1) + 1));
  const lines = Math.max(0, ...placed.map((one) => one.lines.length));
  const baseline = (one: Placed, top: number): number => top - theme.flagLift - (one.row ?? 0) * lines * theme.line;
  return {
    height: rows === 0 ? 0 : rows * lines * theme.line + theme.flagLift - 4,
    rules: (top, bottom) =>
      placed.map((one) => ({
        x: one.x,
        y1: one.row === null ? top : baseline(one, top) - (one.lines.length - 1) * theme.line - CAP_HEIGHT,
        y2: bottom,
      })),
    labels: (top) =>
      placed.flatMap((one) =>
        one.lines.map((line, index) => {
          const y = baseline(one, top) - (one.lines.length - 1 - index) * theme.line;
          return labelAt(one.anchor === '' ? one.left : one.right, y, line, `t-b${one.anchor}`);
        }),
      ),
  };
}
