import { countLatter } from '../src/pipeline.ts';
import { sentAt } from './archive.ts';
import { diskCache } from './cache.ts';
import { writeCounts } from './counts.ts';
import { nameOf, type Asked } from './latter.ts';
import { placeAt } from './versions.ts';
import { workspaceIn } from './workspace.ts';

async function count({ data, out, asOf, cache, file }: Asked): Promise<void> {
  const workspace = await workspaceIn(data);
  if ('issues' in workspace) return;
  const inputs = { ...workspace, sent: sentAt(placeAt(out)).archive };
  const counted = await countLatter(inputs.files, inputs.settings, { asOf, sent: inputs.sent, cache: diskCache(cache, Date.now()) });
  if (counted === null) return;
  writeCounts(file, counted);
  process.send!(await nameOf(inputs));
}

process.once('disconnect', () => process.exit());
process.once('message', (asked: Asked) =>
  count(asked).then(
    () => process.disconnect(),
    () => process.exit(1),
  ),
);
