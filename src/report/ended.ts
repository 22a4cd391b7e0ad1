import type { TableName } from '../facts/table.ts';
import { endedTables } from '../measures/observed.ts';
import { endsOn } from './ended-words.ts';
import type { FigureSpec } from './ledger.ts';
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

/** Tables that a rule for calls reads. */
export const JUDGED = ['surveys', 'contacts', 'complaints'] as const;

/** Whether these exports can tell that no client needs a call: a table that would show it, or who is a client still, must not have ended. */
export function tellsOfNobody(material: Material): boolean {
  const asked: readonly TableName[] = material.facts.clients.listed ? JUDGED : [...JUDGED, 'tickets'];
  return asked.every((table) => endSaid(material, table) === null);
}

/** The table without whose rows a headline figure is empty. */
const TABLE_OF: Readonly<Record<string, TableName>> = {
  S1: 'surveys',
  'F1-elapsed': 'tickets',
  'F2-elapsed': 'tickets',
  F4: 'tickets',
  F5: 'tickets',
  D3: 'complaints',
};

/** A figure that says, where it is empty because its table has ended, just that. */
export function withEndNote(material: Material, spec: FigureSpec): FigureSpec {
  const table = TABLE_OF[spec.measure];
  const end = table === undefined ? null : endSaid(material, table);
  return end === null ? spec : { ...spec, emptyNote: end };
}
