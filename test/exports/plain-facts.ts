import type { ExportsRead } from '../../src/exports/exports.ts';
import { isCodeColumn, isTextColumn, type Column } from '../../src/facts/columns.ts';

function plainColumn(column: Column): unknown {
  if (isCodeColumn(column)) return { codes: column.codes, dictionary: column.dictionary };
  return isTextColumn(column) ? { bytes: column.bytes, offsets: column.offsets } : column;
}

/** What was read, without the functions of its columns, so that two of them can be compared. */
export function plainFacts({ tables, files, issues }: ExportsRead): unknown {
  const plain = [...tables].map(([name, { rows, columns, file, line }]) => ({
    name,
    rows,
    file,
    line,
    columns: [...columns].map(([field, column]) => [field, plainColumn(column)]),
  }));
  return { files, issues, tables: plain };
}
