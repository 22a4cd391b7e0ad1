/** A table as rows of cells, headers first. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function plain(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Text of a sheet in the canonical form: UTF-8, LF, quotes only where needed. */
export function canonicalCsv({ headers, rows }: Sheet): string {
  return [headers, ...rows].map((row) => `${row.map(plain).join(',')}\n`).join('');
}

/** Text of a sheet as ConnectWise writes it: byte order mark, CRLF, every field quoted. */
export function connectWiseCsv({ headers, rows }: Sheet): string {
  const line = (row: readonly string[]) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  return `\uFEFF${[headers, ...rows].map(line).join('')}`;
}
