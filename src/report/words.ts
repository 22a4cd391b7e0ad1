import { nounFor, say, smallNumbers } from '../language/language.ts';
import { civilOf } from '../time/civil.ts';
import { dayFromText } from '../time/weeks.ts';
import { dayOfMonth, dayOfYear, decimal, joined, longDayOfMonth, longMonth, money, shortWeekday } from './forms.ts';
import type { Status } from './model.ts';

/** The only place where a number becomes text. A value that is missing reads "–". */

export const NONE = '–';
export const NBSP = '\u00a0';
/** Answers from which a share is a percentage, from which its point stands before its interval, and from which it has a decimal. */
export const FEW = 10;
export const SOME = 30;
const MANY = 200;

const signed = (value: number, text: string) => (value < 0 && /[1-9]/.test(text) ? `−${text}` : text);

/** A whole number with its thousands grouped: 2,609. */
export function count(value: number): string {
  return Number.isNaN(value) ? NONE : signed(value, decimal(Math.round(Math.abs(value)), 0));
}

/** A text of constants with its thousands grouped as the locale groups them: the 1,000 of English words, the 1.000 of German ones. */
export const regrouped = (text: string): string => text.replace(/\d{1,3}(?:[.,]\d{3})+(?!\d)/g, (found) => count(Number(found.replace(/\D/g, ''))));

/** At most three significant digits, never an exponent: 18.8, 208, 0.28. */
export function number(value: number): string {
  if (Number.isNaN(value)) return NONE;
  const size = Math.abs(value);
  if (size >= 100) return count(value);
  if (size < 1) return size === 0 ? '0' : signed(value, decimal(size, 2));
  return signed(value, decimal(size, 0, size >= 10 ? 1 : 2));
}

/** An amount of money, whole from a hundred: €1,843, €62.50. */
export function currency(amount: number, code: string): string {
  const digits = Math.abs(amount) >= 100 || Number.isInteger(amount) ? 0 : 2;
  return money(amount, code, digits).replace('-', '−');
}

/** A number as charts and equations label it: one decimal under ten, whole from a hundred. */
export function label(value: number): string {
  const size = Math.abs(value);
  return Number.isNaN(value) || size >= 100 || size < 0.05 ? number(value) : signed(value, decimal(size, 0, 1));
}

/** A rate beside another: always one decimal, so that the two compare. */
export function rate(value: number): string {
  return Number.isNaN(value) ? NONE : signed(value, decimal(Math.abs(value), 1));
}

/** A share as percent without its sign; one decimal from 200 answers on. */
export function percent(share: number, n: number): string {
  return Number.isNaN(share) ? NONE : decimal(share * 100, n >= MANY ? 1 : 0);
}

/** "85.5 to 91.8": the ends of an interval in the form of the figure. */
export function range(low: number, high: number, form: (value: number) => string): string {
  return Number.isNaN(low) || Number.isNaN(high) ? '' : say`${form(low)} to ${form(high)}`;
}

/** "341 of 383". */
export function hitsOf(hits: number, n: number): string {
  return say`${count(hits)} of ${count(n)}`;
}

/** "341 of 383 answers": as `hitsOf`, of rows counted in words, as `plural` gives them. */
export function hitsAmong(hits: number, rows: string): string {
  return say`${count(hits)} of ${rows}`;
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

/** Hours of work as a duration, never in days: 17 h 10 min, 87 h. */
export function hours(value: number): string {
  return openHours(value * HOUR);
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
  return Number.isNaN(at) ? NONE : dayOfYear(at);
}

/** 3 Mar. */
export function shortDate(day: number | string): string {
  const at = dayNumber(day);
  return Number.isNaN(at) ? NONE : dayOfMonth(at);
}

/** Mon 9 Mar 2026. */
export function weekdayDate(day: number | string): string {
  const at = dayNumber(day);
  return Number.isNaN(at) ? NONE : `${shortWeekday(at)}${NBSP}${dayOfYear(at)}`;
}

/** 9 March. */
export const longDate = (day: number | string): string => longDayOfMonth(dayNumber(day));

/** March 2026, or March where the year is that of `beside`. */
export function monthName(day: number, beside: number): string {
  const { year } = civilOf(day);
  return civilOf(beside).year === year ? longMonth(day) : `${longMonth(day)} ${year}`;
}

/** "Four" at the start of a sentence, "four" within; figures from thirteen on. */
export function inWords(value: number, start: boolean): string {
  const word = smallNumbers()[value];
  if (word === undefined) return count(value);
  return start ? word : word.toLowerCase();
}

/** "1 ticket", "2 tickets". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${nounFor(value, one, many)}`;
}

/** A status as the word that stands beside its shape. */
export function statusWord(status: Status): string {
  if (status === 'meets') return say`meets`;
  if (status === 'below') return say`below`;
  return status === 'cannot tell' ? say`cannot tell` : say`not enough answers`;
}

/** What a status says of a band, after "which". */
export function statusSays(status: Status): string {
  if (status === 'meets') return say`which meets the band`;
  if (status === 'below') return say`which is below the band`;
  return status === 'cannot tell' ? say`too close to the band to tell` : say`too few to tell`;
}

/** Texts joined as a sentence lists them: a, b and c. */
export const listed = (texts: readonly string[]): string => joined(texts);
