import { dayFromText, dayOf, dayText } from '../src/time/weeks.ts';
import { zoneOf } from '../src/time/zone.ts';
import { Misuse } from './command.ts';

/**
 * The day that `--today` names, undefined where it was not given.
 * @throws Misuse when it is not a day of the calendar.
 */
export function todayGiven(text: string | undefined): string | undefined {
  if (text !== undefined && dayFromText(text) === null) throw new Misuse(`"${text}" is no day of the calendar; write --today YYYY-MM-DD`);
  return text;
}

/** Today in the firm's zone: the one place where a build looks at the clock for a date. Only the gate for stale exports sees it. */
export function todayIn(zone: string, given: string | undefined): string {
  return given ?? dayText(dayOf(Date.now(), zoneOf(zone)!));
}
