import { tables } from '../src/facts/tables.ts';
import { PLACEHOLDER_NAME } from '../src/settings.ts';

/** Who reports, as the settings of a new workspace name it. */
export interface Firm {
  readonly name: string;
  readonly zone: string;
}

/** What stands in for a firm that nobody has named yet. */
export const unnamed: Firm = { name: PLACEHOLDER_NAME, zone: 'UTC' };

const quoted = (text: string): string => JSON.stringify(text);

/** The settings of a new workspace: what must be said, and what may be, as notes. */
export function startSettings({ name, zone }: Firm): string {
  return `# Everything the report has to be told. Lines that start with # are notes; take the # away to use one.

firm:
  name: ${quoted(name)} # stands at the head of every page
  zone: ${quoted(zone)} # days, weeks and opening hours follow this clock; write it like Europe/London

# calendar: # when you are open; Monday to Friday, 8 to 18, where it is left out
#   hours: { mon: 08:00-18:00, tue: 08:00-18:00, wed: 08:00-18:00, thu: 08:00-18:00, fri: 08:00-16:00 }
#   holidays: [2026-12-25]

# targets: # where the exports name no due time; written 30 min, 4 h or 2 d
#   first_response: { default: 2 h }
#   resolution: { default: 2 d }

# complaints: # tickets that are formal complaints, by any of these words in their columns
#   rule: { type: [Complaint], category: [Complaint] }

# ignore: ['old-*'] # files in exports/ to leave alone
`;
}

/** Tables that no tool exports and that a spreadsheet can hold. */
const BY_HAND = [
  'clients',
  'complaints',
  'contacts',
  'appointments',
  'promises',
  'meetings',
  'replacements',
  'reports_sent',
  'training',
  'events',
  'contracts',
] as const;

/** A header line for each table that is kept by hand, by the name of its file. */
export const templates: ReadonlyMap<string, string> = new Map(
  BY_HAND.map((name) => [`${name.replaceAll('_', '-')}.csv`, `${Object.keys(tables[name].fields).join(',')}\n`]),
);
