import { say } from '../language/language.ts';
import type { Report } from '../report/model.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { dayFromText } from '../time/weeks.ts';
import { findingId, type Finding } from './finding.ts';

/**
 * Whether the report goes up to a day after today: a row of something that has happened bears a later date, and every week from today
 * to that one would stand in the report as a week without work. Where the day was asked for, settings and flags were looked at before.
 */
export function aheadFindings({ asOf, files }: Pick<Report, 'asOf' | 'files'>, today: string, { ahead }: Settings['gates']): readonly Finding[] {
  if (ahead.grade === 'off' || asOf <= today) return [];
  const days = dayFromText(asOf)! - dayFromText(today)!;
  const rows = files.flatMap(({ file, newest }) => (newest === null || newest < asOf ? [] : [say`${file} has a row of ${newest}`])).join(', ');
  return [
    {
      id: findingId('ahead'),
      gate: 'ahead',
      grade: ahead.grade,
      about: '',
      unit: 'days',
      was: null,
      is: days,
      limit: null,
      client: null,
      basis: asOf,
      says: say`the report would go up to ${asOf}, ${plural(days, 'day')} after ${today}: ${rows}`,
      advice: say`correct the date in the tool, or give as_of in settings.yaml`,
    },
  ];
}
