import Papa from 'papaparse';
import { textOf, type ByteSurvey } from './bytes.ts';
import type { ExportFile } from './file.ts';
import { lineFeeds, rescue, type Fault, type Rescued } from './rescue.ts';
import { isOdd, LONGEST_RECORD, scanner, type Grammar } from './scan.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Records in the order of the file. `lines[k]` is the line on which record k begins, as an editor counts. */
export interface Batch {
  readonly records: readonly (readonly string[])[];
  readonly lines: Int32Array;
  /** Why records at these positions cannot be used. Of a faulty quote the last cell is the one that it opens. */
  readonly faults: ReadonlyMap<number, Fault>;
}

/** How a file is read. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** Quotes are text like any other. */
  readonly unquoted: boolean;
  /** A blank follows every delimiter and is no part of the cell. */
  readonly padded: boolean;
  /** Cells of a row, null where that is not known: they tell rows from the lines of a damaged cell. */
  readonly cells: number | null;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** A character that no text file holds: with it for a quote, quotes are text. */
const NO_QUOTE = '\u0000';

const newlineOf = (survey: ByteSurvey): Grammar['newline'] => (survey.paired ? '\r\n' : '\n');

function parse(text: string, { delimiter, unquoted }: Dialect, survey: ByteSurvey, more: boolean): Parsed {
  const parser = new Papa.Parser({ delimiter, newline: newlineOf(survey), quoteChar: unquoted ? NO_QUOTE : '"', fastMode: false });
  return parser.parse(text, 0, more) as Parsed;
}

/** The line on which each record begins; the last record of a file has no line end of its own. */
function linesOf(records: readonly (readonly string[])[], first: number, feeds: number, whole: boolean): Int32Array {
  const lines = new Int32Array(records.length);
  const plain = feeds === records.length - (whole ? 1 : 0);
  let line = first;
  for (let k = 0; k < records.length; k++) {
    lines[k] = line;
    line += 1;
    if (!plain) for (const cell of records[k]!) line += lineFeeds(cell, 0, cell.length);
  }
  return lines;
}

/** Half of a character: no text holds it. */
const LONE = /\p{Surrogate}/u;

/** The faults of records, with those added that hold a zero byte or something that is not text in the file's encoding. */
function withDamage(records: readonly (readonly string[])[], faults: ReadonlyMap<number, Fault>): ReadonlyMap<number, Fault> {
  const all = new Map(faults);
  for (const [at, record] of records.entries()) {
    if (all.has(at)) continue;
    const code = record.some((cell) => LONE.test(cell)) ? 'row-encoding' : record.some((cell) => cell.includes('\0')) ? 'row-nul' : null;
    if (code !== null) all.set(at, { code, lines: 1 + record.reduce((sum, cell) => sum + lineFeeds(cell, 0, cell.length), 0) });
  }
  return all;
}

const NO_FAULTS: ReadonlyMap<number, Fault> = new Map();

const BLANK = 32;
const QUOTE = 34;

/** Whether a cell begins with a blank and a quote, or ends with an odd quote: it may be one that papaparse reads otherwise than it is meant. */
function looksBroken(records: readonly (readonly string[])[]): boolean {
  for (const record of records) {
    for (let at = 0; at < record.length; at++) {
      const cell = record[at]!;
      if (cell.length === 0) continue;
      if (cell.charCodeAt(0) === BLANK && cell.charCodeAt(1) === QUOTE) return true;
      const last = cell.charCodeAt(cell.length - 1);
      if ((last === QUOTE || (last === BLANK && cell.trimEnd().endsWith('"'))) && isOdd(cell)) return true;
    }
  }
  return false;
}

/** Whether a text must be read by the letter: papaparse reads something in it otherwise than it is meant. */
function isUnusual(text: string, { unquoted, padded }: Dialect, survey: ByteSurvey): boolean {
  if (padded || text.length > LONGEST_RECORD || text.includes('\ufeff')) return true;
  return unquoted && survey.zeros;
}

/**
 * The records of a file, in batches of at most some megabytes of text. A cell may hold delimiters and line feeds inside
 * quotes (RFC 4180); cells come exactly as written. Faulty records are given too, with what is wrong with them; a
 * byte-order mark in front of a record is left out.
 */
export async function* recordsOf(file: ExportFile, survey: ByteSurvey, dialect: Dialect): AsyncGenerator<Batch> {
  const grammar: Grammar = { ...dialect, newline: newlineOf(survey) };
  const suspect = survey.zeros || survey.damaged || survey.encoding.startsWith('utf-16');
  let [pending, line, wanted, skipping, doubt] = ['', 1, 0, false, false];

  function* batches(text: string, whole: boolean): Generator<Batch> {
    const parsed = doubt || isUnusual(text, dialect, survey) ? null : parse(text, dialect, survey, !whole);
    const sound = parsed !== null && !parsed.errors.some((error) => error.row < parsed.data.length) && (dialect.unquoted || !looksBroken(parsed.data));
    const rescued: Rescued | null = sound ? null : rescue(text, { grammar, width: dialect.cells, whole, line, doubt });
    const consumed = rescued?.consumed ?? (whole ? text.length : parsed!.meta.cursor);
    const feeds = lineFeeds(text, 0, consumed);
    const records = rescued?.records ?? parsed!.data;
    const faults = rescued?.faults ?? NO_FAULTS;
    const lines = rescued === null ? linesOf(records, line, feeds, whole) : Int32Array.from(rescued.lines);
    if (records.length > 0) yield { records, lines, faults: suspect ? withDamage(records, faults) : faults };
    pending = text.slice(consumed);
    wanted = consumed === 0 ? Math.min(2 * text.length, LONGEST_RECORD + 1) : 0;
    line += feeds;
    skipping = rescued?.skipping === true;
    doubt = rescued?.doubt === true;
  }

  for await (const piece of textOf(file, survey)) {
    const text = pending === '' ? piece : pending + piece;
    if (skipping) {
      const at = text.indexOf(grammar.newline);
      pending = at === -1 ? text.slice(-1) : text.slice(at + grammar.newline.length);
      if (at === -1) continue;
      skipping = false;
      line += 1;
    } else pending = text;
    if (pending.length < wanted) continue;
    yield* batches(pending, false);
  }
  if (pending !== '' && !skipping) yield* batches(pending, true);
}

/** The first text of a file and its first records under each delimiter. */
export interface Look {
  readonly text: string;
  /** The text is all of the file. */
  readonly whole: boolean;
  readonly records: ReadonlyMap<Delimiter, readonly (readonly string[])[]>;
  /** Line on which each of these records begins. */
  readonly lines: ReadonlyMap<Delimiter, readonly number[]>;
}

const SAMPLE = 262_144;
const RECORDS = 24;

/** The first records of a file under each delimiter, from its first 256 KB of text, or its first three lines where they are longer. */
export async function sample(file: ExportFile, survey: ByteSurvey): Promise<Look> {
  let text = '';
  let feeds = 0;
  let whole = true;
  for await (const piece of textOf(file, survey)) {
    if (text.length >= SAMPLE && (feeds >= 3 || text.length > 3 * LONGEST_RECORD)) {
      whole = false;
      break;
    }
    text += piece;
    feeds += lineFeeds(piece, 0, piece.length);
  }
  const grammar = { newline: newlineOf(survey), unquoted: false, padded: false };
  const looks = DELIMITERS.map((delimiter) => [delimiter, firstRecords(text, { ...grammar, delimiter }, whole)] as const);
  return {
    text,
    whole,
    records: new Map(looks.map(([delimiter, found]) => [delimiter, found.map(({ cells }) => cells)])),
    lines: new Map(looks.map(([delimiter, found]) => [delimiter, found.map(({ line }) => line)])),
  };
}

/** The first records of a text; a faulty one is left out, with the line that it damages alone. */
function firstRecords(text: string, grammar: Grammar, whole: boolean): readonly { readonly cells: readonly string[]; readonly line: number }[] {
  const recordAt = scanner(text, grammar, whole);
  const found: { cells: readonly string[]; line: number }[] = [];
  let line = 1;
  for (let from = 0; from < text.length && found.length < RECORDS;) {
    const record = recordAt(from);
    if (record === null) break;
    const next = text.indexOf(grammar.newline, Math.max(from, record.at));
    const end = record.fault === '' ? record.end : next === -1 ? text.length : next + grammar.newline.length;
    if (record.fault === '') found.push({ cells: record.cells, line });
    line += lineFeeds(text, from, end);
    from = end;
  }
  return found;
}
