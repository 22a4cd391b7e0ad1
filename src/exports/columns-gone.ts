import { filledIn } from '../facts/columns.ts';
import { issue, type Issue } from '../issue.ts';
import type { ParsedFile } from './parse.ts';
import { namedFamilies } from './smaller.ts';
import { thousands } from './thousands.ts';

/** So many values the later file would have if it were like the one before: fewer may be missing by chance, and a tool may leave out a column without any. */
const LEAST_EXPECTED = 3;

/** Columns of one file that a later one of its kind lacks. */
function goneBetween(before: ParsedFile, later: ParsedFile): readonly Issue[] {
  const has = new Set(later.tables.flatMap(({ table, names }) => [...names.keys()].map((field) => `${table} ${field}`)));
  const headers = new Set<string>();
  return before.tables.flatMap((table) =>
    [...table.names].flatMap(([field, header]) => {
      if (header === '' || headers.has(header) || has.has(`${table.table} ${field}`)) return [];
      const column = table.columns.get(field);
      const filled = column === undefined ? 0 : filledIn(column, 0, table.rows);
      if ((later.read * filled) / table.rows < LEAST_EXPECTED || filled === 0) return [];
      headers.add(header);
      const rows = `${thousands(filled)} of ${thousands(table.rows)} rows of ${before.file}`;
      return [issue('column-gone', { file: later.file, column: header, detail: `${rows} have it filled in` })];
    }),
  );
}

/** A warning for each column of an export with values that the next export of its kind does not have any more: it was renamed, misspelt or left out. */
export function columnsGone(files: readonly ParsedFile[]): readonly Issue[] {
  return namedFamilies(files).flatMap((family) => family.slice(1).flatMap((later, at) => goneBetween(family[at]!, later)));
}
