import type { CodeColumn, TextColumn } from '../facts/columns.ts';
import type { TableSpec } from '../facts/table.ts';
import { textBuilder } from './builders.ts';
import { hashText } from './hash.ts';
import type { ParsedTable } from './parse.ts';

/** The column that a made id is taken from before the row's own cells: a survey without a number is its ticket's. */
const STAND_IN: Readonly<Record<string, string>> = { surveys: 'ticket_id' };

function whole(column: TextColumn): boolean {
  for (let row = 0; row < column.length; row++) if (column.offsets[row] === column.offsets[row + 1]) return false;
  return true;
}

/**
 * The id of every row of a part. Where the export has none, or the cell is empty, it is made: from the ticket's id for
 * surveys, else from a hash of the row's cells, so that a row keeps its id from export to export.
 */
export function idsOf(spec: TableSpec, part: ParsedTable): TextColumn {
  const own = spec.id === null ? null : ((part.columns.get(spec.id) as TextColumn | undefined) ?? null);
  if (own !== null && whole(own)) return own;
  const instead = part.columns.get(STAND_IN[spec.name] ?? '') as CodeColumn | TextColumn | undefined;
  const builder = textBuilder(part.rows, (word) => word);
  for (let row = 0; row < part.rows; row++) {
    const ticket = instead?.at(row);
    builder.set(row, own?.at(row) ?? (ticket == null ? `row:${hashText(part.hashLow[row]!, part.hashHigh[row]!)}` : `ticket:${ticket}`));
  }
  return builder.finish(part.rows);
}
