import { resolve } from 'node:path';
import { withLines } from '../src/load.ts';
import { buildReport } from '../src/pipeline.ts';
import { renderPages } from './astro.ts';
import { cacheFor, type DiskCache } from './cache.ts';
import { run } from './command.ts';
import { progress } from './progress.ts';
import { buildSite, type Stages } from './site.ts';
import { asOfDay } from './workspace.ts';

const stages = (cache: DiskCache | undefined): Stages => ({
  async report({ files, settings, settingsText, logo }, asOf, previous, shown) {
    const built = await buildReport(files, settings, { asOf, previous, progress: shown, cache, logo });
    return { ...built, issues: withLines(built.issues, settingsText) };
  },
  pages: renderPages,
});

/** `npm run build -- [--data DIR] [--out DIR] [--as-of YYYY-MM-DD] [--no-cache]`: exports to the published site. */
await run({ name: 'build', options: { data: 'DIR', out: 'DIR', 'as-of': 'YYYY-MM-DD', 'no-cache': true } }, async (given) => {
  const cache = cacheFor(given['no-cache']);
  const order = { data: resolve(given.data ?? 'data'), out: resolve(given.out ?? 'dist'), asOf: asOfDay(given['as-of']) };
  const code = await buildSite(order, stages(cache), progress());
  await cache?.sweep();
  return code;
});
