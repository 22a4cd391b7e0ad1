import type { TableName } from '../facts/table.ts';
import { endedTables } from '../measures/observed.ts';
import { endsOn } from './ended-words.ts';
import type { Material } from './material.ts';

/** Whether rows of the complaints are tickets that a rule calls complaints: they end where the tickets do. */
function hasTicketsForComplaints({ facts }: Material): boolean {
  const { complaints } = facts.tables;
  return complaints !== undefined && complaints.file.some((file) => facts.files[file]?.tables.includes('complaints') === false);
}

/** That a table ends long before the as-of day, as `endsOn` says it: what no row tells of the time since is not known. Null where it goes on or is not there. */
export function endSaid(material: Material, table: TableName): string | null {
  const days = endedTables(material.context);
  const day = days.get(table);
  if (day !== undefined) return endsOn(table, day);
  return table === 'complaints' && days.has('tickets') && hasTicketsForComplaints(material) ? endsOn('tickets', days.get('tickets')!) : null;
}
