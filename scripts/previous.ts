import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../src/report/model.ts';
import { versionBefore, versionsAt, type Place } from './versions.ts';

/** Finds the report of the newest version before a day; null without one that can be read. */
export type Earlier = (asOf: string) => Promise<Report | null>;

/** The finder for a place, and the name of the version that it gave last. */
export function earlierAt(place: Place): { readonly find: Earlier; readonly found: () => string | null } {
  const versions = versionsAt(place);
  let name: string | null = null;
  async function find(asOf: string): Promise<Report | null> {
    name = null;
    const version = versionBefore(versions, asOf);
    if (version === null) return null;
    try {
      const report = JSON.parse(await readFile(join(place.versions, version.name, 'internal', 'report.json'), 'utf8')) as Report;
      if (report.schema !== 1) return null;
      name = version.name;
      return report;
    } catch {
      return null;
    }
  }
  return { find, found: () => name };
}
