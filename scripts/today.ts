import { issue, type Issue } from '../src/issue.ts';
import type { Settings } from '../src/settings.ts';
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

/** Today in the firm's zone: the one place where a build looks at the clock for a date. Only the gate for stale exports sees it, and what refuses a report up to a day to come. */
export function todayIn(zone: string, given: string | undefined): string {
  return given ?? dayText(dayOf(Date.now(), zoneOf(zone)!));
}

/** What is wrong with the day that a report is to go up to, `asOf` or else the settings’: an error where it lies after today. */
export function aheadIssues({ firm, as_of }: Settings, asOf: string | undefined, given: string | undefined): readonly Issue[] {
  const asked = asOf ?? as_of;
  const today = todayIn(firm.zone, given);
  if (asked === undefined || asked <= today) return [];
  const where = asOf === undefined ? { file: 'settings.yaml', column: 'as_of' } : {};
  return [issue('as-of-ahead', { ...where, text: asked, detail: `today is ${today}` })];
}
