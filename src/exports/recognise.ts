import { tables } from '../facts/tables.ts';
import { issue, type Issue } from '../issue.ts';
import { canonicalFormats } from './formats/canonical.ts';
import { normalHeader, type FieldSource, type Format } from './formats/format.ts';
import { formats } from './formats/index.ts';
import { DELIMITERS, type Delimiter } from './read.ts';

/** A file whose format is known. `header` holds the column names as written; records before it are not data. */
export interface Recognised {
  readonly format: Format;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Records above the first row of data: preamble and header. */
  readonly headerRecords: number;
}

interface Fit extends Recognised {
  readonly missing: readonly string[];
  readonly known: number;
}

const all: readonly Format[] = [...formats, ...canonicalFormats];
const isCanonical = (format: Format) => canonicalFormats.includes(format);
const listOf = (names: string | readonly string[] | undefined): readonly string[] => (names === undefined ? [] : typeof names === 'string' ? [names] : names);

/** Position of the first of these names in a header of normal names, -1 where it has none; `*` at the end stands for any ending. */
export function findColumn(header: readonly string[], names: string | readonly string[]): number {
  for (const name of listOf(names)) {
    const wanted = normalHeader(name);
    const at = wanted.endsWith('*') ? header.findIndex((one) => one.startsWith(wanted.slice(0, -1))) : header.indexOf(wanted);
    if (at !== -1) return at;
  }
  return -1;
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

const knownNames = new Map(all.map((format) => [format, [...new Set(namesKnown(format).map(normalHeader))]] as const));

function fitOf(format: Format, delimiter: Delimiter, header: readonly string[], headerRecords: number): Fit {
  const normal = header.map(normalHeader);
  const missing = format.needs.filter((need) => findColumn(normal, need) === -1).map((need) => listOf(need)[0]!);
  const names = knownNames.get(format)!;
  const prefix = isCanonical(format) ? tables[format.gives[0]!.table].prefix : undefined;
  const known = normal.filter(
    (one) =>
      names.includes(one) || names.some((name) => name.endsWith('*') && one.startsWith(name.slice(0, -1))) || (prefix !== undefined && one.startsWith(prefix)),
  ).length;
  return { format, delimiter, header, headerRecords, missing, known };
}

const filled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== '').length;
const fits = (fit: Fit) => fit.missing.length === 0 && (!isCanonical(fit.format) || fit.known * 2 >= filled(fit.header));
const byFit = (a: Fit, b: Fit) => a.missing.length - b.missing.length || b.known - a.known || a.headerRecords - b.headerRecords;

function nearest(file: string, candidates: readonly Fit[]): Issue {
  const seen = new Set<Format>();
  const best = [...candidates]
    .filter((one) => one.known > 0)
    .sort((a, b) => b.known - a.known || byFit(a, b))
    .filter((one) => !seen.has(one.format) && seen.add(one.format))
    .slice(0, 3)
    .map((one) => `${one.format.title} lacks ${one.missing.length === 0 ? 'half of its columns' : one.missing.map((name) => `"${name}"`).join(', ')}`);
  return issue('file-unrecognised', { file, detail: best.length === 0 ? 'no column is known' : `nearest: ${best.join('; ')}` });
}

/** Whether a text is what a browser or a spreadsheet saves, not a CSV. */
function foreign(text: string): string | null {
  if (/^\s*<(!doctype|html)/i.test(text)) return 'it is a web page';
  if (text.startsWith('PK\u0003\u0004')) return 'it is a spreadsheet or an archive';
  if (text.startsWith('%PDF')) return 'it is a PDF';
  return null;
}

/**
 * The format of a file by the set of its headers, looked for in its first ten records under every delimiter.
 * A format fits when every column it needs is there; most known columns win; a tie or a miss is an issue.
 * `named` is the format that the settings give the file.
 */
export function recognise(
  file: string,
  look: { readonly text: string; readonly records: ReadonlyMap<Delimiter, readonly (readonly string[])[]> },
  named: string | undefined,
): Recognised | Issue {
  if (look.text.trim() === '') return issue('file-empty', { file });
  const kind = foreign(look.text);
  if (kind !== null) return issue('file-not-csv', { file, detail: kind });
  const among = named === undefined ? all : all.filter((format) => format.id === named);
  const candidates = DELIMITERS.flatMap((delimiter) =>
    (look.records.get(delimiter) ?? []).slice(0, 10).flatMap((header, at) => among.map((format) => fitOf(format, delimiter, header, at + 1))),
  );
  const [best, ...others] = candidates.filter(fits).sort(byFit);
  if (best === undefined) return nearest(file, candidates);
  const rival = others.find((one) => one.format !== best.format && one.known === best.known && one.headerRecords === best.headerRecords);
  if (rival !== undefined) return issue('file-ambiguous', { file, detail: `${best.format.id} or ${rival.format.id}` });
  return best;
}
