import { costOf } from '../issue.ts';
import type { FileAccount, Refusal } from './model.ts';

/** Rows left out whole; cells left empty in other rows, and how many rows these are. */
export interface RefusedCounts {
  readonly rows: number;
  readonly cells: number;
  readonly partly: number;
}

/** How much could not be used. A row's cells count only where the row itself was used. */
export function refusedCounts(files: readonly Pick<FileAccount, 'rejected'>[], refusals: readonly Refusal[]): RefusedCounts {
  const rows = files.reduce((sum, file) => sum + file.rejected, 0);
  const cells = refusals.filter((one) => one.line !== null && costOf(one.code) === 'cell');
  return { rows, cells: cells.length, partly: new Set(cells.map((one) => `${one.file} ${one.line}`)).size };
}
