/** One cell to one value; NaN or -1 where the cell does not say one. Cells come trimmed and not empty. */

export type DecimalMark = '.' | ',';

/**
 * What a number says of the marks in it: nothing, that one of them begins its decimals, or that its only mark stands before
 * three digits, so that it may group thousands or begin decimals.
 */
export const PLAIN = 0;
export const DOT_DECIMAL = 1;
export const COMMA_DECIMAL = 2;
export const OPEN_DOT = 3;
export const OPEN_COMMA = 4;
export type MarkForm = typeof PLAIN | typeof DOT_DECIMAL | typeof COMMA_DECIMAL | typeof OPEN_DOT | typeof OPEN_COMMA;

/** A number and what its marks say, reused from cell to cell. */
export interface MarkedNumber {
  /** The value, with an open mark read as one that groups thousands; NaN where the cell is no number. */
  value: number;
  form: MarkForm;
}

const DIGITS = /^[+-]?\d+$/;
const ONE_MARK = /^[+-]?(\d+)([.,])(\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const SPACED = /^[+-]?\d{1,3}(?:[ \u00a0\u202f'\u2019]\d{3})+(?:([.,])\d+)?$/;

function set(into: MarkedNumber, text: string, form: MarkForm): void {
  into.value = Number(text);
  into.form = form;
}

/** Reads a number whose thousands may be grouped in threes by dots, commas, blanks or apostrophes, and says what its marks tell. */
export function readMarked(text: string, into: MarkedNumber): void {
  into.value = NaN;
  into.form = PLAIN;
  if (DIGITS.test(text)) return set(into, text, PLAIN);
  const one = ONE_MARK.exec(text);
  if (one !== null) {
    const [, whole, mark, rest] = one;
    const open = rest!.length === 3 && whole!.length <= 3 && !whole!.startsWith('0');
    if (open) return set(into, text.replace(mark!, ''), mark === '.' ? OPEN_DOT : OPEN_COMMA);
    return set(into, text.replace(',', '.'), mark === '.' ? DOT_DECIMAL : COMMA_DECIMAL);
  }
  const spaced = SPACED.exec(text);
  if (spaced !== null)
    return set(into, text.replace(/[^\d.,+-]/g, '').replace(',', '.'), spaced[1] === '.' ? DOT_DECIMAL : spaced[1] === ',' ? COMMA_DECIMAL : PLAIN);
  const group = GROUPED.exec(text)?.[1];
  if (group === undefined) return;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const form = group === ',' ? DOT_DECIMAL : COMMA_DECIMAL;
  if (text[last] === group) set(into, text.replaceAll(group, ''), form);
  else set(into, `${text.slice(0, last).replaceAll(group, '')}.${text.slice(last + 1)}`, form);
}

const scratch: MarkedNumber = { value: NaN, form: PLAIN };

/** A number with the given decimal mark and thousands in groups of three; NaN where it is none. */
export function readNumber(text: string, decimal: DecimalMark): number {
  readMarked(text, scratch);
  const { value, form } = scratch;
  if (form === OPEN_DOT || form === OPEN_COMMA) return (form === OPEN_DOT) === (decimal === '.') ? value / 1000 : value;
  const told = form === DOT_DECIMAL ? '.' : form === COMMA_DECIMAL ? ',' : decimal;
  return told === decimal ? value : NaN;
}

export type DurationUnit = 'seconds' | 'minutes' | 'hours';

/** How many minutes a unit has. */
export const IN_MINUTES: Readonly<Record<DurationUnit, number>> = { seconds: 1 / 60, minutes: 1, hours: 60 };

const CLOCK = /^([+-])?(\d+):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/;
const WORDED = /^(?:\d+ ?(?:d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)(?:, ?| |$))+$/i;
const WORD_MINUTES: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1, s: 1 / 60 };

/** Minutes of a duration that names its units: h:mm, -h:mm and h:mm:ss, `1 days 2 hours 3 minutes`, `45 min`; NaN where it is none. */
export function readClock(text: string): number {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const minutes = Number(clock[2]) * 60 + Number(clock[3]) + Number(clock[4] ?? 0) / 60;
    return clock[1] === '-' ? -minutes : minutes;
  }
  if (!WORDED.test(text)) return NaN;
  let minutes = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+) ?([a-z])/gi)) minutes += Number(amount) * WORD_MINUTES[unit!.toLowerCase()]!;
  return minutes;
}

/** A duration in minutes: a number in the given unit, or one that names its units; NaN where it is none. */
export function readMinutes(text: string, unit: DurationUnit, decimal: DecimalMark): number {
  const clock = readClock(text);
  return Number.isNaN(clock) ? readNumber(text, decimal) * IN_MINUTES[unit] : clock;
}

const FLAGS = new Map<string, 0 | 1>([
  ...['yes', 'y', 'true', 't', '1', 'x'].map((word) => [word, 1] as const),
  ...['no', 'n', 'false', 'f', '0'].map((word) => [word, 0] as const),
]);

/** 1 for yes, 0 for no, -1 where the cell says neither. */
export function readFlag(text: string): -1 | 0 | 1 {
  return FLAGS.get(text.toLowerCase()) ?? -1;
}
