import { issue, type Issue } from '../issue.ts';
import type { Source } from '../settings.ts';
import { tables } from '../facts/tables.ts';
import { namesIn } from './formats/format.ts';
import { findColumn, type Recognised } from './recognise.ts';

/** A note where a file is recognised and none of its rows is a fact of any table; it names the columns that would be needed, in the file or in the settings. */
export function unusedNote(
  file: string,
  { format, header }: Recognised,
  source: Source | null,
  counts: { readonly read: number; readonly notData: number },
): readonly Issue[] {
  if (counts.read === 0 || counts.notData < counts.read) return [];
  const names = namesIn(format, header);
  const lacking = format.gives.flatMap(({ when }) => (when !== undefined && findColumn(names, when.column) === -1 ? [when.column] : []));
  const wanted = new Set(lacking.map((column) => (typeof column === 'string' ? column : column[0])));
  const unset = format.gives.flatMap(({ onlyWith }) => (onlyWith !== undefined && source?.columns[onlyWith] === undefined ? [onlyWith] : []));
  const reasons = [...[...wanted].map((name) => `no column "${name}"`), ...unset.map((field) => `no column for ${field} under sources in settings.yaml`)];
  return [issue('rows-not-used', { file, detail: [format.title, ...reasons].join(', ') })];
}

const TOTAL = /^(?:(?:grand |sub-?)?totals?|gesamt(?:summe)?|zwischensumme|summe|totaal|total g[ée]n[ée]ral|totales|soma)\s*:?$/i;

const LONGEST_TOTAL = 16;

const isTotal = (cell: string) => cell.length >= 4 && cell.length <= LONGEST_TOTAL && cell.charCodeAt(0) > 57 && TOTAL.test(cell.trim());

/** Position of the column of ids, -1 without one; a name may be any word, so clients have none. */
function idColumn({ format, header }: Recognised): number {
  for (const { table, fields } of format.gives) {
    const { id } = tables[table];
    const source = id === null || id === 'client' ? undefined : fields[id];
    if (source !== undefined && 'from' in source) return findColumn(namesIn(format, header), source.from);
  }
  return -1;
}

/** Whether the format leaves a record out as not data, or it holds totals: a word for them stands where the id belongs. */
export function dropTest(found: Recognised): (record: readonly string[]) => boolean {
  const { format, header } = found;
  const rules = (format.notData ?? [])
    .map((rule) => ({ at: findColumn(namesIn(format, header), rule.column), matches: rule.matches }))
    .filter((rule) => rule.at !== -1);
  const id = idColumn(found);
  return (record) => rules.some((rule) => rule.matches.test((record[rule.at] ?? '').trim())) || (id !== -1 && isTotal(record[id] ?? ''));
}
