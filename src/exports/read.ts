import Papa from 'papaparse';
import { textOf, type ByteSurvey } from './bytes.ts';
import type { ExportFile } from './file.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Longest record read, in characters; a longer one is a quote that was never closed. */
const LONGEST_RECORD = 16 * 1024 * 1024;

/** Records in the order of the file. `lines[k]` is the line on which record k begins, as an editor counts. */
export interface Batch {
  readonly records: readonly (readonly string[])[];
  readonly lines: Int32Array;
  /** Positions of records with a quote where none may stand. */
  readonly stray: ReadonlySet<number>;
  /** Set in the last batch of a file whose last record is a quoted cell that never ends. */
  readonly cut: boolean;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

function parse(text: string, delimiter: Delimiter, survey: ByteSurvey, more: boolean): Parsed {
  const parser = new Papa.Parser({ delimiter, newline: survey.paired ? '\r\n' : '\n', quoteChar: '"', fastMode: false });
  return parser.parse(text, 0, more) as Parsed;
}

function lineFeeds(text: string, to: number): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) found++;
  return found;
}

function linesOf(records: readonly (readonly string[])[], first: number, feeds: number): Int32Array {
  const lines = new Int32Array(records.length);
  const plain = feeds <= records.length;
  let line = first;
  for (let k = 0; k < records.length; k++) {
    lines[k] = line;
    line += 1;
    if (!plain) for (const cell of records[k]!) line += lineFeeds(cell, cell.length);
  }
  return lines;
}

function batchOf(parsed: Parsed, firstLine: number, feeds: number): Batch {
  const stray = new Set(parsed.errors.filter((one) => one.code === 'InvalidQuotes').map((one) => one.row));
  const cut = parsed.errors.some((one) => one.code === 'MissingQuotes');
  return { records: parsed.data, lines: linesOf(parsed.data, firstLine, feeds), stray, cut };
}

/**
 * The records of a file, in batches of about a megabyte of text. A cell may hold delimiters and line feeds inside quotes
 * (RFC 4180); cells come exactly as written. A file that ends inside a quoted cell gives that record last, marked `cut`.
 */
export async function* recordsOf(file: ExportFile, survey: ByteSurvey, delimiter: Delimiter): AsyncGenerator<Batch> {
  let pending = '';
  let line = 1;
  for await (const piece of textOf(file, survey)) {
    if (pending.length > LONGEST_RECORD) break;
    const text = pending === '' ? piece : pending + piece;
    const parsed = parse(text, delimiter, survey, true);
    const consumed = parsed.meta.cursor;
    pending = text.slice(consumed);
    if (parsed.data.length === 0) continue;
    const feeds = lineFeeds(text, consumed);
    yield batchOf(parsed, line, feeds);
    line += feeds;
  }
  if (pending === '') return;
  const parsed = parse(pending, delimiter, survey, false);
  yield batchOf(parsed, line, lineFeeds(pending, pending.length));
}

/** The first records of a file under each delimiter, from its first 256 KB of text. */
export async function sample(
  file: ExportFile,
  survey: ByteSurvey,
): Promise<{ readonly text: string; readonly records: ReadonlyMap<Delimiter, readonly (readonly string[])[]> }> {
  let text = '';
  for await (const piece of textOf(file, survey)) {
    text += piece;
    if (text.length > 262_144) break;
  }
  const head = text.slice(0, 262_144);
  const records = new Map(
    DELIMITERS.map((delimiter) => {
      const parser = new Papa.Parser({ delimiter, newline: survey.paired ? '\r\n' : '\n', quoteChar: '"', fastMode: false, preview: 24 });
      return [delimiter, (parser.parse(head, 0, false) as Parsed).data] as const;
    }),
  );
  return { text: head, records };
}
