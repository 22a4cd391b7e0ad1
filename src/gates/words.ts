import type { TableName } from '../facts/table.ts';
import { named, phrase } from '../language/language.ts';
import { decimal } from '../report/forms.ts';

const TABLES: Readonly<Record<TableName, string>> = {
  tickets: phrase`tickets`,
  surveys: phrase`surveys`,
  complaints: phrase`complaints`,
  time_entries: phrase`time entries`,
  contacts: phrase`contacts`,
  appointments: phrase`appointments`,
  promises: phrase`promises`,
  meetings: phrase`meetings`,
  replacements: phrase`replacements`,
  reports_sent: phrase`reports sent`,
  training: phrase`training`,
  clients: phrase`clients`,
  events: phrase`events`,
  contracts: phrase`contracts`,
};

/** A part of 100 with one decimal where that says more: "12 %", "5.4 %". */
export function percentText(value: number): string {
  return `${decimal(Number(value.toFixed(value < 10 ? 1 : 0)), 0, 1)} %`;
}

/** A name of a table as people say it. */
export const tableText = (table: string): string => named(TABLES, table) ?? table.replaceAll('_', ' ');
