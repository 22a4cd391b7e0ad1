import { run } from '../../scripts/command.ts';
import { progress } from '../../scripts/progress.ts';
import { buildSite } from '../../scripts/site.ts';
import { stagesSaying } from './stub.ts';

/** A build whose stages take next to nothing, or as long as they are told; run as a process of its own. */
await run({ name: 'build', options: { data: 'DIR', out: 'DIR', mark: 'TEXT', ms: 'N' } }, ({ data = '', out = '', mark = '', ms = '0' }) =>
  buildSite({ data, out, asOf: undefined }, stagesSaying(mark, Number(ms)), progress()),
);
