import { givenFor, lookUp } from '../src/exports/cache.ts';
import { readOne } from '../src/exports/read-all.ts';
import { exportsIn } from '../src/load/files.ts';
import { settingsFrom } from '../src/settings-yaml.ts';
import { zoneOf } from '../src/time/zone.ts';
import { diskCache } from './cache.ts';
import type { Given } from './keeping.ts';
import { handOnCode } from './processes.ts';

/** Reads files by their names into the cache, from what is known of their workspace. */
async function keeperOf({ folder, settingsText, cache: kept, hashes }: Given): Promise<(name: string) => Promise<void>> {
  const settings = settingsFrom(settingsText, 'settings.yaml');
  if (!('firm' in settings)) throw new Error('the settings cannot be used');
  const rules = { firm: zoneOf(settings.firm.zone)!, zoneOf };
  const files = new Map((await exportsIn(folder, hashes)).map((file) => [file.name, file]));
  const cache = diskCache(kept, Date.now());
  return async (name) => {
    const file = files.get(name);
    if (file === undefined) return;
    const { known, keep } = await lookUp(cache, file, givenFor(file, settings, rules.firm));
    if (known === null) await keep(await readOne(file, settings, rules));
  };
}

handOnCode();
let keeper: ReturnType<typeof keeperOf>;

process.once('disconnect', () => process.exit());
process.on('message', async (what: Given | string) => {
  if (typeof what === 'string') {
    await keeper.then((keep) => keep(what)).catch(() => process.exit(1));
    process.send!('kept');
  } else {
    keeper = keeperOf(what);
    keeper.catch(() => {});
  }
});
