import type { IssueCode } from '../issue.ts';
import type { FileAccount, Refusal } from './model.ts';

/** Issues that cost one cell and leave the rest of its row in use. */
const OF_A_CELL: ReadonlySet<string> = new Set<IssueCode>([
  'cell-not-instant',
  'cell-not-number',
  'cell-not-flag',
  'cell-too-small',
  'answer-off-scale',
  'order-backwards',
  'instant-ahead',
]);

/** Rows left out whole; cells left empty in other rows, and how many rows these are. */
export interface RefusedCounts {
  readonly rows: number;
  readonly cells: number;
  readonly partly: number;
}

/** How much could not be used. A row's cells count only where the row itself was used. */
export function refusedCounts(files: readonly Pick<FileAccount, 'rejected'>[], refusals: readonly Refusal[]): RefusedCounts {
  const rows = files.reduce((sum, file) => sum + file.rejected, 0);
  const cells = refusals.filter((one) => one.line !== null && OF_A_CELL.has(one.code));
  return { rows, cells: cells.length, partly: new Set(cells.map((one) => `${one.file} ${one.line}`)).size };
}
