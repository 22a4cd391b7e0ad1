import { issue, type Issue } from '../issue.ts';
import { isHollow } from './judge.ts';
import { DELIMITERS, type Delimiter, type Dialect, type Look } from './read.ts';
import { lineFeeds } from './rescue.ts';
import { scanner, type Grammar, type Scanned } from './scan.ts';

/** How a file without a known format is read. */
export interface Sniffed {
  readonly dialect: Dialect;
  readonly header: readonly string[];
  /** Line on which the header begins; what stands above it is no row. */
  readonly headerLine: number;
}

type Row = Scanned & { readonly line: number };

interface Candidate {
  readonly delimiter: Delimiter;
  readonly rows: readonly Row[];
  /** The number of cells that most rows have, and the part of all rows that has it. */
  readonly width: number;
  readonly share: number;
  /** Every cell but the first of a row begins with a blank. */
  readonly padded: boolean;
}

const SAMPLED = 1000;
/** Other characters that divide cells in some files: where they divide every line alike, the file is not one of a single column. */
const OTHERS = [' ', ':', '^', '~', '\u0001', '\u001f'];

function rowsOf(text: string, grammar: Grammar, whole: boolean): readonly Row[] {
  const recordAt = scanner(text, grammar, whole);
  const rows: Row[] = [];
  let line = 1;
  for (let from = 0; from < text.length && rows.length < SAMPLED;) {
    const found = recordAt(from);
    if (found === null) break;
    const next = text.indexOf(grammar.newline, Math.max(from, found.at));
    const end = found.fault === '' ? found.end : next === -1 ? text.length : next + grammar.newline.length;
    const damaged = found.cells.some((cell) => /[\0\p{Surrogate}]/u.test(cell));
    if (found.fault !== '' || !isHollow(found.cells)) rows.push({ ...found, line, fault: damaged ? 'stray' : found.fault });
    line += lineFeeds(text, from, end);
    from = end;
  }
  return rows;
}

function candidateOf(delimiter: Delimiter, rows: readonly Row[]): Candidate {
  const counts = new Map<number, number>();
  for (const { cells, fault } of rows) if (fault === '') counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  const like = rows.filter((row) => row.fault === '' && row.cells.length === width);
  const opening = like.filter(({ bare, cells }) => bare && cells.some((cell) => /\s"\S/.test(cell))).length;
  return {
    delimiter,
    rows,
    width,
    share: opening * 2 > count ? 0 : count / Math.max(1, rows.length),
    padded: width > 1 && like.every((row) => row.blanks === width - 1),
  };
}

/** A line of one text above a table, written with all its delimiters. */
const isTitle = ({ cells }: Row): boolean => cells.length > 2 && cells[0]!.trim() !== '' && isHollow(cells.slice(1));

function headerOf({ rows, width }: Candidate): Row {
  const like = rows.filter((row) => row.fault === '' && row.cells.length === width);
  const first = like.findIndex((row) => !isTitle(row));
  const next = like[first];
  return next !== undefined && first <= 10 && next.cells.filter((cell) => cell.trim() !== '').length * 2 > width ? next : like[0]!;
}

/** Why the line right above the header may be the header itself, damaged: it has many cells, or a quote in it is wrong. Null where it is a title. */
function rivalOf({ rows, width }: Candidate, header: Row): string | null {
  const above = rows[rows.indexOf(header) - 1];
  if (above === undefined) return null;
  const breaks = above.fault === '' ? above.cells.reduce((sum, cell) => sum + lineFeeds(cell, 0, cell.length), 0) : 0;
  if (above.line + breaks + 1 !== header.line) return null;
  if (above.fault !== '') return `line ${above.line} may hold the column names, but a quote in it is wrong`;
  const many = above.cells.length !== width && above.cells.filter((cell) => cell.trim() !== '').length * 2 > width;
  return many ? `line ${above.line} may hold the column names, but has ${above.cells.length} cells where the rows have ${width}` : null;
}

const score = ({ share, width }: Candidate): number => share * (1 - 1 / width);

const nameOf = ({ delimiter }: Candidate): string => (delimiter === '\t' ? 'the tab' : `"${delimiter}"`);

/** The candidate that fits, or why none does. */
function chosen(candidates: readonly Candidate[]): Candidate | string {
  const fitting = candidates.filter(({ width, share }) => width > 1 && share >= 0.5).sort((a, b) => score(b) - score(a));
  const perfect = fitting.filter(({ share }) => share === 1);
  const tight = perfect.filter(({ padded }) => !padded);
  const among = tight.length > 0 ? tight : perfect.length > 0 ? perfect : fitting;
  const [best, second] = among;
  if (best !== undefined && second !== undefined && (best.share === 1 || score(second) > 0.8 * score(best)))
    return `${[best, second].map(nameOf).sort().join(' and ')} fit equally well`;
  if (best !== undefined) return best;
  const [single] = candidates;
  const column =
    candidates.every(({ width, share }) => width === 1 && share >= 0.5) && candidates.every(({ rows }) => rows.every(({ cells }) => cells.length === 1));
  if (single === undefined || !column) return 'no delimiter gives its lines the same number of cells';
  const lines = single.rows.filter(({ quoted }) => quoted === 0).map(({ cells }) => cells[0]!);
  const other = OTHERS.find((one) => lines.length > 1 && lines[0]!.includes(one) && new Set(lines.map((line) => line.split(one).length)).size === 1);
  return other === undefined ? single : `one column, or cells divided by "${other}"`;
}

/** Whether cells stand between apostrophes, in a file that puts none between quotes. */
function isApostrophed({ rows }: Candidate): boolean {
  if (rows.some(({ quoted }) => quoted > 0)) return false;
  const inside = rows.some(({ cells }) => cells.some((cell) => cell.length > 1 && cell.startsWith("'") && cell.endsWith("'")));
  const across = rows.filter(({ cells }) => {
    const from = cells.findIndex((cell) => cell.startsWith("'"));
    return from !== -1 && cells.slice(from + 1).some((cell) => cell.endsWith("'"));
  });
  return inside || across.length > 1;
}

/**
 * The dialect and the header of a file by the width of its first rows: the delimiter under which they all have the same
 * number of cells, or the clear best; the header is the first row of that width. An issue where that cannot be known.
 */
export function sniff(file: string, look: Look, newline: Grammar['newline']): Sniffed | Issue {
  const unknown = (detail: string): Issue => issue('file-dialect-unknown', { file, detail });
  const told = /^"?sep=([,;\t|])"?\r?\n/i.exec(look.text);
  const all = (told === null ? DELIMITERS : [told[1] as Delimiter]).map((delimiter) => {
    const rows = rowsOf(look.text, { delimiter, newline, unquoted: false, padded: false }, look.whole);
    return candidateOf(delimiter, told === null ? rows : rows.slice(1));
  });
  const best = chosen(all);
  if (typeof best === 'string') return unknown(best);
  if (isApostrophed(best)) return unknown('its cells stand between apostrophes');
  const header = headerOf(best);
  const rival = rivalOf(best, header);
  if (rival !== null) return issue('header-unknown', { file, detail: rival });
  const cells = best.padded ? header.cells.map((cell, at) => (at > 0 && cell.startsWith(' ') ? cell.slice(1) : cell)) : header.cells;
  return { dialect: { delimiter: best.delimiter, unquoted: false, padded: best.padded, cells: best.width }, header: cells, headerLine: header.line };
}
