import { civilOf, dayOfCivil } from '../time/civil.ts';
import { DAY_MS } from '../time/weeks.ts';
import { monthNamed } from './months.ts';

/** What one cell says of an instant, before the column's day and month order is known. */
export interface InstantParts {
  /** Wall clock as epoch ms in UTC, read as `prefer` says where the order is open; the instant itself where `absolute`. */
  wall: number;
  /** How to read a date whose order is open. */
  prefer: 'day-first' | 'month-first';
  /** The cell carries its own offset. */
  absolute: boolean;
  /** The cell names a time of day. */
  hasTime: boolean;
  /** How day and month can be read: by name or ISO (`fixed`), one way only, or both ways. */
  order: 'fixed' | 'day-first' | 'month-first' | 'either';
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const SLOTS_A_YEAR = 12 * 31;

/** Day number of every civil date from 1970 to 2100, NaN where the month has no such day. */
const DAYS = new Float64Array((LAST_YEAR - FIRST_YEAR + 1) * SLOTS_A_YEAR).fill(NaN);
for (let day = dayOfCivil(FIRST_YEAR, 1, 1); day <= dayOfCivil(LAST_YEAR, 12, 31); day++) {
  const { year, month, day: of } = civilOf(day);
  DAYS[(year - FIRST_YEAR) * SLOTS_A_YEAR + (month - 1) * 31 + of - 1] = day;
}

/** Day number of a civil date, NaN where there is no such day. */
function dayNumber(year: number, month: number, day: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  return DAYS[(year - FIRST_YEAR) * SLOTS_A_YEAR + (month - 1) * 31 + day - 1]!;
}

/** Reader of one cell, character by character: `at` is the position, `failed` stays once set. */
interface Cursor {
  text: string;
  at: number;
}
const cursor: Cursor = { text: '', at: 0 };

/** Digits from the cursor, at most `most`; -1 without any. */
function digits(most: number): number {
  let value = 0;
  const from = cursor.at;
  while (cursor.at - from < most) {
    const c = cursor.text.charCodeAt(cursor.at) - 48;
    if (!(c >= 0 && c <= 9)) break;
    value = value * 10 + c;
    cursor.at++;
  }
  return cursor.at === from ? -1 : value;
}

function skipBlanks(): void {
  while (cursor.text.charCodeAt(cursor.at) === 32 || cursor.text.charCodeAt(cursor.at) === 160 || cursor.text.charCodeAt(cursor.at) === 8239) cursor.at++;
}

/** Milliseconds of a time of day such as 9:12, 09:12:03.250 or 9:12 pm; -1 where it is none. */
function timeOfDay(): number {
  const hour = digits(2);
  if (hour < 0 || cursor.text[cursor.at] !== ':') return -1;
  cursor.at++;
  const from = cursor.at;
  const minute = digits(2);
  if (cursor.at - from !== 2 || minute > 59) return -1;
  let ms = 0;
  if (cursor.text[cursor.at] === ':') {
    cursor.at++;
    const start = cursor.at;
    const second = digits(2);
    if (cursor.at - start !== 2 || second > 59) return -1;
    ms = second * 1000;
    if (cursor.text[cursor.at] === '.') {
      cursor.at++;
      const begin = cursor.at;
      const fraction = digits(9);
      if (fraction < 0) return -1;
      ms += Math.floor((fraction / 10 ** (cursor.at - begin)) * 1000);
    }
  }
  const half = cursor.at === cursor.text.length ? null : /^\s?([ap])\.?m\.?/i.exec(cursor.text.slice(cursor.at));
  let hours = hour;
  if (half !== null) {
    if (hour < 1 || hour > 12) return -1;
    hours = (hour % 12) + (half[1]!.toLowerCase() === 'p' ? 12 : 0);
    cursor.at += half[0].length;
  }
  if (hours > 23) return -1;
  return (hours * 60 + minute) * 60_000 + ms;
}

/** Milliseconds of an offset such as Z, UTC, GMT+2, +02:00; null where the rest of the cell is none. */
function offsetAtEnd(): number | null {
  const rest = cursor.text.slice(cursor.at).trim();
  if (/^(z|utc|gmt)$/i.test(rest)) return 0;
  const found = /^(?:utc|gmt)?\s?([+-])(\d{1,2})(?::?([0-5]\d))?$/i.exec(rest);
  if (found === null || Number(found[2]) > 14) return null;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000;
}

function monthByName(): number {
  const month = monthNamed(cursor.text.slice(cursor.at, cursor.at + 4));
  if (month < 0) return -1;
  cursor.at += 3;
  while (/[\p{L}.]/u.test(cursor.text[cursor.at] ?? '')) cursor.at++;
  return month;
}

const isSeparator = (c: string | undefined) => c === '/' || c === '-' || c === '.' || c === ' ';

/** Day number of the date at the cursor, NaN where there is none that exists; sets `parts.order`. */
function dateAtCursor(parts: InstantParts): number {
  const from = cursor.at;
  const first = digits(4);
  if (first < 0) return NaN;
  const width = cursor.at - from;
  const separator = cursor.text[cursor.at];
  if (!isSeparator(separator)) return NaN;
  cursor.at++;
  if (width === 4) {
    const month = digits(2);
    if (month < 0 || cursor.text[cursor.at] !== separator) return NaN;
    cursor.at++;
    const day = digits(2);
    parts.order = 'fixed';
    return dayNumber(first, month, day);
  }
  if (width > 2) return NaN;
  const next = cursor.text.charCodeAt(cursor.at);
  const named = next >= 65 ? monthByName() : -1;
  const second = named > 0 ? named : digits(2);
  if (second < 0 || cursor.text[cursor.at] !== separator) return NaN;
  cursor.at++;
  const start = cursor.at;
  let year = digits(4);
  if (cursor.at - start === 2) year += 2000;
  else if (cursor.at - start !== 4) return NaN;
  if (named > 0) {
    parts.order = 'fixed';
    return dayNumber(year, second, first);
  }
  return eitherWay(first, second, year, parts);
}

const SLASH = 47;
const DASH = 45;
const COLON = 58;

/** Two digits of a text from `at`, -1 where there are not two. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Sets `parts.order` for the two numbers of a date with slashes and gives its day number, NaN where it is none. */
function eitherWay(first: number, second: number, year: number, parts: InstantParts): number {
  const dayFirst = dayNumber(year, second, first);
  const monthFirst = dayNumber(year, first, second);
  if (Number.isNaN(monthFirst)) {
    parts.order = 'day-first';
    return dayFirst;
  }
  if (Number.isNaN(dayFirst)) {
    parts.order = 'month-first';
    return monthFirst;
  }
  parts.order = first === second ? 'fixed' : 'either';
  return parts.prefer === 'day-first' ? dayFirst : monthFirst;
}

/**
 * Reads the two commonest forms, `4/8/2025 9:05[:30]` and `2025-04-08 09:05[:30]`, without looking twice at a character.
 * False for everything else, also for dates that do not exist: the careful reader rules on those.
 */
function readCommon(text: string, parts: InstantParts): boolean {
  const { length } = text;
  let at = text.charCodeAt(1) === SLASH ? 1 : 2;
  let day: number;
  if (text.charCodeAt(at) === SLASH) {
    const first = at === 1 ? text.charCodeAt(0) - 48 : twoDigits(text, 0);
    const from = at + 1;
    at = text.charCodeAt(from + 1) === SLASH ? from + 1 : from + 2;
    if (text.charCodeAt(at) !== SLASH) return false;
    const second = at === from + 1 ? text.charCodeAt(from) - 48 : twoDigits(text, from);
    const century = twoDigits(text, at + 1);
    const rest = twoDigits(text, at + 3);
    if (century < 0 || rest < 0) return false;
    day = eitherWay(first, second, century * 100 + rest, parts);
    at += 5;
  } else if (text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH) {
    const century = twoDigits(text, 0);
    const rest = twoDigits(text, 2);
    if (century < 0 || rest < 0) return false;
    day = dayNumber(century * 100 + rest, twoDigits(text, 5), twoDigits(text, 8));
    parts.order = 'fixed';
    at = 10;
  } else return false;
  if (Number.isNaN(day) || text.charCodeAt(at) !== 32) return false;
  const colon = text.charCodeAt(at + 2) === COLON ? at + 2 : at + 3;
  const hour = colon === at + 2 ? text.charCodeAt(at + 1) - 48 : twoDigits(text, at + 1);
  const minute = twoDigits(text, colon + 1);
  const withSeconds = length === colon + 6;
  const second = withSeconds && text.charCodeAt(colon + 3) === COLON ? twoDigits(text, colon + 4) : length === colon + 3 ? 0 : -1;
  if (text.charCodeAt(colon) !== COLON || !(hour >= 0 && hour < 24) || !(minute >= 0 && minute < 60) || !(second >= 0 && second < 60)) return false;
  parts.absolute = false;
  parts.hasTime = true;
  parts.wall = day * DAY_MS + (hour * 3600 + minute * 60 + second) * 1000;
  return true;
}

/**
 * Reads an instant strictly: ISO 8601, year/month/day, day and month in either order with `/`, `-` or `.`,
 * month names in English, Spanish, Portuguese, German or French; an optional time with seconds and am or pm; an optional offset.
 * Returns false where the cell is no date that exists, and then leaves `parts` undefined.
 */
export function readInstant(text: string, parts: InstantParts): boolean {
  if (readCommon(text, parts)) return true;
  cursor.text = text;
  cursor.at = 0;
  parts.absolute = false;
  parts.hasTime = false;
  const day = dateAtCursor(parts);
  if (day !== day) return false;
  parts.wall = day * DAY_MS;
  if (cursor.at === text.length) return true;
  const c = text[cursor.at];
  if (c !== ' ' && c !== 'T' && c !== 't' && c !== ',') return false;
  cursor.at++;
  skipBlanks();
  const time = timeOfDay();
  if (time < 0) return false;
  parts.hasTime = true;
  parts.wall += time;
  if (cursor.at === text.length) return true;
  const offset = offsetAtEnd();
  if (offset === null) return false;
  parts.absolute = true;
  parts.wall -= offset;
  return true;
}

/** The same wall clock with day and month exchanged; the date must be readable both ways. */
export function exchangeDayAndMonth(wall: number): number {
  const number = Math.floor(wall / DAY_MS);
  const { year, month, day } = civilOf(number);
  return dayOfCivil(year, day, month) * DAY_MS + (wall - number * DAY_MS);
}
