import { civilOf, dayOfCivil } from '../time/civil.ts';
import { DAY_MS } from '../time/weeks.ts';
import { monthNamed } from './months.ts';
import { dayNumber, eitherWay, readCommon, type InstantParts } from './common-instants.ts';

export type { InstantParts };

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
  parts.offset = offset;
  parts.wall -= offset;
  return true;
}

/** The same wall clock with day and month exchanged; the date must be readable both ways. */
export function exchangeDayAndMonth(wall: number): number {
  const number = Math.floor(wall / DAY_MS);
  const { year, month, day } = civilOf(number);
  return dayOfCivil(year, day, month) * DAY_MS + (wall - number * DAY_MS);
}
