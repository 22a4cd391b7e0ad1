import type { Facts } from '../facts/facts.ts';
import type { Settings } from '../settings.ts';
import { dayStart } from '../time/weeks.ts';
import type { Zone } from '../time/zone.ts';
import { clientClocks } from './calendars.ts';
import type { Context } from './measure.ts';

const TWO_YEARS = 731;

/**
 * What every measure reads: the facts up to the end of the as-of day, a local day number in the zone.
 * Throws RangeError for opening hours that do not run forward and holidays that do not exist.
 */
export function contextOf(facts: Facts, settings: Settings, asOf: number, zone: Zone): Context {
  const working = clientClocks(facts, settings, zone.id, asOf - TWO_YEARS, asOf);
  return { facts, settings, zone, working, asOf, end: dayStart(asOf + 1, zone) };
}
