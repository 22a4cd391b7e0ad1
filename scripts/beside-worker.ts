import { parentPort, workerData } from 'node:worker_threads';
import { packed } from '../src/exports/packed.ts';
import { readOne } from '../src/exports/read-all.ts';
import { exportsIn, settingsFrom } from '../src/load.ts';
import { zoneOf } from '../src/time/zone.ts';
import type { Answer, Given } from './beside.ts';

const { folder, settingsText } = workerData as Given;
const settings = settingsFrom(settingsText, 'settings.yaml');
if (!('firm' in settings)) throw new Error('the settings cannot be used');
const rules = { firm: zoneOf(settings.firm.zone)!, zoneOf };
const files = new Map((await exportsIn(folder)).map((file) => [file.name, file]));

function answer(found: Answer): void {
  const buffers = 'parts' in found ? new Set(found.parts.slice(1).map(({ buffer }) => buffer as ArrayBuffer)) : [];
  parentPort!.postMessage(found, [...buffers]);
}

parentPort!.on('message', async (name: string) => {
  const file = files.get(name);
  if (file === undefined) throw new Error(`${name} is not there any more`);
  const read = await readOne(file, settings, rules);
  answer('code' in read ? { issue: read } : { parts: packed(read) });
});
