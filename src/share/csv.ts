import { csv } from '../report/csv.ts';
import type { Content } from './content.ts';

/** The columns of the table behind a page. */
export const COLUMNS = ['part', 'what', 'day', 'value', 'of', 'unit', 'outcome'] as const;

/** The CSV beside a page: everything that it shows, in full, and more where the page shows the newest alone. */
export function contentCsv({ rows }: Content): string {
  return csv([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}
