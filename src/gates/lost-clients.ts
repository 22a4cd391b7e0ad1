import { say } from '../language/language.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';
import type { Lost } from './lost.ts';
import type { Traces } from './traces.ts';

/**
 * Clients of the published build that no name leads to any more. One whose contract had ended is no finding; one of whom nothing was
 * heard in 13 weeks, or whom a new clients table leaves out, only warns.
 */
export function lostClientFindings(lost: Lost, before: Traces, listed: boolean, { lost_client }: Settings['gates']): readonly Finding[] {
  const { grade } = lost_client;
  if (grade === 'off') return [];
  return lost.clients
    .filter(({ ended }) => !ended)
    .map(({ id, name, slug, recent }) => ({
      id: findingId('client-lost', slug),
      gate: 'lost_client',
      grade: recent === 0 || (listed && !before.listed) ? 'warn' : grade,
      about: name,
      unit: 'rows',
      was: recent,
      is: 0,
      limit: null,
      client: id,
      basis: id,
      says: say`the published report has this client, with ${plural(recent, 'row')} in its last 13 weeks, and this one has no client of its name`,
      advice: say`if its row was taken out of the clients table, put it back, with the end of its contract where it left; if it has another name now, list the old one under its aliases`,
    }));
}
