import type { IssueCode } from '../issue.ts';
import { isBlank } from './judge.ts';
import { LONGEST_RECORD, REACH, scanner, type Grammar, type Scanned } from './scan.ts';

/** Why a record cannot be used. */
export interface Fault {
  readonly code: Extract<IssueCode, 'row-quote-open' | 'row-quote-stray' | 'row-long' | 'row-nul' | 'row-encoding'>;
  /** Lines of the file that are left out with it. */
  readonly lines: number;
}

/** Records read one by one, each with the line on which it begins; faulty ones hold the cells before the fault and what follows it. */
export interface Rescued {
  readonly records: string[][];
  readonly lines: number[];
  readonly faults: Map<number, Fault>;
  /** Characters read. */
  readonly consumed: number;
  /** The text ends inside a record that is too long: what follows is left out up to the next line. */
  readonly skipping: boolean;
  /** The last record is faulty, and no sound row has followed. */
  readonly doubt: boolean;
}

/** Characters of a faulty cell that are kept to be shown. */
const SHOWN = 200;

/** Records looked at to tell rows from the lines of one cell. */
const TRIAL = 20;

export function lineFeeds(text: string, from: number, to: number): number {
  let found = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) found++;
  return found;
}

/** Whether a text reads as rows from here to there: nine in ten of the first records are well formed and of the right width. */
function readsAsRows(
  recordAt: (from: number) => Scanned | null,
  from: number,
  to: number,
  fits: (cells: readonly string[]) => boolean,
  next: (from: number) => number,
): boolean {
  let [good, seen] = [0, 0];
  for (let at = from; at < to && seen < TRIAL;) {
    const record = recordAt(at);
    if (record === null) break;
    const sound = record.fault === '' && !record.bare && fits(record.cells);
    if (!isBlank(record.cells)) {
      seen++;
      if (sound) good++;
    }
    at = record.fault === '' ? record.end : next(at);
  }
  return good * 10 >= seen * 9;
}

/** How a text is to be read, and where it stands in its file. */
export interface Place {
  readonly grammar: Grammar;
  /** Cells of a row, null where that is not known. */
  readonly width: number | null;
  /** The file ends with the text. */
  readonly whole: boolean;
  /** Line on which the text begins. */
  readonly line: number;
  /** The record above is faulty. */
  readonly doubt: boolean;
}

/**
 * Reads a text in which something is wrong, record by record. Where a quoted cell never ends, or ends malformed on a later
 * line, two readings are weighed. If the lines below read as rows, one quote was lost and they are read as rows. If they
 * do not, and the record would have the right width with them, they are lines of that cell and are left out with it.
 * Until a sound row follows, a row with a quote in a bare cell is left out too: it may be the end of the damaged one.
 */
export function rescue(text: string, { grammar, width, whole, line: firstLine, doubt: doubtful }: Place): Rescued {
  const recordAt = scanner(text, grammar, whole);
  const nextLine = (from: number): number => {
    const at = text.indexOf(grammar.newline, from);
    return at === -1 ? text.length : at + grammar.newline.length;
  };
  const fits = (cells: readonly string[]): boolean => width === null || cells.length === width;

  function endOf(found: Scanned, from: number): number {
    const resume = nextLine(found.at);
    const end = found.end === -1 ? text.length : found.end;
    const plausible = found.end === -1 ? whole && text.length - from <= REACH : fits(found.cells);
    return plausible && resume < end && !readsAsRows(recordAt, resume, end, fits, nextLine) ? end : resume;
  }

  /** The record at a position: its cells, its end, and what is wrong with it. */
  function judged(from: number, found: Scanned | null, doubt: boolean): { cells: readonly string[]; end: number; code: Fault['code'] | null } {
    if (found === null) return { cells: [text.slice(from, from + SHOWN)], end: nextLine(from), code: 'row-long' };
    const { cells, end, fault, at, before } = found;
    if (fault === '') return { cells, end, code: end - from > LONGEST_RECORD ? 'row-long' : doubt && found.bare ? 'row-quote-stray' : null };
    const stop = endOf(found, from);
    const shown = [...cells.slice(0, before), text.slice(at + (text[at] === '"' ? 1 : 0), stop).trimEnd()].map((cell) => cell.slice(0, SHOWN));
    return { cells: shown, end: stop, code: `row-quote-${fault}` };
  }

  const out: Pick<Rescued, 'records' | 'lines' | 'faults'> = { records: [], lines: [], faults: new Map() };
  let [from, line, doubt] = [0, firstLine, doubtful];
  while (from < text.length) {
    const found = recordAt(from);
    if (found === null && text.length - from <= LONGEST_RECORD) break;
    const { cells, end, code } = judged(from, found, doubt);
    const feeds = lineFeeds(text, from, end);
    if (code !== null) out.faults.set(out.records.length, { code, lines: Math.max(1, feeds + (text[end - 1] === '\n' ? 0 : 1)) });
    out.records.push([...cells]);
    out.lines.push(line);
    if (code !== null) doubt = true;
    else if (fits(cells) && found?.bare === false && !isBlank(cells)) doubt = false;
    line += feeds;
    from = end;
    if (code !== null && end === text.length && !whole && !text.endsWith(grammar.newline)) return { ...out, consumed: end, skipping: true, doubt };
  }
  return { ...out, consumed: from, skipping: false, doubt };
}
