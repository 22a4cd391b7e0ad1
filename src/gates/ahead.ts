import type { Report } from '../report/model.ts';
import type { Settings } from '../settings.ts';
import { dayFromText } from '../time/weeks.ts';
import { findingId, type Finding } from './finding.ts';
import { counted } from './words.ts';

/**
 * Whether the report goes up to a day after today: a row of something that has happened bears a later date, and every week from today
 * to that one would stand in the report as a week without work. Where the day was asked for, settings and flags were looked at before.
 */
export function aheadFindings({ asOf, files }: Pick<Report, 'asOf' | 'files'>, today: string, { ahead }: Settings['gates']): readonly Finding[] {
  if (ahead.grade === 'off' || asOf <= today) return [];
  const [reaching, ...others] = files.filter(({ newest }) => newest !== null && newest >= asOf).map(({ file, newest }) => `${file} has a row of ${newest}`);
  return [
    {
      id: findingId('ahead'),
      gate: 'ahead',
      grade: ahead.grade,
      about: '',
      unit: 'days',
      was: null,
      is: dayFromText(asOf)! - dayFromText(today)!,
      limit: null,
      client: null,
      basis: asOf,
      says: `the report would go up to ${asOf}, ${counted(dayFromText(asOf)! - dayFromText(today)!, 'day')} after ${today}: ${[reaching, ...others].join(', ')}`,
      advice: 'correct the date in the tool and export again, or write as_of in settings.yaml',
    },
  ];
}
