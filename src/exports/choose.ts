import { issue, type Issue } from '../issue.ts';
import type { Settings, Source } from '../settings.ts';
import type { ExportFile } from './file.ts';
import { namesIn, normalHeader } from './formats/format.ts';
import { withoutIdle } from './idle-columns.ts';
import { isMapping, mappedFormat, overridden, specOf, type Entry } from './mapping.ts';
import { nearestName } from './nearest.ts';
import { namesFile } from './pattern.ts';
import type { Look } from './read.ts';
import { findColumn, headerFor, notCsv, recognise, type Recognised } from './recognise.ts';

/** The entries of `sources` that may speak of a file, by its name; those without `files` may speak of any. */
export function entriesNaming(file: ExportFile, settings: Settings): readonly Entry[] {
  return settings.sources.map((source, at) => ({ source, at })).filter(({ source }) => source.files === undefined || namesFile(source.files, file));
}

/** The encoding that the settings give a file; only entries that name it can, since its columns are not known before. */
export function encodingOf(entries: readonly Entry[]): string | undefined {
  return entries.find(({ source }) => source.files !== undefined && source.encoding !== undefined)?.source.encoding;
}

/** A file whose format is known, and what the settings say of how to read it. */
export interface Chosen {
  readonly found: Recognised;
  readonly source: Source | null;
}

/** Whether one of the first ten records, divided by any delimiter, has all of these columns. */
function hasHeaders(look: Look, headers: readonly string[]): boolean {
  return [...look.records.values()].some((records) =>
    records.slice(0, 10).some((record) => {
      const names = record.map(normalHeader);
      return headers.every((header) => findColumn(names, header) !== -1);
    }),
  );
}

interface Lack {
  readonly field: string;
  readonly name: string;
}

/** Columns of an entry that the file lacks, of the fields that one of its tables has. */
function lacksOf({ source }: Entry, found: Recognised): readonly Lack[] {
  const header = namesIn(found.format, found.header);
  const tablesGiven = found.format.gives.map(({ table }) => table).filter((table) => source.table === undefined || source.table === table);
  return Object.entries(source.columns)
    .filter(([field]) => tablesGiven.some((table) => specOf(table, field) !== undefined))
    .flatMap(([field, { from, and }]) => [from, ...(and === undefined ? [] : [[and]])].map((names) => ({ field, names })))
    .filter(({ names }) => findColumn(header, names) === -1)
    .map(({ field, names }) => ({ field, name: names[0]! }));
}

function lackIssue(file: string, entry: Entry, lacks: readonly Lack[], header: readonly string[]): Issue {
  const named = lacks.map(({ field, name }) => {
    const near = nearestName(
      name,
      header.map((one) => one.trim()),
    );
    return `"${name}" for ${field}${near === null ? '' : `, the nearest is "${near}"`}`;
  });
  const place = lacks.length === 1 ? `.${lacks[0]!.field}` : '';
  return issue('settings-invalid', {
    file: 'settings.yaml',
    column: `sources.${entry.at}.columns${place}`,
    detail: `${file} has no column ${named.join('; no column ')}`,
  });
}

/** What an entry says of dates, of which a mapping may leave the rest to an entry that speaks of more files. */
const ofDates = ({ zone, date_order }: Source) => ({ ...(zone === undefined ? {} : { zone }), ...(date_order === undefined ? {} : { date_order }) });

function mapped(file: string, look: Look, entries: readonly Entry[], plain: Entry | undefined): Chosen | Issue {
  const found = headerFor(look, mappedFormat(entries));
  const [first] = entries;
  if (found === null)
    return issue('settings-invalid', { file: 'settings.yaml', column: `sources.${first!.at}.columns`, detail: `${file} has none of these columns` });
  for (const entry of entries) {
    const lacks = lacksOf(entry, found);
    if (lacks.length > 0) return lackIssue(file, entry, lacks, found.header);
  }
  const { client: _, ...source } = first!.source;
  const spoken = plain === undefined ? entries : [...entries, plain];
  return {
    found: { ...found, entries: spoken.map(({ at }) => at) },
    source: { ...(plain === undefined ? {} : ofDates(plain.source)), ...source, values: {} },
  };
}

/**
 * The format of a file and the entry of the settings that says how to read it. Entries with `table` make the format, all of
 * them that fit the file, and the first other one says the zone and the order of dates where they do not; else the first entry that fits adds to the format that the columns tell,
 * but for columns that have the format's own name again.
 */
export function choose(file: string, look: Look, naming: readonly Entry[]): Chosen | Issue {
  const wrong = notCsv(file, look);
  if (wrong !== null) return wrong;
  const fitting = naming.filter(({ source }) => source.headers === undefined || hasHeaders(look, source.headers));
  const mappings = fitting.filter(isMapping);
  if (mappings.length > 0)
    return mapped(
      file,
      look,
      mappings,
      fitting.find((entry) => !isMapping(entry)),
    );
  const [entry] = fitting;
  const found = recognise(file, look, entry?.source);
  if ('code' in found) return found;
  if (entry === undefined) return { found, source: null };
  const source = withoutIdle(entry.source, found);
  const format = overridden(found.format, source);
  const again = format === found.format ? found : (headerFor(look, format) ?? found);
  const lacks = lacksOf({ ...entry, source }, again);
  if (lacks.length > 0) return lackIssue(file, entry, lacks, again.header);
  return { found: { ...again, entries: [entry.at] }, source };
}
