import { civilOf, dayOfCivil } from '../time/civil.ts';
import { DAY_MS } from '../time/weeks.ts';

/** What one cell says of an instant, before the column's day and month order is known. */
export interface InstantParts {
  /** Wall clock as epoch ms in UTC, read as `prefer` says where the order is open; the instant itself where `absolute`. */
  wall: number;
  /** How to read a date whose order is open. */
  prefer: 'day-first' | 'month-first';
  /** The cell carries its own offset. */
  absolute: boolean;
  /** How far its clock is ahead of UTC in ms, where `absolute`. */
  offset: number;
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
export function dayNumber(year: number, month: number, day: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  return DAYS[(year - FIRST_YEAR) * SLOTS_A_YEAR + (month - 1) * 31 + day - 1]!;
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
export function eitherWay(first: number, second: number, year: number, parts: InstantParts): number {
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

const BLANK = 32;
const T = 84;
const Z = 90;

/**
 * Reads the commonest forms, `4/8/2025 9:05[:30]`, `2025-04-08 09:05[:30]` and `2025-04-08T09:05[:30]Z`, without looking twice at a
 * character. False for everything else, also for dates that do not exist: the careful reader rules on those.
 */
export function readCommon(text: string, parts: InstantParts): boolean {
  const absolute = text.charCodeAt(text.length - 1) === Z;
  const length = absolute ? text.length - 1 : text.length;
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
  const between = text.charCodeAt(at);
  if (Number.isNaN(day) || (between !== BLANK && between !== T)) return false;
  const colon = text.charCodeAt(at + 2) === COLON ? at + 2 : at + 3;
  const hour = colon === at + 2 ? text.charCodeAt(at + 1) - 48 : twoDigits(text, at + 1);
  const minute = twoDigits(text, colon + 1);
  const withSeconds = length === colon + 6;
  const second = withSeconds && text.charCodeAt(colon + 3) === COLON ? twoDigits(text, colon + 4) : length === colon + 3 ? 0 : -1;
  if (text.charCodeAt(colon) !== COLON || !(hour >= 0 && hour < 24) || !(minute >= 0 && minute < 60) || !(second >= 0 && second < 60)) return false;
  parts.absolute = absolute;
  parts.offset = 0;
  parts.hasTime = true;
  parts.wall = day * DAY_MS + (hour * 3600 + minute * 60 + second) * 1000;
  return true;
}
