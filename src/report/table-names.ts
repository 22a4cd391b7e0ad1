import { named, phrase } from '../language/language.ts';

const NAMES: Readonly<Record<string, string>> = {
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

/** A table of the facts as people say it: time entries. */
export const tableName = (table: string): string => named(NAMES, table) ?? table;
