/** A table of texts in columns that line up; columns named in `right` are set to the right. No line ends in blanks. */
export function aligned(header: readonly string[], rows: readonly (readonly string[])[], right: readonly string[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, at) => Math.max(...all.map((row) => [...row[at]!].length)));
  const cell = (text: string, at: number): string => {
    const blanks = ' '.repeat(widths[at]! - [...text].length);
    return right.includes(header[at]!) ? blanks + text : text + blanks;
  };
  return all.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
}
