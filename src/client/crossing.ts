import { filled, hundredths, short } from './numerals.ts';
import { hourWords, type Assumed } from './reckon.ts';

/** What the drawing says, in the language of the page; the texts with `{0}` take numbers there. */
export interface Said {
  readonly language: string;
  readonly returned: string;
  readonly spent: string;
  /** The axis of complaints. */
  readonly fewer: string;
  /** Where the lines cross: {0} complaints. */
  readonly even: string;
  /** For who cannot see the drawing: {0} spent, even at {1} complaints, {2} of them return {3}. */
  readonly told: string;
  /** The same where nothing breaks even: {0} spent, {1} complaints return {2}. */
  readonly never: string;
}

/** Sizes of one drawing, in its own units. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
}
/** The two widths that the drawing comes in. */
export const CANVAS = { wide: { width: 616, height: 250 }, narrow: { width: 328, height: 230 } } as const;

const LEFT = 60;
const RIGHT = 12;
const TOP = 26;
const BOTTOM = 46;
/** Room that words need at the left of the dot. */
const ROOM = 120;
const TICKS = [0, 0.5, 1] as const;
const SECONDS_AN_HOUR = 3600;

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The least of a few round numbers that is not under a value; 1 where there is none. */
export function roundedUp(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (STEPS.find((step) => step * power >= value * (1 - 1e-9)) ?? 10);
}

/** One element of the drawing, as the server writes it and the browser makes it. */
export interface Shape {
  readonly tag: 'line' | 'text' | 'circle';
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const line = (className: string, x1: number, y1: number, x2: number, y2: number): Shape => ({
  tag: 'line',
  attributes: { class: className, x1: x1.toFixed(1), y1: y1.toFixed(1), x2: x2.toFixed(1), y2: y2.toFixed(1) },
  text: '',
});
const words = (className: string, x: number, y: number, text: string): Shape => ({
  tag: 'text',
  attributes: { class: className, x: x.toFixed(1), y: y.toFixed(1) },
  text,
});
const dot = (x: number, y: number): Shape => ({ tag: 'circle', attributes: { class: 'pt now', cx: x.toFixed(1), cy: y.toFixed(1), r: '5' }, text: '' });

/** What the drawing says to who cannot see it. */
export function crossingText({ contacts, seconds, avoided, hoursEach }: Assumed, { language, told, never }: Said): string {
  const spent = (contacts * seconds) / SECONDS_AN_HOUR;
  const returned = [short(avoided, language), hourWords(avoided * hoursEach)];
  return hoursEach > 0 ? filled(told, hourWords(spent), hundredths(spent / hoursEach, language), ...returned) : filled(never, hourWords(spent), ...returned);
}

/**
 * Hours returned over complaints avoided a week, and the hours spent as a level: they break even where the two lines
 * cross. What stands in an `<svg>` of that size, of numbers and the words given alone.
 */
export function crossing({ contacts, seconds, avoided, hoursEach }: Assumed, { width, height }: Canvas, said: Said): readonly Shape[] {
  const { language } = said;
  const spent = (contacts * seconds) / SECONDS_AN_HOUR;
  const even = hoursEach > 0 ? spent / hoursEach : Infinity;
  const most = roundedUp(Math.max(avoided, Number.isFinite(even) ? even : 0) * 1.1);
  const hours = roundedUp(Math.max(spent, most * hoursEach, 1e-3));
  const [right, base] = [width - RIGHT, height - BOTTOM];
  const x = (complaints: number): number => LEFT + (complaints / most) * (right - LEFT);
  const y = (value: number): number => base - (value / hours) * (base - TOP);
  const grid = TICKS.map((part) => line(part === 0 ? 'base' : 'g', LEFT, y(part * hours), right, y(part * hours)));
  const numbers = TICKS.flatMap((part) => [
    words('end', LEFT - 8, y(part * hours) + 4.5, part === 0 ? '0' : `${short(part * hours, language)}${part === 1 ? '\u00a0h' : ''}`),
    words(part === 1 ? 'end' : 'mid', x(part * most), base + 20, short(part * most, language)),
  ]);
  const inside = even <= most;
  const [dotX, dotY] = [x(avoided), y(avoided * hoursEach)];
  const returned = dotX < LEFT + ROOM ? words('t-acc halo', dotX + 12, dotY + 16, said.returned) : words('end t-acc halo', dotX - 10, dotY - 6, said.returned);
  const side = inside && x(even) > (LEFT + right) / 2 ? 'end' : '';
  return [
    ...grid,
    ...numbers,
    words('end', right, base + 38, said.fewer),
    ...(inside
      ? [
          line('ev', x(even), TOP - 8, x(even), base),
          words(`${side} t-b halo`, x(even) + (side === '' ? 6 : -6), TOP - 12, filled(said.even, hundredths(even, language))),
        ]
      : []),
    line('mean', LEFT, y(spent), right, y(spent)),
    words('end t-ink halo', right, y(spent) - 7, said.spent),
    line('iv', x(0), y(0), right, y(most * hoursEach)),
    dot(dotX, dotY),
    returned,
  ];
}
