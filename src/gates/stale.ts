import { say } from '../language/language.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { dayFromText } from '../time/weeks.ts';
import { findingId, type Finding } from './finding.ts';

const DAY = 86_400_000;

/**
 * Whether the newest row is older than the exports should be. `today` is the only clock that any gate sees; a report that was asked
 * for up to an earlier day is held against that day.
 */
export function staleFindings(newest: string | null, today: string, asked: string | null, { stale }: Settings['gates']): readonly Finding[] {
  if (stale.grade === 'off' || newest === null) return [];
  const until = asked !== null && asked < today ? asked : today;
  const age = dayFromText(until)! - dayFromText(newest)!;
  const limit = Math.floor(stale.limit / DAY);
  if (age <= limit) return [];
  return [
    {
      id: findingId('stale'),
      gate: 'stale',
      grade: stale.grade,
      about: '',
      unit: 'days',
      was: null,
      is: age,
      limit,
      client: null,
      basis: `${newest} on ${until}`,
      says: say`the newest row of all exports is of ${newest}, ${plural(age, 'day')} before ${until}; ${plural(limit, 'day')} are allowed`,
      advice: say`export again from your tools; where exports come more rarely, write the time under gates: stale in settings.yaml`,
    },
  ];
}
