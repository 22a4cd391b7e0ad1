import { resolve } from 'node:path';
import { buildReport } from '../src/pipeline.ts';
import { renderPages } from './astro.ts';
import { run } from './command.ts';
import { progress } from './progress.ts';
import { buildSite, type Stages } from './site.ts';
import { asOfDay } from './workspace.ts';

const stages: Stages = {
  report: ({ files, settings }, asOf, previous, shown) => buildReport(files, settings, { asOf, previous, progress: shown }),
  pages: renderPages,
};

/** `npm run build -- [--data DIR] [--out DIR] [--as-of YYYY-MM-DD]`: exports to the published site. */
await run({ name: 'build', options: { data: 'DIR', out: 'DIR', 'as-of': 'YYYY-MM-DD' } }, (given) =>
  buildSite({ data: resolve(given.data ?? 'data'), out: resolve(given.out ?? 'dist'), asOf: asOfDay(given['as-of']) }, stages, progress()),
);
