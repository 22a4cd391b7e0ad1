import { civilOf } from '../time/civil.ts';
import { dayFromText, weekday } from '../time/weeks.ts';
import type { Status } from './model.ts';

/** The only place where a number becomes text. A value that is missing reads "–". */

export const NONE = '–';
const NBSP = '\u00a0';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SMALL_NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** Answers from which a share is a percentage, from which its point stands before its interval, and from which it has a decimal. */
export const FEW = 10;
export const SOME = 30;
const MANY = 200;

function grouped(digits: string): string {
  const [whole, fraction] = digits.split('.');
  const groups = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

const signed = (value: number, text: string) => (value < 0 && /[1-9]/.test(text) ? `−${text}` : text);

/** A whole number with its thousands grouped: 2,609. */
export function count(value: number): string {
  return Number.isNaN(value) ? NONE : signed(value, grouped(String(Math.round(Math.abs(value)))));
}

/** At most three significant digits, never an exponent: 18.8, 208, 0.28. */
export function number(value: number): string {
  if (Number.isNaN(value)) return NONE;
  const size = Math.abs(value);
  if (size >= 100) return count(value);
  if (size < 1) return size === 0 ? '0' : signed(value, size.toFixed(2));
  return signed(value, String(Number(size.toFixed(size >= 10 ? 1 : 2))));
}

/** An amount of money, whole from a hundred: €1,843, €62.50. */
export function currency(amount: number, code: string): string {
  const digits = Math.abs(amount) >= 100 || Number.isInteger(amount) ? 0 : 2;
  const form = new Intl.NumberFormat('en', { style: 'currency', currency: code, minimumFractionDigits: digits, maximumFractionDigits: digits });
  return form.format(amount).replace('-', '−');
}

/** A number as charts and equations label it: one decimal under ten, whole from a hundred. */
export function label(value: number): string {
  const size = Math.abs(value);
  return Number.isNaN(value) || size >= 100 || size < 0.05 ? number(value) : signed(value, String(Number(size.toFixed(1))));
}

/** A rate beside another: always one decimal, so that the two compare. */
export function rate(value: number): string {
  return Number.isNaN(value) ? NONE : signed(value, grouped(Math.abs(value).toFixed(1)));
}

/** A share as percent without its sign; one decimal from 200 answers on. */
export function percent(share: number, n: number): string {
  return Number.isNaN(share) ? NONE : (share * 100).toFixed(n >= MANY ? 1 : 0);
}

/** "85.5 to 91.8": the ends of an interval in the form of the figure. */
export function range(low: number, high: number, form: (value: number) => string): string {
  return Number.isNaN(low) || Number.isNaN(high) ? '' : `${form(low)} to ${form(high)}`;
}

/** "341 of 383". */
export function hitsOf(hits: number, n: number): string {
  return `${count(hits)} of ${count(n)}`;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

function twoParts(ms: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const whole = Math.floor(ms / large);
  const rest = Math.round((ms - whole * large) / small);
  if (rest * small >= large) return `${whole + 1}${NBSP}${largeUnit}`;
  const shown = smallUnit === 'min' ? String(rest).padStart(2, '0') : String(rest);
  return rest === 0 ? `${whole}${NBSP}${largeUnit}` : `${whole}${NBSP}${largeUnit}${NBSP}${shown}${NBSP}${smallUnit}`;
}

/** A duration in at most two units: 45 s, 26 min, 1 h 44 min, 2 d 3 h, 12 d. */
export function duration(ms: number): string {
  if (Number.isNaN(ms)) return NONE;
  const size = Math.abs(ms);
  const text =
    size < MINUTE - 500
      ? `${Math.round(size / 1000)}${NBSP}s`
      : size < HOUR - MINUTE / 2
        ? `${Math.round(size / MINUTE)}${NBSP}min`
        : size < 2 * DAY
          ? twoParts(size, HOUR, 'h', MINUTE, 'min')
          : size < 10 * DAY
            ? twoParts(size, DAY, 'd', HOUR, 'h')
            : `${count(size / DAY)}${NBSP}d`;
  return signed(ms, text);
}

/** A time on the working clock: as `duration`, but never in days, which have no length in opening hours. */
export function openHours(ms: number): string {
  return ms >= 2 * DAY ? `${count(ms / HOUR)}${NBSP}h` : duration(ms);
}

/** Hours as a duration: 17 h 10 min. */
export function hours(value: number): string {
  return duration(value * HOUR);
}

/** A figure and its unit apart, for a ledger: ["26", "min"], ["1 h 44", "min"]. */
export function valueAndUnit(text: string): readonly [string, string] {
  const at = text.lastIndexOf(NBSP);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

const dayNumber = (day: number | string) => (typeof day === 'string' ? (dayFromText(day) ?? NaN) : day);

/** 3 Mar 2026. */
export function date(day: number | string): string {
  const at = dayNumber(day);
  if (Number.isNaN(at)) return NONE;
  const { year, month, day: of } = civilOf(at);
  return `${of}${NBSP}${MONTHS[month - 1]}${NBSP}${year}`;
}

/** 3 Mar. */
export function shortDate(day: number | string): string {
  const at = dayNumber(day);
  if (Number.isNaN(at)) return NONE;
  const { month, day: of } = civilOf(at);
  return `${of}${NBSP}${MONTHS[month - 1]}`;
}

/** Mon 9 Mar 2026. */
export function weekdayDate(day: number | string): string {
  const at = dayNumber(day);
  return Number.isNaN(at) ? NONE : `${WEEKDAYS[weekday(at) - 1]}${NBSP}${date(at)}`;
}

/** 9 March. */
export function longDate(day: number | string): string {
  const { month, day: of } = civilOf(dayNumber(day));
  return `${of}${NBSP}${LONG_MONTHS[month - 1]}`;
}

/** March 2026, or March where the year is that of `beside`. */
export function monthName(day: number, beside: number): string {
  const { month, year } = civilOf(day);
  return civilOf(beside).year === year ? LONG_MONTHS[month - 1]! : `${LONG_MONTHS[month - 1]} ${year}`;
}

/** "Four" at the start of a sentence, "four" within; figures from thirteen on. */
export function inWords(value: number, start: boolean): string {
  const word = SMALL_NUMBERS[value];
  if (word === undefined) return count(value);
  return start ? word : word.toLowerCase();
}

/** "1 ticket", "2 tickets". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** What a status says of a band, after "which". */
export const statusWords: Readonly<Record<Status, string>> = {
  meets: 'which meets the band',
  below: 'which is below the band',
  'cannot tell': 'too close to the band to tell',
  'not enough answers': 'too few to tell',
};

/** Texts joined as a sentence lists them: a, b and c. */
export function listed(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}
