import { dateText } from './date-forms.ts';
import type { Format, FromColumn } from './formats/format.ts';
import { findColumn } from './recognise.ts';

/** What is read from a record. */
export type Reader = (record: readonly string[]) => string;

function missingTest(format: Format, source: FromColumn): ((cell: string) => boolean) | null {
  const tokens = new Set([...(format.missing ?? []), ...(source.missing ?? [])].map((token) => token.toLowerCase()));
  if (source.zeroIsMissing) for (const zero of ['0', '0.0', '0.00', '00:00', '00:00:00', '0:00']) tokens.add(zero);
  if (tokens.size === 0) return null;
  const longest = Math.max(...[...tokens].map((token) => token.length));
  return (cell) => cell.length <= longest && tokens.has(cell.toLowerCase());
}

/** A cell as written to its text: trimmed, '' where it is missing or the capture does not match. */
export function textOf(format: Format, source: FromColumn): (cell: string) => string {
  const missing = missingTest(format, source);
  const { capture, dateForm } = source;
  return (written) => {
    const cell = written.trim();
    if (missing !== null && missing(cell)) return '';
    if (dateForm !== undefined) return dateText(dateForm, cell);
    if (capture === undefined || cell === '') return cell;
    return capture.exec(cell)?.[1]?.trim() ?? '';
  };
}

/** Whether the field is told by one cell alone, so that equal cells mean the same. */
export const isLocal = (source: FromColumn) => source.and === undefined && source.where === undefined;

/** The cell at a position or, where its header stands several times, the first filled one, or all filled ones joined by blanks. */
export function cellAt(header: readonly string[], at: number, all: boolean): Reader {
  const positions = header.flatMap((one, position) => (one === header[at] ? [position] : []));
  if (positions.length === 1) return (record) => record[at] ?? '';
  const filled = (record: readonly string[]) => positions.map((position) => record[position] ?? '').filter((cell) => cell.trim() !== '');
  return all ? (record) => filled(record).join(' ') : (record) => filled(record)[0] ?? '';
}

/** The text of a field from a record: its cell, with a second one and under a condition where the source says so. `cellOf` gives the cell as written. */
export function readerOf(format: Format, source: FromColumn, header: readonly string[], cellOf: Reader): Reader {
  const second = source.and === undefined ? -1 : findColumn(header, source.and);
  const whereAt = source.where === undefined ? -1 : findColumn(header, source.where.column);
  const { where } = source;
  const text = textOf(format, second === -1 ? source : { ...source, capture: undefined });
  if (isLocal(source)) return (record) => text(cellOf(record));
  const joined = textOf(format, source);
  return (record) => {
    if (where !== undefined && !where.matches.test(record[whereAt] ?? '')) return '';
    const cell = text(cellOf(record));
    return second === -1 || cell === '' ? cell : joined(`${cell} ${record[second] ?? ''}`);
  };
}
