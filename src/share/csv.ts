import { phrase, spokenLocale, translated } from '../language/language.ts';
import { csv } from '../report/csv.ts';
import type { Content, Row } from './content.ts';

/** The columns of the table behind a page. */
export const COLUMNS = ['part', 'what', 'day', 'value', 'of', 'unit', 'outcome'] as const;

/** How its readers call them. */
const NAMES: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  part: phrase`part`,
  what: phrase`what`,
  day: phrase`day`,
  value: phrase`value`,
  of: phrase`of`,
  unit: phrase`unit`,
  outcome: phrase`outcome`,
};

/** The name of a column as it stands at its head. */
export const columnName = (column: (typeof COLUMNS)[number]): string => translated(NAMES[column]);

/** A cell as the page shows it: numbers with the decimal mark of the locale, their thousands ungrouped as in the file. */
export function cellText(cell: Row[keyof Row]): string {
  if (typeof cell !== 'number') return cell ?? '';
  return new Intl.NumberFormat(spokenLocale(), { useGrouping: false, maximumFractionDigits: 20 }).format(cell);
}

/** The CSV beside a page: everything that it shows, in full, and more where the page shows the newest alone. */
export function contentCsv({ rows }: Content): string {
  return csv([COLUMNS.map(columnName), ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
}
