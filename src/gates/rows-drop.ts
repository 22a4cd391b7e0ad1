import type { Settings } from '../settings.ts';
import { findingId, type Finding } from './finding.ts';
import { counted, percentText, tableText } from './words.ts';

/** Tables that the three questions stand on; any other may be empty, and the pages say so. */
const CORE = new Set(['tickets', 'surveys', 'complaints', 'time_entries', 'contacts']);
/** A table of fewer rows halves by chance. */
const LEAST_ROWS = 20;

type Counts = Readonly<Record<string, number>>;

/**
 * Tables that lost more than the allowed part of their rows since the published build. A table that no question stands on and that
 * is empty now only warns.
 */
export function rowsDropFindings(before: Counts, now: Counts, { rows_drop }: Settings['gates']): readonly Finding[] {
  const { grade, limit } = rows_drop;
  if (grade === 'off') return [];
  return Object.entries(before).flatMap(([table, was]): readonly Finding[] => {
    const is = now[table] ?? 0;
    const drop = 100 * (1 - is / was);
    if (was < LEAST_ROWS || drop <= limit) return [];
    return [
      {
        id: findingId('rows-drop', table),
        gate: 'rows_drop',
        grade: is === 0 && !CORE.has(table) ? 'warn' : grade,
        about: tableText(table),
        unit: 'rows',
        was,
        is,
        limit: Math.ceil(was * (1 - limit / 100)),
        client: null,
        basis: `${was} to ${is}`,
        says: `${is === 0 ? 'no row is left' : `only ${counted(is, 'row')} ${is === 1 ? 'is' : 'are'} left`} of the ${counted(was, 'row')} in the published report, ${percentText(drop)} fewer`,
        advice: 'look whether an export is missing, was filtered or was cut off, and export it again',
      },
    ];
  });
}
