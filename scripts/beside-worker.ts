import { packed } from '../src/exports/packed.ts';
import { readOne } from '../src/exports/read-all.ts';
import { exportsIn, settingsFrom } from '../src/load.ts';
import { zoneOf } from '../src/time/zone.ts';
import type { Answer, Given } from './beside.ts';

/** Reads files by their names, from what is known of their workspace. */
async function readerOf({ folder, settingsText }: Given): Promise<(name: string) => Promise<Answer>> {
  const settings = settingsFrom(settingsText, 'settings.yaml');
  if (!('firm' in settings)) throw new Error('the settings cannot be used');
  const rules = { firm: zoneOf(settings.firm.zone)!, zoneOf };
  const files = new Map((await exportsIn(folder)).map((file) => [file.name, file]));
  return async (name) => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`${name} is not there any more`);
    const read = await readOne(file, settings, rules);
    return 'code' in read ? { issue: read } : { parts: packed(read) };
  };
}

let reader: ReturnType<typeof readerOf>;

process.once('disconnect', () => process.exit(1));
process.on('message', async (what: Given | string) => {
  if (typeof what !== 'string') {
    reader = readerOf(what);
    reader.catch(() => {});
    return;
  }
  const answer = await reader.then((read) => read(what)).catch((error: Error): Answer => ({ failed: error.message }));
  process.send!(answer);
});
