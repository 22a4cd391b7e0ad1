import { resolve } from 'node:path';
import { isLarge, stageApart } from './apart.ts';
import { renderShares } from './astro.ts';
import { cacheFor } from './cache.ts';
import { pagesStage } from './chart-cache.ts';
import { Misuse, run } from './command.ts';
import { commands } from './commands.ts';
import type { Making } from './making.ts';
import { pagesApart } from './pages-apart.ts';
import { progress } from './progress.ts';
import { rollback } from './rollback.ts';
import { buildSite } from './site.ts';
import type { Stages } from './stages.ts';
import { todayGiven } from './today.ts';
import { asOfDay, workspaceFolder } from './workspace.ts';

/** The stages of a build; those of a large workspace that take memory go to processes of their own. */
function stages(given: Making, out: string, pages: Stages['pages']): Stages {
  const { data, cache } = given;
  let rendering = pages;
  const spare = (): void => void (rendering = pagesApart(data, cache?.folder));
  return {
    async report(workspace, ...rest) {
      // What measures and report are made of takes a second to load: where another process makes them, this one does without.
      if (!isLarge(workspace)) return (await import('./making.ts')).reportStage(given)(workspace, ...rest);
      return stageApart({ data, out, cache, spare })(workspace, ...rest);
    },
    pages: (...asked) => rendering(...asked),
    shares: renderShares,
  };
}

/** @throws Misuse for an option that says nothing to a rollback. */
function demandNoMore(given: object): void {
  const more = Object.keys(given).filter((name) => name !== 'rollback' && name !== 'out');
  if (more.length > 0) throw new Misuse(`--rollback goes with --out alone; nothing was done; leave out ${more.map((name) => `--${name}`).join(', ')}`);
}

/**
 * `npm run build -- [--data DIR] [--out DIR] [--as-of YYYY-MM-DD] [--confirm FINDING,…] [--today YYYY-MM-DD] [--rollback] [--no-cache]`: exports
 * to the published site; COURTESY_SECRET names the folders of clients' pages.
 */
await run(commands.build, async (given) => {
  const out = resolve(given.out ?? 'dist');
  if (given.rollback !== undefined) {
    demandNoMore(given);
    return rollback(out, progress());
  }
  const cache = cacheFor(given['no-cache']);
  const order = {
    data: workspaceFolder(given.data),
    out,
    asOf: asOfDay(given['as-of']),
    secret: process.env['COURTESY_SECRET'],
    env: process.env,
    confirm: given.confirm?.split(',').filter((name) => name !== ''),
    today: todayGiven(given.today),
  };
  const { pages, sweep } = pagesStage(given['no-cache'], order.data);
  const code = await buildSite(order, stages({ data: order.data, cache, secret: order.secret }, out, pages), progress());
  await Promise.all([cache?.sweep(), sweep()]);
  return code;
});
