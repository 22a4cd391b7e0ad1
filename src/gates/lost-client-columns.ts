import { SENT_ARCHIVE } from '../facts/sent-page.ts';
import { say } from '../language/language.ts';
import { tableName } from '../report/table-names.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';
import type { FileTrace, Traces } from './traces.ts';

/** So many rows of the file would have a client if they were like those before: fewer may lack one by chance. */
const LEAST_EXPECTED = 3;

type Told = FileTrace & Required<Pick<FileTrace, 'fields' | 'format'>>;

const isTold = (one: FileTrace): one is Told => one.file !== SENT_ARCHIVE && one.fields !== undefined && one.format !== undefined;
const clientsIn = ({ fields }: Told): number => fields['client'] ?? 0;

/** A format that entries of the settings make of what any tool gives; the build stops where a file lacks a column that they name. */
const MAPPED = /^mapped-/;

const isLike = (one: Told, other: Told): boolean => one.table === other.table && one.format === other.format && !MAPPED.test(one.format);

/** What a file is held against: itself in the published build, else every file of its kind there. */
function earlierOf(now: Told, before: readonly Told[]): readonly Told[] {
  const itself = before.filter(({ file, table }) => file === now.file && table === now.table);
  return itself.length > 0 ? itself : before.filter((one) => isLike(one, now));
}

function findingOf(now: Told, earlier: readonly Told[], grade: Finding['grade']): Finding {
  const was = earlier.reduce((sum, one) => sum + clientsIn(one), 0);
  const rows = earlier.reduce((sum, one) => sum + one.rows, 0);
  const kind = earlier[0]!.file === now.file ? say`the file` : say`its kind`;
  const line = `- { files: ${JSON.stringify(now.file)}, columns: { client: "${say`its name`}" } }`;
  return {
    id: findingId('column-lost', `${now.file}-client`),
    gate: 'lost_column',
    grade,
    about: say`${now.file}, column client`,
    unit: 'rows',
    was,
    is: 0,
    limit: null,
    client: null,
    basis: `${now.file}: ${now.table}.client`,
    says: say`none of its ${plural(now.rows, 'row')} of ${tableName(now.table)} has a client, so that no client counts them; in the published report ${plural(was, 'row')} of ${plural(rows, 'row')} of ${kind} had one`,
    advice: say`look whether the column of clients was renamed, misspelt or left out of the export; where it has another name now, write under sources in settings.yaml: ${line}`,
  };
}

/**
 * Files none of whose rows has a client, though rows of the same file had one in the published build or, where the file is new, rows of
 * every file of its format had: other files still give clients, and what this one brings would count for none. One finding a file.
 */
export function lostClientColumnFindings(before: Traces, now: Traces, { lost_column }: Settings['gates']): readonly Finding[] {
  const { grade } = lost_column;
  if (grade === 'off') return [];
  const published = before.files.filter(isTold);
  const current = now.files.filter(isTold);
  const given = new Set(current.filter((one) => clientsIn(one) > 0).map(({ table }) => table));
  const found = current
    .filter((one) => given.has(one.table) && clientsIn(one) === 0)
    .map((one) => ({ one, earlier: earlierOf(one, published) }))
    .filter(({ one, earlier }) => {
      const rows = earlier.reduce((sum, { rows: count }) => sum + count, 0);
      const was = earlier.reduce((sum, some) => sum + clientsIn(some), 0);
      return earlier.length > 0 && earlier.every((some) => clientsIn(some) > 0) && (one.rows * was) / rows >= LEAST_EXPECTED;
    })
    .sort((a, b) => b.one.rows - a.one.rows);
  return [...Map.groupBy(found, ({ one }) => one.file).values()].map(([first]) => findingOf(first!.one, first!.earlier, grade));
}
