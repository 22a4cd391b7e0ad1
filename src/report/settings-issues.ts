import type { Facts, FileRead } from '../facts/facts.ts';
import { issue, type Issue } from '../issue.ts';
import { unknownCalendars } from '../measures/calendars.ts';
import { PLACEHOLDER_NAME, type Settings } from '../settings.ts';
import { dayText } from '../time/weeks.ts';
import { unknownShares } from './share-names.ts';
import { letterIssues, sharesAsked, type Sharing } from './sharing.ts';
import { slugs } from './slugs.ts';

/** A note where the settings still name no firm. */
export function firmNote({ firm }: Settings): readonly Issue[] {
  return firm.name === PLACEHOLDER_NAME ? [issue('firm-unnamed', { file: 'settings.yaml', column: 'firm.name', text: firm.name })] : [];
}

/** A note where the report goes up to another day than the one asked for, by the setting or by an option. */
export function movedNote(given: string | null, asOf: number | null, isSetting: boolean): readonly Issue[] {
  if (given === null || asOf === null || dayText(asOf) === given) return [];
  const where = isSetting ? { file: 'settings.yaml', column: 'as_of' } : {};
  return [issue('as-of-moved', { ...where, text: given, detail: dayText(asOf) })];
}

/** Columns in which a row of one client tells how dates or numbers of the others are read, with the entry of the settings that ends it; none where no client gets a page. */
export function toldByRowsNotes(files: readonly FileRead[], settings: Settings): readonly Issue[] {
  if (!sharesAsked(settings)) return [];
  return files.flatMap(({ file, toldByRows }) =>
    toldByRows.map(({ column, says }) => {
      const [code, entry] =
        'decimal' in says ? (['mark-from-rows', `decimal: '${says.decimal}'`] as const) : (['order-from-rows', `date_order: ${says.date_order}`] as const);
      return issue(code, { file, column, detail: `- { files: ${JSON.stringify(file)}, ${entry} }` });
    }),
  );
}

const UNKNOWN = { calendar: 'calendar-unknown', time_zone: 'client-zone-unknown', client: 'calendar-client-unknown' } as const;

/** Calendars, zones and clients of calendars that nobody knows, in the settings and in the clients table. */
export function calendarIssues(facts: Facts, settings: Settings): readonly Issue[] {
  return unknownCalendars(facts, settings).map(({ what, text, file, line }) =>
    issue(UNKNOWN[what], file < 0 ? { file: 'settings.yaml', text } : { file: facts.files[file]?.file ?? '', line, column: what, text }),
  );
}

/** Names of clients in the settings and in `clients/` that no export names, and what else is wrong with the words there where pages are made. */
export function namedIssues(facts: Facts, settings: Settings, letters: Sharing['letters']): readonly Issue[] {
  const folders = slugs(facts.clients.list.map(({ id }) => id));
  return [...unknownShares(settings, facts, folders), ...(sharesAsked(settings) ? letterIssues(letters, facts, folders, settings.firm.locale) : [])];
}
