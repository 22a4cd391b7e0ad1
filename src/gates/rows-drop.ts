import { say } from '../language/language.ts';
import { tableName } from '../report/table-names.ts';
import { plural } from '../report/words.ts';
import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';
import { percentText } from './words.ts';

/** Tables that the three questions stand on; any other may be empty, and the pages say so. */
const CORE = new Set(['tickets', 'surveys', 'complaints', 'time_entries', 'contacts']);
/** A table of fewer rows halves by chance. */
const LEAST_ROWS = 20;

type Counts = Readonly<Record<string, number>>;

const dropOf = (was: number, is: number): number => 100 * (1 - is / was);

function leftText(was: number, is: number): string {
  const [before, now, fewer] = [plural(was, 'row'), plural(is, 'row'), percentText(dropOf(was, is))];
  if (is === 0) return say`no row is left of the ${before} in the published report, ${fewer} fewer`;
  return is === 1
    ? say`only ${now} is left of the ${before} in the published report, ${fewer} fewer`
    : say`only ${now} are left of the ${before} in the published report, ${fewer} fewer`;
}

/**
 * Tables that lost more than the allowed part of their rows since the published build. A table that no question stands on and that
 * is empty now only warns.
 */
export function rowsDropFindings(before: Counts, now: Counts, { rows_drop }: Settings['gates']): readonly Finding[] {
  const { grade, limit } = rows_drop;
  if (grade === 'off') return [];
  return Object.entries(before).flatMap(([table, was]): readonly Finding[] => {
    const is = now[table] ?? 0;
    if (was < LEAST_ROWS || dropOf(was, is) <= limit) return [];
    return [
      {
        id: findingId('rows-drop', table),
        gate: 'rows_drop',
        grade: is === 0 && !CORE.has(table) ? 'warn' : grade,
        about: tableName(table),
        unit: 'rows',
        was,
        is,
        limit: Math.ceil(was * (1 - limit / 100)),
        client: null,
        basis: `${was} to ${is}`,
        says: leftText(was, is),
        advice: say`look whether an export is missing, was filtered or was cut off, and export it again`,
      },
    ];
  });
}
