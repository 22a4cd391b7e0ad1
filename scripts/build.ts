import { resolve } from 'node:path';
import { withLines } from '../src/load.ts';
import { buildReport } from '../src/pipeline.ts';
import { folderOf, isSecret } from '../src/share/tokens.ts';
import { renderPages, renderShares } from './astro.ts';
import { besideFor } from './beside.ts';
import { cacheFor, type DiskCache } from './cache.ts';
import { run } from './command.ts';
import { progress } from './progress.ts';
import { buildSite, type Stages } from './site.ts';
import { asOfDay } from './workspace.ts';

const stages = (data: string, cache: DiskCache | undefined, secret: string | undefined): Stages => ({
  async report({ files, settings, settingsText, logo, letters }, asOf, previous, shown) {
    const sharing = isSecret(secret) ? { folderOf: (client: string, rotation: string) => folderOf(secret, client, rotation), letters } : null;
    const built = await buildReport(files, settings, {
      asOf,
      previous,
      progress: shown,
      cache,
      logo,
      sharing,
      beside: besideFor({ folder: data, settingsText }),
    });
    return { ...built, issues: withLines(built.issues, settingsText) };
  },
  pages: renderPages,
  shares: renderShares,
});

/** `npm run build -- [--data DIR] [--out DIR] [--as-of YYYY-MM-DD] [--no-cache]`: exports to the published site; COURTESY_SECRET names the folders of clients' pages. */
await run({ name: 'build', options: { data: 'DIR', out: 'DIR', 'as-of': 'YYYY-MM-DD', 'no-cache': true } }, async (given) => {
  const cache = cacheFor(given['no-cache']);
  const order = {
    data: resolve(given.data ?? 'data'),
    out: resolve(given.out ?? 'dist'),
    asOf: asOfDay(given['as-of']),
    secret: process.env['COURTESY_SECRET'],
  };
  const code = await buildSite(order, stages(order.data, cache, order.secret), progress());
  await cache?.sweep();
  return code;
});
