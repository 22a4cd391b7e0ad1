import type { Cell, Table } from './model.ts';

const FORMULA = /^[=+\-@\t\r]/;
const SPECIAL = /[",\r\n]/;

function field(value: Cell['value']): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV after RFC 4180: comma, CRLF, quotes where needed, null as an empty field, numbers in full precision.
 * A text that a spreadsheet would take for a formula gets a leading apostrophe; numbers never do.
 */
export function csv(rows: readonly (readonly Cell['value'][])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** A table's machine values under its column names, with the unit where the cells of the page carry their own. */
export function tableCsv(table: Table): string {
  return csv([
    table.columns.map(({ name, unit }) => (unit === undefined ? name : `${name}, ${unit}`)),
    ...table.rows.map((row) => row.map((cell) => cell.value)),
  ]);
}
