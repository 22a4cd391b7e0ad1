import { SENT_ARCHIVE } from '../facts/sent-page.ts';
import type { Report } from '../report/model.ts';
import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';
import type { Lost, LostFile } from './lost.ts';
import { counted, percentText, tableText } from './words.ts';

/** A file counts as lost once so much of it is nowhere else: exports that run over a window drop their oldest rows every week. */
const MOST_MISSING = 0.5;
/** So much of a table may go at its old end without a hold, as where old exports are cleared away. */
const OLD_END = 0.1;

/** Whether everything left of the table is newer than the file. */
function isOldEnd({ table, newest }: LostFile, files: Report['files']): boolean {
  const oldest = files.filter(({ tables, used, oldest: from }) => used > 0 && from !== null && tables.includes(table)).map(({ oldest: from }) => from!);
  return newest !== null && oldest.length > 0 && oldest.every((from) => from > newest);
}

const PUT_BACK = 'put it back into exports, or list it under ignore in settings.yaml if it is no longer to be read';

/** Files of the published build that are gone with rows that no other file brings. One cleared away at the old end of a table only warns. */
export function lostFileFindings(
  lost: Lost,
  before: Readonly<Record<string, number>>,
  files: Report['files'],
  { lost_file }: Settings['gates'],
): readonly Finding[] {
  const { grade } = lost_file;
  if (grade === 'off') return [];
  return lost.files
    .filter(({ share }) => share > MOST_MISSING)
    .map((one) => {
      const { file, table, rows, share } = one;
      const cleared = isOldEnd(one, files) && rows <= OLD_END * (before[table] ?? 0);
      const gone = Math.round(rows * share);
      return {
        id: findingId('file-lost', file),
        gate: 'lost_file',
        grade: cleared ? 'warn' : grade,
        about: file,
        unit: 'rows',
        was: rows,
        is: rows - gone,
        limit: null,
        client: null,
        basis: file,
        says: `the file is gone, and no other one brings about ${counted(gone, 'row')} of ${tableText(table)} that the published report has from it (${percentText(100 * share)} of its rows)`,
        advice: file === SENT_ARCHIVE ? 'put the folder of what was sent, dist.sent or as the site is called, back beside the site' : PUT_BACK,
      };
    });
}
