import { dirname } from 'node:path';
import { readExports } from '../../src/exports/exports.ts';
import { buildFacts } from '../../src/facts/facts.ts';
import { exportFile } from '../../src/load/files.ts';
import { zoneOf } from '../../src/time/zone.ts';
import { diskCache } from '../cache.ts';
import { benchSettings } from './settings.ts';

/** The exports stage as the build runs it: one file to facts, with the cache in a folder if one is named. Gives the tickets that came out. */
export async function facts(path: string, kept: string | undefined): Promise<number> {
  const settings = benchSettings();
  const cache = kept === undefined ? undefined : diskCache(kept, Date.now());
  const exports = await readExports([await exportFile(dirname(path), path)], settings, { firm: zoneOf(settings.firm.zone)!, zoneOf }, { cache });
  return buildFacts(exports.tables, exports.files, { aliases: settings.aliases, rule: settings.complaints.rule }).tables.tickets?.rows ?? 0;
}
