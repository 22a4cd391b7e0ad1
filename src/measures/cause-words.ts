import { fold } from '../fold.ts';
import { codeColumn, type CodeColumn } from '../facts/columns.ts';
import { codes, type FactTable } from '../facts/table.ts';

/** The causes that measures ask for by name, as they are written. */
const KNOWN: ReadonlySet<string> = new Set(['conduct', 'misunderstood', 'changed-request', 'own-fault', 'vendor']);

/**
 * The cause of each row, null where no file gave any. Causes are typed by hand: those that differ in case or white space
 * only are one, written as the measures know it, else as most rows write it.
 */
export function causesOf(table: FactTable): CodeColumn | null {
  const column = codes(table, 'cause');
  if (column === null) return null;
  const folded = column.dictionary.map(fold);
  const oneEach = new Set(folded).size === folded.length;
  if (oneEach && folded.every((word, code) => !KNOWN.has(word) || word === column.dictionary[code])) return column;
  const rows = new Int32Array(column.dictionary.length);
  for (const code of column.codes) if (code >= 0) rows[code]!++;
  const written = Map.groupBy(column.dictionary.keys(), (code) => folded[code]!);
  const dictionary = [...written].map(([word, spellings]) => (KNOWN.has(word) ? word : mostWritten(spellings, column.dictionary, rows)));
  const places = new Map([...written.keys()].map((word, at) => [word, at]));
  return codeColumn(
    column.codes.map((code) => (code < 0 ? code : places.get(folded[code]!)!)),
    dictionary,
  );
}

/** The spelling of most rows; of equally many the first in the order of letters, whatever the order of rows. */
function mostWritten(spellings: readonly number[], dictionary: readonly string[], rows: Int32Array): string {
  const [first] = spellings.toSorted((a, b) => rows[b]! - rows[a]! || (dictionary[a]! < dictionary[b]! ? -1 : 1));
  return dictionary[first!]!;
}
