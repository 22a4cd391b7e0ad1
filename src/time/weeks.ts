import { civilOf, dayOfCivil } from './civil.ts';
import type { Zone } from './zone.ts';

/** Periods that figures are cut into: ISO weeks, calendar months and quarters. */
export type Grain = 'week' | 'month' | 'quarter';

export const DAY_MS = 86_400_000;

/** The local day of an instant as days since 1970-01-01; NaN for NaN. */
export function dayOf(epochMs: number, zone: Zone): number {
  return Math.floor((epochMs + zone.offsetAt(epochMs)) / DAY_MS);
}

/** The first instant (epoch ms) of a local day: midnight, or where the clock skips midnight the instant of the skip. */
export function dayStart(day: number, zone: Zone): number {
  return zone.reaches(day * DAY_MS);
}

export function addDays(day: number, days: number): number {
  return day + days;
}

/** 1 for Monday to 7 for Sunday; NaN for NaN. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the ISO week of a day. */
export function weekOf(day: number): number {
  return day - weekday(day) + 1;
}

/** The first day of the calendar month of a day. */
export function monthOf(day: number): number {
  return day - civilOf(day).day + 1;
}

/** The first day of the calendar quarter of a day. */
export function quarterOf(day: number): number {
  const { year, month } = civilOf(day);
  return dayOfCivil(year, month - ((month - 1) % 3), 1);
}

/** The first day of the period of a day. */
export function periodStart(grain: Grain, day: number): number {
  if (grain === 'week') return weekOf(day);
  return grain === 'month' ? monthOf(day) : quarterOf(day);
}

/** The last day of the period that starts on a day. */
export function periodEnd(grain: Grain, startDay: number): number {
  return nextStart(grain, startDay) - 1;
}

/** The first days of all periods that share a day with [fromDay, toDay], ascending; none when the span is empty or NaN. */
export function periodStarts(grain: Grain, fromDay: number, toDay: number): readonly number[] {
  const starts: number[] = [];
  if (!(fromDay <= toDay)) return starts;
  for (let start = periodStart(grain, fromDay); start <= toDay; start = nextStart(grain, start)) starts.push(start);
  return starts;
}

/** The Sunday that ends the last ISO week complete at the end of a day; a Sunday completes its own week. */
export function lastCompleteWeekEnd(day: number): number {
  return weekOf(day + 1) - 1;
}

/** A day as 'YYYY-MM-DD', for the years 0 to 9999; '' for NaN. */
export function dayText(day: number): string {
  if (Number.isNaN(day)) return '';
  const date = civilOf(day);
  return `${padded(date.year, 4)}-${padded(date.month, 2)}-${padded(date.day, 2)}`;
}

/** The day of a text 'YYYY-MM-DD'; null for every other text and for dates that do not exist. */
export function dayFromText(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [year, month, date] = text.split('-').map(Number) as [number, number, number];
  const day = dayOfCivil(year, month, date);
  return dayText(day) === text ? day : null;
}

/** The ISO week of a day, '2026-W11', with the year that the week's Thursday falls in; '' for NaN. */
export function isoWeekText(day: number): string {
  if (Number.isNaN(day)) return '';
  const thursday = weekOf(day) + 3;
  const { year } = civilOf(thursday);
  return `${padded(year, 4)}-W${padded(Math.floor((thursday - dayOfCivil(year, 1, 1)) / 7) + 1, 2)}`;
}

function nextStart(grain: Grain, startDay: number): number {
  if (grain === 'week') return startDay + 7;
  return periodStart(grain, startDay + (grain === 'month' ? 31 : 92));
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
