import type { CodeColumn } from '../facts/columns.ts';
import type { Population } from './measure.ts';

/** Rows and hits of a share under one word of a coded column; null = the rows without a word. */
export interface CodeCount {
  readonly word: string | null;
  readonly n: number;
  readonly hits: number;
}

/**
 * Rows and hits of a share's population on the days from..to (inclusive), by the word that a coded column of its table
 * gives them; words in the order of the dictionary, then the rows without one. Words without a row are left out.
 */
export function countsByCode({ day, value }: Population, column: CodeColumn, from: number, to: number): readonly CodeCount[] {
  const without = column.dictionary.length;
  const [n, hits] = [new Float64Array(without + 1), new Float64Array(without + 1)];
  for (let row = 0; row < day.length; row++) {
    if (!(day[row]! >= from && day[row]! <= to)) continue;
    const code = column.codes[row]! < 0 ? without : column.codes[row]!;
    n[code]!++;
    hits[code]! += value![row]!;
  }
  return [...column.dictionary, null].flatMap((word, code) => (n[code]! > 0 ? [{ word, n: n[code]!, hits: hits[code]! }] : []));
}
