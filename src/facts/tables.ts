import { appointments } from './tables/appointments.ts';
import { clients } from './tables/clients.ts';
import { complaints } from './tables/complaints.ts';
import { contacts } from './tables/contacts.ts';
import { contracts } from './tables/contracts.ts';
import { events } from './tables/events.ts';
import { meetings } from './tables/meetings.ts';
import { promises } from './tables/promises.ts';
import { replacements } from './tables/replacements.ts';
import { reports_sent } from './tables/reports_sent.ts';
import { surveys } from './tables/surveys.ts';
import type { TableName, TableSpec } from './table.ts';
import { tickets } from './tables/tickets.ts';
import { time_entries } from './tables/time_entries.ts';
import { training } from './tables/training.ts';

/** The canonical tables by name, in the order in which documents list them. */
export const tables: Readonly<Record<TableName, TableSpec>> = {
  tickets,
  surveys,
  complaints,
  time_entries,
  contacts,
  appointments,
  promises,
  meetings,
  replacements,
  reports_sent,
  training,
  clients,
  events,
  contracts,
};
