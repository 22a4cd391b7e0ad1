import { tables } from '../facts/tables.ts';
import { issue, type Issue } from '../issue.ts';
import type { Source } from '../settings.ts';
import { canonicalFormats } from './formats/canonical.ts';
import { namesIn, normalHeader, type FieldSource, type Format } from './formats/format.ts';
import { formats } from './formats/index.ts';
import { foreign } from './foreign.ts';
import { renamed } from './renamed.ts';
import { DELIMITERS, type Delimiter, type Look } from './read.ts';

/** A file whose format is known. `header` holds the column names as written; records before it are not data. */
export interface Recognised {
  readonly format: Format;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Records above the first row of data: preamble and header. */
  readonly headerRecords: number;
  /** Line on which the header begins. */
  readonly headerLine: number;
  /** Cells of a row: those of the header, or more where the rows end in empty cells that have no header. */
  readonly cells: number;
  /** Positions of the sources of the settings that speak of the file. */
  readonly entries: readonly number[];
}

interface Fit extends Omit<Recognised, 'headerLine' | 'cells' | 'entries'> {
  readonly missing: readonly string[];
  readonly known: number;
}

const all: readonly Format[] = [...formats, ...canonicalFormats];
/** Ids of all formats, by which the settings may name one. */
export const formatIds: readonly string[] = all.map(({ id }) => id);

/** Whether a format has this id. */
export function isFormat(id: string): boolean {
  return all.some((format) => format.id === id);
}

/** Whether a format is one of our own: its headers are the facts' names. */
export const isCanonical = ({ id }: Format): boolean => canonicalFormats.some((format) => format.id === id);
const listOf = (names: string | readonly string[] | undefined): readonly string[] => (names === undefined ? [] : typeof names === 'string' ? [names] : names);

/** Whether a normal header answers to a normal name: `name`, `beginning*` or `*part*`. */
function answersTo(header: string, name: string): boolean {
  if (!name.endsWith('*')) return header === name;
  return name.startsWith('*') ? header.includes(name.slice(1, -1)) : header.startsWith(name.slice(0, -1));
}

/** Position of the first of these names in a header of normal names, -1 where it has none; `*` stands for anything. */
export function findColumn(header: readonly string[], names: string | readonly string[]): number {
  for (const name of listOf(names)) {
    const wanted = normalHeader(name);
    const exact = header.indexOf(wanted);
    const at = exact !== -1 || !wanted.endsWith('*') ? exact : header.findIndex((one) => answersTo(one, wanted));
    if (at !== -1) return at;
  }
  return -1;
}

/** Positions of all columns in a header of normal names that answer to a name; `*` stands for anything. */
export function columnsLike(header: readonly string[], name: string): readonly number[] {
  const wanted = normalHeader(name);
  return header.flatMap((one, at) => (answersTo(one, wanted) ? [at] : []));
}

const namesOf = (source: FieldSource): readonly string[] =>
  'fixed' in source
    ? []
    : [
        ...listOf(source.from),
        ...listOf(source.and),
        ...(source.where === undefined ? [] : [source.where.column]),
        ...(source.or === undefined ? [] : namesOf(source.or)),
      ];

function namesKnown(format: Format): readonly string[] {
  const given = format.gives.flatMap((one) => [...Object.values(one.fields).flatMap(namesOf), ...listOf(one.when?.column), ...listOf(one.sequence)]);
  return [...format.needs.flatMap(listOf), ...(format.knows ?? []), ...given];
}

interface Known {
  readonly exact: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

const learned = new WeakMap<Format, Known>();

/** Every header that a format names, once for each format. */
function knownTo(format: Format): Known {
  const found = learned.get(format);
  if (found !== undefined) return found;
  const names = [...new Set(namesKnown(format).map(normalHeader))];
  const known = { exact: new Set(names), patterns: names.filter((name) => name.endsWith('*')) };
  learned.set(format, known);
  return known;
}

/** Whether a format names this header, which is written as headers are compared. */
export function isKnown(format: Format, header: string): boolean {
  const { exact, patterns } = knownTo(format);
  const prefix = isCanonical(format) ? tables[format.gives[0]!.table].prefix : undefined;
  return exact.has(header) || patterns.some((name) => answersTo(header, name)) || (prefix !== undefined && header.startsWith(prefix));
}

/** The header of a format whose columns are told in words by the record below: the words follow what is not known by name. */
function labelled(format: Format, record: readonly string[], below: readonly string[]): readonly string[] {
  const { exact } = knownTo(format);
  return record.map((cell, at) => (exact.has(normalHeader(cell)) ? cell : `${cell} ${below[at] ?? ''}`.trim()));
}

function fitOf(format: Format, delimiter: Delimiter, records: readonly (readonly string[])[], at: number, plain: readonly string[]): Fit {
  const record = records[at]!;
  const header = format.labelled ? labelled(format, record, records[at + 1] ?? []) : record;
  const headerRecords = at + 1;
  const normal = format.labelled || format.headerPrefix !== undefined ? namesIn(format, header) : plain;
  const missing = format.needs.filter((need) => findColumn(normal, need) === -1).map((need) => listOf(need)[0]!);
  const known = normal.filter((one) => isKnown(format, one)).length;
  return { format, delimiter, header, headerRecords, missing, known };
}

const filled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== '').length;
const fits = (fit: Fit) => fit.missing.length === 0 && (!isCanonical(fit.format) || fit.known * 2 >= filled(fit.header));
const byFit = (a: Fit, b: Fit) => a.missing.length - b.missing.length || b.known - a.known || a.headerRecords - b.headerRecords;

/** What is said of a file of which no format knows two columns: those that any of them knows, of the record that has most of them. */
function fewKnown(candidates: readonly Fit[]): string {
  const records = Map.groupBy(
    candidates.filter(({ known }) => known > 0),
    ({ delimiter, headerRecords }) => `${delimiter}${headerRecords}`,
  );
  const known = [...records.values()].map((fitting) =>
    fitting[0]!.header.filter((_, at) => fitting.some(({ format, header }) => isKnown(format, namesIn(format, header)[at]!))),
  );
  const [best] = known.sort((a, b) => b.length - a.length);
  return best === undefined ? 'no column is known' : `only ${best.map((name) => `"${name.trim()}"`).join(', ')} ${best.length === 1 ? 'is' : 'are'} known`;
}

function nearest(file: string, candidates: readonly Fit[]): Issue {
  const seen = new Set<Format>();
  const best = [...candidates]
    .filter((one) => one.known > 1)
    .sort((a, b) => b.known - a.known || byFit(a, b))
    .filter((one) => !seen.has(one.format) && seen.add(one.format))
    .slice(0, 3)
    .map((one) => `${one.format.title} lacks ${one.missing.length === 0 ? 'half of its columns' : one.missing.map((name) => `"${name}"`).join(', ')}`);
  return issue('file-unrecognised', { file, detail: best.length === 0 ? fewKnown(candidates) : `nearest: ${best.join('; ')}` });
}

/** Cells of a row under a header, by the rows of a sample: the width that most have, if what goes beyond the header is empty. */
function cellsUnder(header: readonly string[], sampled: readonly (readonly string[])[]): number {
  const rows = sampled.filter((row) => row.some((cell) => cell.trim() !== ''));
  const wide = rows.find((row) => row.length > header.length && rows.filter((one) => one.length === row.length).length * 2 > rows.length);
  if (wide === undefined) return header.length;
  const tail = rows.every((row) => row.length !== wide.length || row.slice(header.length).every((cell) => cell.trim() === ''));
  return tail ? wide.length : header.length;
}

type Records = readonly (readonly string[])[];

/** Every format at every one of the first ten records, under every delimiter. */
function candidatesOf(look: Look, among: readonly Format[]): readonly Fit[] {
  return DELIMITERS.flatMap((delimiter) =>
    (look.records.get(delimiter) ?? []).slice(0, 10).flatMap((record, at, records) => {
      const plain = record.map(normalHeader);
      return among.map((format) => fitOf(format, delimiter, records, at, plain));
    }),
  );
}

function recognised(fit: Fit, look: Look): Recognised {
  const records: Records = look.records.get(fit.delimiter)!;
  const headerLine = look.lines.get(fit.delimiter)![fit.headerRecords - 1]!;
  return { ...fit, headerLine, cells: cellsUnder(records[fit.headerRecords - 1]!, records.slice(fit.headerRecords)), entries: [] };
}

/** The header of a file that is of this format whatever it needs: the record that has most of its columns; null where none has any. */
export function headerFor(look: Look, format: Format): Recognised | null {
  const [best] = candidatesOf(look, [format])
    .filter(({ known }) => known > 0)
    .sort((a, b) => b.known - a.known || a.headerRecords - b.headerRecords);
  return best === undefined ? null : recognised(best, look);
}

/** What a file is that is no CSV, null where it may be one. */
export function notCsv(file: string, look: Look): Issue | null {
  if (look.text.trim() === '') return issue('file-empty', { file });
  const kind = foreign(look.text);
  return kind === null ? null : issue('file-not-csv', { file, detail: kind });
}

/** The last part of a file's name in words held together as names of tables are: `our_clients_2026`. */
const wordsOf = (file: string) =>
  file
    .split('/')
    .at(-1)!
    .toLowerCase()
    .replace(/[^a-z]+/g, '_');

/** Whether what stands below a header is one column: no delimiter divides half of it. */
function isOneColumn(look: Look, { headerRecords }: Fit): boolean {
  return [...look.records.values()].every((records) => {
    const below = records.slice(headerRecords);
    return below.length === 0 || below.filter((record) => filled(record) > 1).length * 2 < below.length;
  });
}

/**
 * Which of our own formats that fit a file equally well it is: the one whose table its name holds. A column of clients and nothing else is
 * a list of clients: a row of any other table would tell nothing by its client alone. Null where neither tells.
 */
function ownByName(file: string, look: Look, equal: readonly Fit[]): Fit | null {
  if (!equal.every(({ format }) => isCanonical(format))) return null;
  const tableOf = ({ format }: Fit) => format.gives[0]!.table;
  const named = equal.filter((fit) => `_${wordsOf(file)}_`.includes(`_${tableOf(fit)}_`));
  if (named.length > 0) return new Set(named.map(tableOf)).size === 1 ? named[0]! : null;
  return equal.find((fit) => tableOf(fit) === 'clients' && isOneColumn(look, fit)) ?? null;
}

/**
 * The format of a file by the set of its headers, looked for in its first ten records under every delimiter.
 * A format fits when every column it needs is there; most known columns win, of our own formats then the file's name; a tie or a miss is an issue.
 * `source` is what the settings say of the file: they may name its format, and the columns that were renamed in it, by which a file is
 * known that no format fits as it is.
 */
export function recognise(file: string, look: Look, source: Source | undefined): Recognised | Issue {
  const wrong = notCsv(file, look);
  if (wrong !== null) return wrong;
  const among = source?.format === undefined ? all : all.filter(({ id }) => id === source.format);
  const plain = candidatesOf(look, among);
  const candidates =
    source === undefined || plain.some(fits)
      ? plain
      : candidatesOf(
          look,
          among.map((format) => renamed(format, source)),
        );
  const [best, ...others] = candidates.filter(fits).sort(byFit);
  if (best === undefined) return nearest(file, candidates);
  const rivals = others.filter((one) => one.format !== best.format && one.known === best.known && one.headerRecords === best.headerRecords);
  if (rivals.length === 0) return recognised(best, look);
  const own = ownByName(file, look, [best, ...rivals]);
  return own === null ? issue('file-ambiguous', { file, detail: `${best.format.id} or ${rivals[0]!.format.id}` }) : recognised(own, look);
}
