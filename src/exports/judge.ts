import { issue, type Issue } from '../issue.ts';
import type { Fault } from './rescue.ts';

interface Where {
  readonly file: string;
  readonly line: number;
}

/** Whether a record is an empty line. */
export const isBlank = (record: readonly string[]): boolean => record.length === 1 && record[0]!.trim() === '';

/** Whether a record of several cells holds nothing: a line of delimiters alone. */
export function isHollow(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

/** Whether a record is the header once more, as where files were joined. */
export function isHeader(record: readonly string[], header: readonly string[]): boolean {
  return record[0] === header[0] && record.length >= header.length && record.every((cell, at) => cell === (header[at] ?? ''));
}

/** Whether a record below the header is no row: a line of delimiters alone, or the header once more. */
export function isNoData(record: readonly string[], header: readonly string[]): boolean {
  const first = record[0]!;
  return first === header[0] ? isHeader(record, header) : first.trim() === '' && isHollow(record);
}

/** The issue of a record that could not be read. */
export function faultIssue(fault: Fault, record: readonly string[], header: readonly string[], where: Where): Issue {
  const quote = fault.code === 'row-quote-open' || fault.code === 'row-quote-stray';
  const column = quote ? (header[record.length - 1]?.trim() ?? '') : '';
  const detail = fault.lines > 1 ? `lines ${where.line} to ${where.line + fault.lines - 1}` : '';
  return issue(fault.code, { ...where, column, text: quote || fault.code === 'row-long' ? record.at(-1)! : '', detail });
}

/** The issue of a record that has another number of cells than the rows of the file. */
export function raggedIssue(record: readonly string[], cells: number, where: Where): Issue {
  const text = record.slice(0, 20).join(' ').slice(0, 200);
  return issue('row-ragged', { ...where, text, detail: `${record.length} ${record.length === 1 ? 'cell' : 'cells'} instead of ${cells}` });
}
