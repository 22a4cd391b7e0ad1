import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readExports } from '../../src/exports/exports.ts';
import { buildFacts } from '../../src/facts/facts.ts';
import { readSettings } from '../../src/settings.ts';
import { zoneOf } from '../../src/time/zone.ts';

/** The exports stage as the build runs it: one file to facts. Gives the tickets that came out. */
export async function facts(path: string): Promise<number> {
  const read = readSettings({ firm: { name: 'Bench', zone: 'Europe/London' } });
  if ('problems' in read) throw new Error(read.problems[0]!.message);
  const { settings } = read;
  const file = { name: basename(path), size: statSync(path).size, open: () => createReadStream(path, { highWaterMark: 1 << 16 }) };
  const exports = await readExports([file], settings, { firm: zoneOf(settings.firm.zone)!, zoneOf });
  return buildFacts(exports.tables, exports.files, { aliases: settings.aliases, rule: settings.complaints.rule }).tables.tickets?.rows ?? 0;
}
