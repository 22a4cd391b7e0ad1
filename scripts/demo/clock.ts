import { span } from './truth.ts';

/**
 * Times are whole seconds since 1970 in UTC. Names with `wall` mean what a clock on a wall in London shows, read as if it
 * were UTC: people's days are made up on it, then turned by `toUtc`.
 */

export const minute = 60;
export const hour = 3600;
export const day = 86_400;
export const week = 604_800;

/** Bank holidays of England and Wales in the years of the demo. */
export const holidays = (
  '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26 ' +
  '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28'
).split(' ');

const holidaySet: ReadonlySet<number> = new Set(holidays.map((date) => seconds(date) / day));

/** Seconds of an ISO date or date-time on its own clock. */
export function seconds(iso: string): number {
  return Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso) / 1000;
}

const firstMonday = seconds(span.firstMonday);
export const now = seconds(span.now);
/** First moment after the last complete week, and the first of the 13 weeks that end with it. */
export const endOfWeeks = mondayOf(span.weeks);
export const startOfWindow = mondayOf(span.weeks - 13);

/** Monday is 0. */
export function weekday(wall: number): number {
  return (Math.floor(wall / day) + 3) % 7;
}

function lastSunday(year: number, month: number): number {
  const end = Date.UTC(year, month, 0) / 1000;
  return end - ((weekday(end) + 1) % 7) * day;
}

/** Seconds that London's wall clock is ahead of UTC: an hour from the last Sunday of March to that of October, 01:00 UTC. */
function offset(utc: number): number {
  const year = new Date(utc * 1000).getUTCFullYear();
  return utc >= lastSunday(year, 3) + hour && utc < lastSunday(year, 10) + hour ? hour : 0;
}

export function toUtc(wall: number): number {
  return wall - offset(wall - hour);
}

export function toWall(utc: number): number {
  return utc + offset(utc);
}

/** First moment of a week, counted from 0. */
export function mondayOf(weekNumber: number): number {
  return toUtc(firstMonday + weekNumber * week);
}

/** Number of the ISO week in London that a time lies in, from 0; span.weeks is the running week. */
export function weekOf(utc: number): number {
  return Math.floor((toWall(utc) - firstMonday) / week);
}

/** A time on the day, in London, of `utc`: so many seconds after its midnight. */
export function onDayOf(utc: number, sinceMidnight: number): number {
  return toUtc(Math.floor(toWall(utc) / day) * day + sinceMidnight);
}

export function isHoliday(wall: number): boolean {
  return holidaySet.has(Math.floor(wall / day));
}

/** Open Monday to Friday from 8:00 to 18:00, holidays apart. */
function isOpenDay(wall: number): boolean {
  return weekday(wall) < 5 && !isHoliday(wall);
}

/** Whether the firm is open. */
export function isOpen(utc: number): boolean {
  const wall = toWall(utc);
  return isOpenDay(wall) && wall % day >= 8 * hour && wall % day < 18 * hour;
}

/** The time after so many minutes in opening hours, counted from the next opening where `utc` lies outside. */
export function addWorking(utc: number, minutes: number): number {
  let left = Math.round(minutes * minute);
  let at = toWall(utc);
  for (;;) {
    const midnight = Math.floor(at / day) * day;
    const start = Math.max(at, midnight + 8 * hour);
    const room = isOpenDay(at) ? midnight + 18 * hour - start : 0;
    if (room > left) return toUtc(start + left);
    left -= Math.max(room, 0);
    at = midnight + day;
  }
}

/** How busy a week is against an ordinary one. */
export function season(weekNumber: number): number {
  const monday = firstMonday + weekNumber * week;
  const closed = [0, 1, 2, 3, 4].filter((index) => isHoliday(monday + index * day)).length;
  const christmas = ['2025-12-22', '2025-12-29'].includes(isoDate(monday));
  return christmas ? 0.4 : 1 - 0.15 * closed;
}

function isoDate(wall: number): string {
  return new Date(wall * 1000).toISOString().slice(0, 10);
}

/** `2026-03-02`, the day in London. */
export function dateOf(utc: number): string {
  return isoDate(toWall(utc));
}

/** `2026-03-02 09:14`, as a spreadsheet kept in London shows it; empty for null. */
export function londonText(utc: number | null): string {
  return utc === null ? '' : new Date(toWall(utc) * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-03-02T09:14Z`; empty for null. */
export function utcText(utc: number | null): string {
  return utc === null ? '' : `${new Date(utc * 1000).toISOString().slice(0, 16)}Z`;
}

/** `3/2/2026 9:14:05` in UTC, as ConnectWise writes its `_UTC` columns; empty for null. */
export function connectWiseText(utc: number | null): string {
  if (utc === null) return '';
  const at = new Date(utc * 1000);
  const rest = at.toISOString().slice(13, 19);
  return `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()} ${at.getUTCHours()}${rest}`;
}
