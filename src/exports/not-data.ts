import { issue, type Issue } from '../issue.ts';
import { namesIn } from './formats/format.ts';
import { findColumn, type Recognised } from './recognise.ts';

/** A note where a file is recognised and none of its rows is a fact of any table; it names the columns that would be needed. */
export function unusedNote(file: string, { format, header }: Recognised, counts: { readonly read: number; readonly notData: number }): readonly Issue[] {
  if (counts.read === 0 || counts.notData < counts.read) return [];
  const names = namesIn(format, header);
  const lacking = format.gives.flatMap(({ when }) => (when !== undefined && findColumn(names, when.column) === -1 ? [when.column] : []));
  const wanted = new Set(lacking.map((column) => (typeof column === 'string' ? column : column[0])));
  return [issue('rows-not-used', { file, detail: [format.title, ...[...wanted].map((name) => `no column "${name}"`)].join(', ') })];
}

/** Whether the format leaves a record out as not data. */
export function dropTest({ format, header }: Recognised): (record: readonly string[]) => boolean {
  const rules = (format.notData ?? []).map((rule) => ({ at: findColumn(namesIn(format, header), rule.column), matches: rule.matches }));
  const usable = rules.filter((rule) => rule.at !== -1);
  if (usable.length === 0) return () => false;
  return (record) => usable.some((rule) => rule.matches.test((record[rule.at] ?? '').trim()));
}
