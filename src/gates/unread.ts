import { say } from '../language/language.ts';
import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';

/** That the published build left nothing that can be read, so that no gate can tell what got lost since; graded like lost files. */
export function unreadFindings({ lost_file: { grade } }: Settings['gates'], published: string): readonly Finding[] {
  if (grade === 'off') return [];
  return [
    {
      id: findingId('traces-unread'),
      gate: 'lost_file',
      grade,
      about: '',
      unit: 'rows',
      was: null,
      is: 0,
      limit: null,
      client: null,
      basis: published,
      says: say`traces.json of the published build is missing or cannot be read, so that nothing tells what this build lacks of files, rows, columns and clients`,
      advice: say`put the file back from a backup, or look at the counts of this build`,
    },
  ];
}
