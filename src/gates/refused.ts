import { createHash } from 'node:crypto';
import { SENT_ARCHIVE } from '../facts/sent-page.ts';
import { costOf } from '../issue.ts';
import { say } from '../language/language.ts';
import type { Report } from '../report/model.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';
import { percentText } from './words.ts';

/** Fewer refused rows than these say nothing of a file. */
const LEAST_REFUSED = 3;

/** Which rows of a file were refused, whatever was added to it since: a hash over their ids, or their lines where they have none. */
function refusedRows(file: string, refusals: Report['refusals']): string {
  const rows = refusals.filter((one) => one.file === file && one.line !== null && costOf(one.code) === 'row');
  return createHash('sha256')
    .update(JSON.stringify(rows.map(({ id, line, code }) => [id === '' ? line : id, code])))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Files of which more than the allowed part of the rows was refused. The archive of sent pages is none: what counts nowhere of it is past,
 * and no export mends it.
 */
export function refusedFindings({ files, refusals }: Pick<Report, 'files' | 'refusals'>, { refused }: Settings['gates']): readonly Finding[] {
  const { grade, limit } = refused;
  if (grade === 'off') return [];
  return files.flatMap(({ file, read, rejected, notData }): readonly Finding[] => {
    if (file === SENT_ARCHIVE) return [];
    const rows = read - notData;
    const is = (100 * rejected) / rows;
    if (rejected < LEAST_REFUSED || is <= limit) return [];
    return [
      {
        id: findingId('refused', file),
        gate: 'refused',
        grade,
        about: file,
        unit: 'percent',
        was: null,
        is,
        limit,
        client: null,
        basis: `${rejected}: ${refusedRows(file, refusals)}`,
        says: say`${plural(rejected, 'row')} of ${plural(rows, 'row')} were left out, ${percentText(is)}; ${percentText(limit)} are allowed`,
        advice: say`the messages about this file say what is wrong with them; correct them in the tool or write under sources in settings.yaml how the file is to be read`,
      },
    ];
  });
}
