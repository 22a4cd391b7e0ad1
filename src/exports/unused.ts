import { issue, type Issue } from '../issue.ts';
import type { Settings, Source } from '../settings.ts';
import type { ExportFile } from './file.ts';
import { idleColumns } from './idle-columns.ts';
import { specOf } from './mapping.ts';
import type { ParsedFile } from './parse.ts';
import { namesFile } from './pattern.ts';

const note = (column: string, text: string, detail: string): Issue => issue('setting-unused', { file: 'settings.yaml', column, text, detail });

function unusedEntry(source: Source, at: number, files: readonly ExportFile[], parsed: readonly ParsedFile[]): readonly Issue[] {
  if (parsed.some(({ found }) => found.entries.includes(at))) return [];
  const named = files.filter((file) => source.files === undefined || namesFile(source.files, file));
  if (source.files !== undefined && named.length === 0) return [note(`sources.${at}.files`, source.files, 'no file has such a name')];
  if (named.some(({ name }) => !parsed.some(({ file }) => file === name))) return [];
  if (source.headers !== undefined) return [note(`sources.${at}.headers`, source.headers.join(', '), 'no file has these columns')];
  return [note(`sources.${at}`, source.files!, 'entries before it speak of all these files')];
}

/** Columns of the facts that an entry names and that none of the files it speaks of can give. */
function strayFields({ columns, set, values }: Source, at: number, parsed: readonly ParsedFile[]): readonly Issue[] {
  const spoken = parsed.filter(({ found }) => found.entries.includes(at));
  if (spoken.length === 0) return [];
  const given = [...new Set(spoken.flatMap(({ found }) => found.format.gives.map(({ table }) => table)))];
  const paths = Object.entries({ columns, set, values }).flatMap(([part, said]) => Object.keys(said).map((field) => ({ part, field })));
  return paths
    .filter(({ field }) => !given.some((table) => specOf(table, field) !== undefined))
    .map(({ part, field }) =>
      issue('settings-invalid', {
        file: 'settings.yaml',
        column: `sources.${at}.${part}.${field}`,
        detail: `${spoken.map(({ file }) => file).join(', ')}: ${given.length === 0 ? 'no figure reads this export' : `${given.join(' and ')} have no such column`}`,
      }),
    );
}

/** Columns that an entry names and that none of the files it speaks of has any more: they have the export's own names again. */
function idleNotes(source: Source, at: number, parsed: readonly ParsedFile[]): readonly Issue[] {
  const spoken = parsed.filter(({ found }) => found.entries.includes(at));
  if (source.table !== undefined || spoken.length === 0) return [];
  const idle = spoken.map(({ file, found }) => ({ file, own: idleColumns(source, found) }));
  return Object.entries(source.columns).flatMap(([field, { from }]) => {
    const instead = idle.flatMap(({ file, own }) => (own.has(field) ? [`${file} has "${own.get(field)}" for ${field}`] : []));
    return instead.length < spoken.length ? [] : [note(`sources.${at}.columns.${field}`, from[0]!, instead.join('; '))];
  });
}

/** What the settings say of files in vain: patterns that no file has, entries that speak of none, fields that none of their tables has, columns that no file has any more. */
export function unusedSettings(settings: Settings, files: readonly ExportFile[], parsed: readonly ParsedFile[]): readonly Issue[] {
  const ignored = settings.ignore.flatMap((pattern, at) =>
    files.some((file) => namesFile(pattern, file)) ? [] : [note(`ignore.${at}`, pattern, 'no file has such a name')],
  );
  const wanted = files.filter((file) => !settings.ignore.some((pattern) => namesFile(pattern, file)));
  const entries = settings.sources.flatMap((source, at) => [
    ...unusedEntry(source, at, wanted, parsed),
    ...strayFields(source, at, parsed),
    ...idleNotes(source, at, parsed),
  ]);
  return [...ignored, ...entries];
}
