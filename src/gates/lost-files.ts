import { SENT_ARCHIVE } from '../facts/sent-page.ts';
import { say } from '../language/language.ts';
import type { Report } from '../report/model.ts';
import { tableName } from '../report/table-names.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { dayFromText } from '../time/weeks.ts';
import { findingId, type Finding } from './finding.ts';
import type { Lost, LostFile, LostPart } from './lost.ts';
import { percentText } from './words.ts';

/** A file counts as lost once so much of it is nowhere else: exports that run over a window drop their oldest rows every week. */
const MOST_MISSING = 0.5;
/** So much of a table may go at its old end without a hold, as where old exports are cleared away. */
const OLD_END = 0.1;

/** Whether everything left of the table is newer than the file. */
function isOldEnd({ table, newest }: Pick<LostFile, 'table' | 'newest'>, files: Report['files']): boolean {
  const oldest = files.filter(({ tables, used, oldest: from }) => used > 0 && from !== null && tables.includes(table)).map(({ oldest: from }) => from!);
  return newest !== null && oldest.length > 0 && oldest.every((from) => from > newest);
}

type Files = Report['files'];
type Counts = Readonly<Record<string, number>>;
type Grade = Finding['grade'];

function goneFinding(one: LostFile, before: Counts, files: Files, grade: Grade): Finding {
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
    says: say`the file is gone, and no other one brings about ${plural(gone, 'row')} of ${tableName(table)} that the published report has from it (${percentText(100 * share)} of its rows)`,
    advice:
      file === SENT_ARCHIVE
        ? say`put the folder of what was sent, dist.sent or as the site is called, back beside the site`
        : say`put it back into exports, or list it under ignore in settings.yaml if it is no longer to be read`,
  };
}

/** A file may lose so much, and so many rows, to what tickets deleted or merged in the tool take along. */
const SMALL_PART = 0.1;
const FEW_ROWS = 2;
/** How much further the old end of a window may go than its new one, in days: windows are cut by months too. */
const UNEVEN_DAYS = 31;

/** Days from one to another, NaN where either is unknown. */
const daysBetween = (from: string | null, to: string | null): number => (from === null || to === null ? NaN : dayFromText(to)! - dayFromText(from)!);

/** Whether the file runs over a window that went on: both its ends did, about as far, and most of its rows are still there. */
function isWindow({ file, rows, gone, oldest, newest }: LostPart, files: Files): boolean {
  const now = files.find((one) => one.file === file);
  if (now === undefined) return false;
  const [forward, behind] = [daysBetween(newest, now.newest), daysBetween(oldest, now.oldest)];
  return forward > 0 && behind > 0 && behind <= forward + UNEVEN_DAYS && gone <= MOST_MISSING * rows;
}

/** Whether the rows that are gone stood at the old end of their table, a small part of it. */
function isCleared({ table, gone, oldest }: LostPart, before: Counts, files: Files): boolean {
  return isOldEnd({ table, newest: oldest }, files) && gone <= OLD_END * (before[table] ?? 0);
}

function partFinding(one: LostPart, before: Counts, files: Files, grade: Grade): Finding {
  const { file, table, rows, is, gone } = one;
  const small = gone <= Math.max(FEW_ROWS, SMALL_PART * rows);
  const [held, missing] = [plural(rows, 'row'), plural(gone, 'row')];
  const kept =
    is === 0
      ? say`the file held ${held} of ${tableName(table)} in the published report and holds none now`
      : say`the file held ${held} of ${tableName(table)} in the published report and holds ${plural(is, 'row')} now`;
  const where = gone === 1 ? say`about ${missing} of them stands in no file now` : say`about ${missing} of them stand in no file now`;
  return {
    id: findingId('file-cut', file),
    gate: 'lost_file',
    grade: small || isCleared(one, before, files) ? 'warn' : grade,
    about: file,
    unit: 'rows',
    was: rows,
    is,
    limit: null,
    client: null,
    basis: `${file}: ${table} ${rows} to ${is}`,
    says: `${kept}; ${where} (${percentText((100 * gone) / rows)})`,
    advice: say`look whether the export was cut off, filtered or run over a shorter time, and export it again`,
  };
}

/**
 * Files of the published build that are gone with rows that no other file brings, and those that keep their name and lost such rows. One
 * cleared away at the old end of a table only warns, and so does a file that lost few of its rows.
 */
export function lostFileFindings(lost: Lost, before: Counts, files: Files, { lost_file }: Settings['gates']): readonly Finding[] {
  const { grade } = lost_file;
  if (grade === 'off') return [];
  return [
    ...lost.files.filter(({ share }) => share > MOST_MISSING).map((one) => goneFinding(one, before, files, grade)),
    ...lost.parts.filter((one) => !isWindow(one, files)).map((one) => partFinding(one, before, files, grade)),
  ];
}
