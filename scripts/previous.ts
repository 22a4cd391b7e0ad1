import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../src/report/model.ts';
import type { Compared } from '../src/gates/restated.ts';
import { lineageOf, versionBefore, type Place } from './versions.ts';

/** Finds the report of the newest version before a day; null without one that can be read. */
export type Earlier = (asOf: string) => Promise<Report | null>;

/** The finder for a place, and what the gates ask of the version that it gave last. */
export function earlierAt(place: Place): { readonly find: Earlier; readonly found: () => Compared | null } {
  const versions = lineageOf(place);
  let found: Compared | null = null;
  async function find(asOf: string): Promise<Report | null> {
    found = null;
    const version = versionBefore(versions, asOf);
    if (version === null) return null;
    try {
      const report = JSON.parse(await readFile(join(place.versions, version.name, 'internal', 'report.json'), 'utf8')) as Report;
      if (report.schema !== 1) return null;
      const versionsOf = Object.fromEntries(report.definitions.map((one) => [one.id, one.version]));
      const tables = Object.fromEntries(report.accounts.map(({ measure, table }) => [measure, table]));
      found = { name: version.name, asOf: report.asOf, settings: report.settings, versions: versionsOf, tables };
      return report;
    } catch {
      return null;
    }
  }
  return { find, found: () => found };
}
