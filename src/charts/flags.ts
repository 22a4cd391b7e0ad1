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
/** Flags among which other places are tried before words are left out. */
const MOST_SEARCHED = 4;

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

/** The places of a flag's words beside those already placed, the best first; at last none. */
function places(flag: Flag, placed: readonly Placed[], theme: Theme): readonly Placed[] {
  const rows = Array.from({ length: theme.flagRows }, (_, row) => row);
  const found = candidates(flag, theme).flatMap((one) => rows.filter((row) => free(row, one, placed)).map((row) => ({ ...one, row })));
  return [...found, { x: flag.x, row: null, left: flag.x, right: flag.x, anchor: '', lines: [] }];
}

const dropped = (placed: readonly Placed[]): number => placed.filter(({ row }) => row === null).length;

/** The flags in their order, each in its best place; a few are tried in others where words would be left out. */
function placeAll(flags: readonly Flag[], placed: readonly Placed[], theme: Theme, search: boolean): readonly Placed[] {
  const [flag, ...rest] = flags;
  if (flag === undefined) return placed;
  let best: readonly Placed[] | null = null;
  for (const one of places(flag, placed, theme)) {
    const all = placeAll(rest, [...placed, one], theme, search);
    if (best === null || dropped(all) < dropped(best)) best = all;
    if (!search || dropped(best) === 0) break;
  }
  return best ?? placed;
}

/**
 * Rules with words at the top, placed from the right (the newest) to the left: beside the rule, in the lowest row where
 * they touch neither other words nor another rule. Up to four flags make way for each other. Words without room are left out; their rule stays.
 */
export function placeFlags(flags: readonly Flag[], theme: Theme): Flags {
  const newestFirst = [...flags].sort((a, b) => b.x - a.x);
  const placed = placeAll(newestFirst, [], theme, flags.length <= MOST_SEARCHED);
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
