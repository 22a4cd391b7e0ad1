import type { Facts } from '../facts/facts.ts';
import type { Settings } from '../settings.ts';
import { workingTime, type Opening } from '../time/calendar.ts';
import { dayStart } from '../time/weeks.ts';
import type { Zone } from '../time/zone.ts';
import type { Context } from './measure.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const TWO_YEARS = 731;

/**
 * What every measure reads: the facts up to the end of the as-of day, a local day number in the zone.
 * Throws RangeError for opening hours that do not run forward and holidays that do not exist.
 */
export function contextOf(facts: Facts, settings: Settings, asOf: number, zone: Zone): Context {
  const { hours, holidays } = settings.calendar;
  const week = WEEKDAYS.map((weekday) => (hours[weekday] ?? []).map(openingOf));
  const working = workingTime({ zone: zone.id, week, holidays }, asOf - TWO_YEARS, asOf);
  return { facts, settings, zone, working, asOf, end: dayStart(asOf + 1, zone) };
}

function openingOf(text: string): Opening {
  const [open, close] = text.split('-').map(minuteOf) as [number, number];
  return [open, close];
}

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
