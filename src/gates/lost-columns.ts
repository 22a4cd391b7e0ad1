import { SENT_ARCHIVE } from '../facts/sent-page.ts';
import { say } from '../language/language.ts';
import { tableName } from '../report/table-names.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';
import type { Lost } from './lost.ts';
import type { FileTrace, Traces } from './traces.ts';

/** So many values there would be still if the rows were like those of the published report: fewer may be missing by chance. */
const LEAST_EXPECTED = 3;

interface Held {
  readonly rows: number;
  /** Rows that have something in a field, by the field. */
  readonly fields: ReadonlyMap<string, number>;
}

/** What the files hold of each table, field by field. */
function heldIn(files: readonly FileTrace[]): ReadonlyMap<string, Held> {
  const own = files.filter(({ file, fields }) => file !== SENT_ARCHIVE && fields !== undefined);
  return new Map(
    [...Map.groupBy(own, ({ table }) => table)].map(([table, some]) => {
      const fields = new Map<string, number>();
      for (const one of some) for (const [field, count] of Object.entries(one.fields!)) fields.set(field, (fields.get(field) ?? 0) + count);
      return [table, { rows: some.reduce((sum, { rows }) => sum + rows, 0), fields }];
    }),
  );
}

/** Fields of which no row of their table has anything any more, though rows of the published build had: the column has another name now, or is none. */
export function lostColumnFindings(before: Traces, now: Traces, lost: Lost, { lost_column }: Settings['gates']): readonly Finding[] {
  const { grade } = lost_column;
  if (grade === 'off') return [];
  const gone = new Set(lost.files.filter(({ share }) => share === 1).map(({ file }) => file));
  const current = heldIn(now.files);
  return [...heldIn(before.files.filter(({ file }) => !gone.has(file)))].flatMap(([table, { rows, fields }]) => {
    const there = current.get(table);
    if (there === undefined) return [];
    return [...fields]
      .filter(([field, was]) => !there.fields.has(field) && (there.rows * was) / rows >= LEAST_EXPECTED)
      .map(([field, was]): Finding => {
        return {
          id: findingId('column-lost', `${table}.${field}`),
          gate: 'lost_column',
          grade,
          about: say`${tableName(table)}, column ${field}`,
          unit: 'rows',
          was,
          is: 0,
          limit: null,
          client: null,
          basis: `${table}.${field}`,
          says: say`no row has anything in it, of ${plural(there.rows, 'row')}; in the published report ${plural(was, 'row')} of ${plural(rows, 'row')} had`,
          advice: say`look whether the column was renamed, misspelt or left out of the export; where it has another name now, write it under columns of an entry in sources in settings.yaml`,
        };
      });
  });
}
