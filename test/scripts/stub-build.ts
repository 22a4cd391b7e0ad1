import { stageApart } from '../../scripts/apart.ts';
import { run } from '../../scripts/command.ts';
import { pagesApart } from '../../scripts/pages-apart.ts';
import { progress } from '../../scripts/progress.ts';
import { buildSite } from '../../scripts/site.ts';
import { stagesSaying } from './stub.ts';

const OPTIONS = { data: 'DIR', out: 'DIR', mark: 'TEXT', ms: 'N', apart: 'STAGE' } as const;

/** A build whose stages take next to nothing, or as long as they are told, but for one that is made apart; run as a process of its own. */
await run({ name: 'build', options: OPTIONS }, ({ data = '', out = '', mark = '', ms = '0', apart = '' }) => {
  const stages = {
    ...stagesSaying(mark, Number(ms)),
    ...(apart === 'report' && { report: stageApart({ data, out, cache: undefined }) }),
    ...(apart === 'pages' && { pages: pagesApart(data, undefined) }),
  };
  return buildSite({ data, out, asOf: undefined }, stages, progress());
});
