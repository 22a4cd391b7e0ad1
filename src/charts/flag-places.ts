import { type Setting, fit, textWidth, wrap } from './lettering.ts';
import type { Theme } from './theme.ts';

/** A thing on the axis that has words: a vertical rule, or a shape at its foot. */
export interface Flag {
  readonly x: number;
  readonly lines: readonly string[];
  /** Fewer words, for where those have no room. */
  readonly short?: string;
}
/** How the words of flags are set. */
export interface FlagStyle {
  readonly bold: boolean;
  /** Half the width of the shape at the foot of each, beside which words of the lowest row stand; 0 for a bare rule. */
  readonly half: number;
}
/** Where the words of a flag stand: rows count away from the plot; null = it has no words. */
export interface Placed {
  readonly x: number;
  readonly row: number | null;
  readonly left: number;
  readonly right: number;
  readonly anchor: '' | ' end';
  readonly lines: readonly Setting[];
}

const AIR = 8;
const RULE_AIR = 4;
/** Flags among which other places are tried before words are left out. */
export const MOST_SEARCHED = 4;

interface Search extends FlagStyle {
  /** Rows of words at most. */
  readonly rows: number;
  /** Whether other places are tried where words would be left out. */
  readonly thorough: boolean;
  /** Where shapes stand, with words or without; none for bare rules. */
  readonly feet: readonly number[];
  readonly theme: Theme;
}

/** Whether the rule of a flag whose words stand in one row runs through the words of another. */
function crosses(x: number, row: number, words: Placed, wordsRow: number): boolean {
  return row >= wordsRow && x > words.left - RULE_AIR && x < words.right + RULE_AIR;
}

function free(row: number, one: Placed, placed: readonly Placed[], { feet, half }: Search): boolean {
  const air = RULE_AIR + half;
  if (row === 0 && feet.some((x) => x !== one.x && x > one.left - air && x < one.right + air)) return false;
  return placed.every((other) => {
    if (other.row === null) return true;
    if (other.row === row && one.left < other.right + AIR && other.left < one.right + AIR) return false;
    return !crosses(other.x, other.row, one, row) && !crosses(one.x, row, other, other.row);
  });
}

function candidates(flag: Flag, { theme, bold, half }: Search): readonly Placed[] {
  const { width, text: size } = theme;
  const gap = theme.flagGap + half;
  const room = Math.max(width - flag.x - gap, flag.x - gap);
  const lines = flag.lines.map((text) => fit(text, room, size, bold)).filter((line) => line.text !== '');
  if (lines.length === 0) return [];
  const wide = Math.max(...lines.map((line) => textWidth(line.text, size, bold)));
  const start = flag.x + gap;
  const end = flag.x - gap;
  const both: Placed[] = [
    { x: flag.x, row: null, left: start, right: start + wide, anchor: '', lines },
    { x: flag.x, row: null, left: end - wide, right: end, anchor: ' end', lines },
  ];
  return both.filter((one) => one.left >= -0.1 && one.right <= width + 0.1);
}

/**
 * The places of a flag's words beside those already placed, the best first; at last none. The lowest row is best, but where no
 * other place is tried later the right side is: it leaves more room to the flags that follow.
 */
function places(flag: Flag, placed: readonly Placed[], search: Search): readonly Placed[] {
  const sides = candidates(flag, search);
  const rows = Array.from({ length: search.rows }, (_, row) => row);
  const all = search.thorough ? rows.flatMap((row) => sides.map((one) => ({ ...one, row }))) : sides.flatMap((one) => rows.map((row) => ({ ...one, row })));
  const found = all.filter((one) => free(one.row, one, placed, search));
  return [...found, { x: flag.x, row: null, left: flag.x, right: flag.x, anchor: '', lines: [] }];
}

const dropped = (placed: readonly Placed[]): number => placed.filter(({ row }) => row === null).length;

/** The flags in their order, each in its best place. */
function placeAll(flags: readonly Flag[], placed: readonly Placed[], search: Search): readonly Placed[] {
  const [flag, ...rest] = flags;
  if (flag === undefined) return placed;
  let best: readonly Placed[] | null = null;
  for (const one of places(flag, placed, search)) {
    const all = placeAll(rest, [...placed, one], search);
    if (best === null || dropped(all) < dropped(best)) best = all;
    if (!search.thorough || dropped(best) === 0) break;
  }
  return best ?? placed;
}

/** The flag with its words on two lines about alike in width, broken at a space. */
function broken(flag: Flag, bold: boolean, { text: size }: Theme): Flag {
  const halves = (text: string) => wrap(text, textWidth(text, size, bold) - 1, 2, size, bold).map((line) => line.full ?? line.text);
  return flag.lines.length > 1 ? flag : { ...flag, lines: flag.lines.flatMap(halves) };
}

/**
 * Where the words of flags stand, from the right (the newest) to the left: beside the flag, in the lowest row where they touch
 * neither other words nor another flag. Up to four make way for each other. Where there is no room the words stand in more rows, on
 * two lines, then the short ones; only where that does not help, or among more flags than four, are words left out.
 */
export function placeWords(given: readonly Flag[], style: FlagStyle, theme: Theme): readonly Placed[] {
  const flags = [...given].sort((a, b) => b.x - a.x);
  const thorough = flags.length <= MOST_SEARCHED;
  const halves = flags.map((flag) => broken(flag, style.bold, theme));
  const least = flags.map((flag, at) => (flag.short === undefined ? halves[at]! : { ...flag, lines: [flag.short] }));
  const feet = style.half === 0 ? [] : flags.map(({ x }) => x);
  const rows = theme.flagRows;
  const most = thorough ? Math.max(rows, flags.length) : rows;
  const ways = [
    { some: flags, rows },
    { some: flags, rows: most },
    { some: halves, rows },
    { some: least, rows: most },
  ];
  let best: readonly Placed[] | null = null;
  for (const { some, rows: high } of ways) {
    const placed = placeAll(some, [], { ...style, rows: high, thorough, feet, theme });
    if (best === null || dropped(placed) < dropped(best)) best = placed;
    if (dropped(best) === 0) break;
  }
  return best ?? [];
}

/** How many rows the words take, and how many lines the highest of them. */
export function sizeOf(placed: readonly Placed[]): { readonly rows: number; readonly lines: number } {
  return { rows: Math.max(0, ...placed.map(({ row }) => (row ?? -1) + 1)), lines: Math.max(0, ...placed.map(({ lines }) => lines.length)) };
}
