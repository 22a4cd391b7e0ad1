import { say } from '../language/language.ts';
import type { Report } from '../report/model.ts';
import type { Settings } from '../settings.ts';
import type { Finding } from './finding.ts';
import type { Traces } from './traces.ts';

/** Whether every link that clients were sent leads nowhere now, since the secret that folders are named by is another one. */
export function movedLinksFindings(
  shares: Report['shares'],
  before: Pick<Traces, 'links'>,
  now: Pick<Traces, 'links'>,
  { moved_links }: Settings['gates'],
): readonly Finding[] {
  const { grade } = moved_links;
  if (grade === 'off' || (before.links ?? null) === null || now.links === null || before.links === now.links) return [];
  const pages = (shares ?? []).filter(({ folder }) => folder !== null).length;
  return [
    {
      id: 'links-moved',
      gate: 'moved_links',
      grade,
      about: '',
      unit: 'pages',
      was: null,
      is: pages,
      limit: null,
      client: null,
      basis: now.links,
      says: say`every client’s page gets another address, and every link sent so far leads nowhere: COURTESY_SECRET is another text than it was for the published site`,
      advice: say`set it to the text that it had; confirm only where all clients are to get new links`,
    },
  ];
}
