/** How the cells of a file are divided. */
export interface Grammar {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n';
  /** Quotes are text like any other. */
  readonly unquoted: boolean;
  /** A blank follows every delimiter and is no part of the cell. */
  readonly padded: boolean;
}

/** One record as a reader by the letter finds it. */
export interface Scanned {
  readonly cells: readonly string[];
  /** Where the next record begins; -1 where a quoted cell has no end in sight. */
  readonly end: number;
  /**
   * `stray`: something stands between a closing quote and the next delimiter, or a quote ends a cell
   * that none begins. `open`: a quote is never closed.
   */
  readonly fault: '' | 'stray' | 'open';
  /** Of a fault, the quote that opens the cell, and the cells before it. */
  readonly at: number;
  readonly before: number;
  /** Cells that were put between quotes. */
  readonly quoted: number;
  /** A cell without quotes around it holds one. */
  readonly bare: boolean;
  /** Cells after the first that begin with a blank. */
  readonly blanks: number;
}

/** How far behind a stray quote the end of its cell is looked for, in characters and in quotes. */
export const REACH = 65_536;
const QUOTES = 200;

/** Longest record read, in characters; a longer one is a quote that was never closed. */
export const LONGEST_RECORD = 4 * 1024 * 1024;

interface Cell {
  readonly text: string;
  /** Behind the cell and before its delimiter or line end; -1 = no end in sight. */
  readonly stop: number;
  readonly fault: Scanned['fault'];
}

/** Position behind a closing quote and the blanks after it, where a delimiter, a line end or the end of the file follows; else -1. */
function closes(text: string, quote: number, { delimiter, newline }: Grammar, whole: boolean): number {
  let at = quote + 1;
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at++;
  if (at >= text.length) return whole ? at : -1;
  return text.startsWith(delimiter, at) || text.startsWith(newline, at) ? at : -1;
}

const unescaped = (text: string): string => (text.includes('"') ? text.replaceAll('""', '"') : text);

/** The end of a cell whose quote at `stray` should have closed it: the first quote that closes and makes them even, if one is near. */
function strayCell(text: string, open: number, stray: number, grammar: Grammar, whole: boolean): Cell | null {
  let quote = stray;
  for (let tries = 0; tries < QUOTES; tries++) {
    quote = text.indexOf('"', quote + 1);
    if (quote === -1 || quote - stray > REACH) break;
    const stop = tries % 2 === 1 ? closes(text, quote, grammar, whole) : -1;
    if (stop !== -1) return { text: text.slice(open + 1, quote), stop, fault: 'stray' };
  }
  if (quote === -1 && !whole && text.length - stray <= REACH) return null;
  return { text: text.slice(open + 1, open + 1 + REACH), stop: -1, fault: 'stray' };
}

/** The quoted cell that opens at `open`; null where more text is needed to tell. */
function quotedCell(text: string, open: number, grammar: Grammar, whole: boolean): Cell | null {
  for (let quote = text.indexOf('"', open + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    if (text[quote + 1] === '"') {
      quote++;
      continue;
    }
    const stop = closes(text, quote, grammar, whole);
    if (stop !== -1) return { text: unescaped(text.slice(open + 1, quote)), stop, fault: '' };
    if (!whole && /^[ \t\r]*$/.test(text.slice(quote + 1, quote + 1 + REACH)) && text.length - quote <= REACH) return null;
    return strayCell(text, open, quote, grammar, whole);
  }
  if (!whole && text.length - open <= LONGEST_RECORD) return null;
  return { text: text.slice(open + 1, open + 1 + REACH), stop: -1, fault: 'open' };
}

/** A quote at the end that stands for inches or seconds. */
const MEASURE = /\d\s*"\s*$/;

/** Whether a text holds an odd number of quotes. */
export const isOdd = (text: string): boolean => text.split('"').length % 2 === 0;

/** A function that gives the record at a position of a text, null where it ends beyond it; `whole` = the file ends with the text. */
export function scanner(text: string, grammar: Grammar, whole: boolean): (from: number) => Scanned | null {
  const { delimiter, newline, unquoted, padded } = grammar;
  const next = { from: 0, delimiter: -2, newline: -2 };
  const found = (what: 'delimiter' | 'newline', from: number): number => {
    if (from < next.from) [next.delimiter, next.newline] = [-2, -2];
    next.from = from;
    if (next[what] === -2 || (next[what] !== -1 && next[what] < from)) next[what] = text.indexOf(what === 'delimiter' ? delimiter : newline, from);
    return next[what];
  };
  const quotedAt = (from: number, first: boolean): number => {
    if (unquoted) return -1;
    if (text[from] === '"') return from;
    return !first && text[from] === ' ' && text[from + 1] === '"' ? from + 1 : -1;
  };

  function cellAt(from: number, first: boolean): (Cell & { readonly quoted: boolean }) | null {
    const open = quotedAt(from, first);
    if (open !== -1) {
      const strict = open === from || padded;
      const line = strict ? -1 : found('newline', from);
      if (!strict && line === -1 && !whole) return null;
      const cell = quotedCell(line === -1 ? text : text.slice(0, line), open, grammar, whole || line !== -1);
      if (cell === null) return null;
      if (strict || cell.fault === '') return { ...cell, quoted: true };
    }
    const [split, line] = [found('delimiter', from), found('newline', from)];
    if (line === -1 && split === -1 && !whole) return null;
    const stop = split !== -1 && (line === -1 || split < line) ? split : line === -1 ? text.length : line;
    const start = padded && !first && text[from] === ' ' ? from + 1 : from;
    return { text: text.slice(start, Math.max(start, stop)), stop, fault: '', quoted: false };
  }

  return function recordAt(start) {
    const from = text[start] === '\ufeff' ? start + 1 : start;
    const cells: string[] = [];
    let half = false;
    let state: Pick<Scanned, 'fault' | 'at' | 'before' | 'quoted' | 'bare' | 'blanks'> = { fault: '', at: -1, before: 0, quoted: 0, bare: false, blanks: 0 };
    for (let at = from; ; at += delimiter.length) {
      const cell = cellAt(at, cells.length === 0);
      if (cell === null) return null;
      const bare = !cell.quoted && !unquoted && cell.text.includes('"');
      const odd = bare && isOdd(cell.text);
      const shut = odd && cell.text.trimEnd().endsWith('"');
      const broken = shut && (half || !MEASURE.test(cell.text)) ? 'stray' : cell.fault;
      half ||= odd && cell.text.trimEnd().indexOf('"') < cell.text.trimEnd().length - 1;
      const { fault } = state;
      state = {
        fault: fault === '' ? broken : fault,
        at: fault === '' && broken !== '' ? at + (text[at] === ' ' ? 1 : 0) : state.at,
        before: fault === '' ? cells.length : state.before,
        quoted: state.quoted + (cell.quoted ? 1 : 0),
        bare: state.bare || bare,
        blanks: state.blanks + (cells.length > 0 && text[at] === ' ' ? 1 : 0),
      };
      cells.push(cell.text);
      if (cell.stop === -1) return { cells, end: -1, ...state };
      if (cell.stop >= text.length) return whole ? { cells, end: text.length, ...state } : null;
      at = cell.stop;
      if (!text.startsWith(delimiter, at)) return { cells, end: at + newline.length, ...state };
    }
  };
}
