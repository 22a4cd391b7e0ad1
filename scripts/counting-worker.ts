import { join } from 'node:path';
import { collection, countedOf } from '../src/measures/cells.ts';
import { groups, measures } from '../src/measures/index.ts';
import type { Measure } from '../src/measures/measure.ts';
import { contextIn } from '../src/pipeline.ts';
import { sentAt } from './archive.ts';
import { diskCache } from './cache.ts';
import { claimed } from './claims.ts';
import { writeFigures } from './contract.ts';
import { FIRST, nameOf, SECOND, type Answer, type Asked, type Fits } from './counting.ts';
import { countsIn, countsKept } from './counts.ts';
import { giveBack } from './processes.ts';
import { placeAt } from './versions.ts';
import { workspaceIn } from './workspace.ts';

const tell = (answer: Answer): boolean => process.send!(answer);

function* theirMeasures(shared: string): Generator<Measure> {
  for (const group of claimed(shared, [...groups.entries()].reverse())) yield* group;
}

async function count({ data, out, asOf, cache, hashes, shared, figures }: Asked, fits: Promise<unknown>): Promise<void> {
  const workspace = await workspaceIn(data, hashes);
  if ('issues' in workspace) return;
  const inputs = { ...workspace, sent: sentAt(placeAt(out)).archive };
  const context = await contextIn(inputs.files, inputs.settings, { asOf, sent: inputs.sent, cache: diskCache(cache, Date.now()) });
  if (context === null) return;
  const all = collection(context);
  for (const counted of countsKept(join(shared, SECOND), countedOf(theirMeasures(shared), context))) all.add(counted);
  tell({ counted: await nameOf(inputs) });
  giveBack();
  await fits;
  for (const counted of countsIn(join(shared, FIRST))) all.add(counted);
  await writeFigures(all.figures(measures), { definitions: measures, clients: context.facts.clients.list }, { measures: figures });
  tell({ written: true });
}

process.once('disconnect', () => process.exit());
process.once('message', (asked: Asked) => {
  const fits = new Promise<Fits>((resolve) => process.once('message', resolve));
  count(asked, fits).then(
    () => process.disconnect(),
    () => process.exit(1),
  );
});
