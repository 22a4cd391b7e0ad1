import { readyPages } from './astro.ts';
import { pagesStage } from './chart-cache.ts';
import type { Asked } from './pages-apart.ts';

const [workspace, kept] = process.argv.slice(2);
const { pages } = pagesStage(kept === undefined ? 'yes' : undefined, workspace!);

process.once('disconnect', () => process.exit());
process.once('message', async ({ reportFile, folder, work, part }: Asked) => {
  const failed = await pages(reportFile, folder, work, part).then(
    () => undefined,
    ({ message, code }: Error & { code?: string }) => ({ message, code }),
  );
  process.send!({ failed });
});
readyPages().catch(() => {});
