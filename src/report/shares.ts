import { nounFor, say, translated } from '../language/language.ts';
import type { CellValue } from '../measures/measure.ts';
import { newcombe } from '../measures/statistics.ts';
import { count, FEW, hitsOf, inWords, NONE, percent, range, SOME } from './words.ts';

/** A share that stands beside others of its kind. */
export interface ShareRow {
  readonly label: string;
  readonly href?: string;
  readonly cell: CellValue;
}

const PER_CENT = '\u00a0%';

/** "65 to 94 %" under 30 rows, then "89 %"; null under 10, which are no percentage. */
function shareAlone({ value, n, low, high }: CellValue): string | null {
  if (n < FEW) return null;
  return `${n < SOME ? range(low, high, (end) => percent(end, n)) : percent(value, n)}${PER_CENT}`;
}

/** "4 of 5" under 10 rows, "65 to 94 %, 21 of 25" under 30, then "89 %, 31 of 35". */
export function shareText(cell: CellValue): string {
  if (Number.isNaN(cell.value)) return NONE;
  const share = shareAlone(cell);
  return `${share === null ? '' : `${share}, `}${hitsOf(cell.hits, cell.n)}`;
}

/** "4 of 5" under 10 rows, "65 to 94 % of 25" under 30, then "89 % of 35". */
export function shareShort(cell: CellValue): string {
  if (Number.isNaN(cell.value)) return NONE;
  return say`${shareAlone(cell) ?? count(cell.hits)} of ${count(cell.n)}`;
}

/** -1 where a share lies below the rest of its whole, 1 where it lies above, 0 where chance may do that (Newcombe). */
export function apartFromRest({ hits, n }: CellValue, whole: CellValue): -1 | 0 | 1 {
  const difference = n < FEW || whole.n - n < FEW ? null : newcombe(hits, n, whole.hits - hits, whole.n - n);
  if (difference === null) return 0;
  return difference.high < 0 ? -1 : difference.low > 0 ? 1 : 0;
}

/** Singular and plural. */
export type Noun = readonly [one: string, many: string];

/** What a title says of the rows that stand apart: texts that are said already, or marked by `phrase`. */
export interface ApartWords {
  readonly noun: Noun;
  /** What is counted, in the plural. */
  readonly rows: string;
  readonly below: Noun;
  readonly above: Noun;
  readonly none: string;
}

/** Names with more words or letters than this do not fit in a title. */
const NAME_WORDS = 5;
const NAME_LETTERS = 48;

function subject(rows: readonly ShareRow[], { noun: [one, many] }: ApartWords): string {
  const [first] = rows;
  if (rows.length > 1) return `${inWords(rows.length, true)} ${nounFor(rows.length, one, many)}`;
  const fits = first!.label.length <= NAME_LETTERS && first!.label.split(/\s+/).length <= NAME_WORDS;
  return fits ? first!.label : say`One ${nounFor(1, one, many)}`;
}

/** The rows that a title names, and the title: those below the rest of the whole, else those above, else nobody. */
export function apartTitle<R extends ShareRow>(
  rows: readonly R[],
  whole: CellValue,
  words: ApartWords,
): { readonly title: string; readonly rows: readonly R[] } {
  const enough = rows.filter(({ cell }) => cell.n >= FEW);
  if (enough.length === 0) return { title: say`No ${nounFor(1, ...words.noun)} has ${count(FEW)} ${translated(words.rows)}, so none is ranked`, rows: [] };
  for (const [side, verb] of [
    [-1, words.below],
    [1, words.above],
  ] as const) {
    const apart = enough.filter(({ cell }) => apartFromRest(cell, whole) === side);
    if (apart.length > 0) return { title: `${subject(apart, words)} ${translated(verb[apart.length > 1 ? 1 : 0])}`, rows: apart };
  }
  return { title: translated(words.none), rows: [] };
}

const byLabel = (a: ShareRow, b: ShareRow) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

/** Lowest share first; those under 10 rows after them, by name. */
export function ranked<R extends ShareRow>(rows: readonly R[]): readonly R[] {
  const few = ({ cell }: ShareRow) => !(cell.n >= FEW);
  return rows.toSorted((a, b) => Number(few(a)) - Number(few(b)) || (few(a) ? 0 : a.cell.value - b.cell.value) || byLabel(a, b));
}
