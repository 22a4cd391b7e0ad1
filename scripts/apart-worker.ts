import { availableParallelism } from 'node:os';
import type { Answer, Asked } from './apart.ts';
import { sentAt } from './archive.ts';
import { diskCache } from './cache.ts';
import { writeFigures, writeReport } from './contract.ts';
import { beforeAt } from './gating.ts';
import { latterApart } from './latter.ts';
import { reportStage } from './making.ts';
import { earlierAt } from './previous.ts';
import { giveBack } from './processes.ts';
import { placeAt } from './versions.ts';
import { workspaceIn } from './workspace.ts';

const tell = (answer: Answer): Promise<void> =>
  new Promise((resolve, reject) => process.send!(answer, (error: Error | null) => (error === null ? resolve() : reject(error))));

/** Tells the outcome as soon as the report lies in its file, and again when the figures do. */
async function make({ data, out, asOf, cache: folder, beside }: Asked): Promise<void> {
  const workspace = await workspaceIn(data);
  if ('issues' in workspace) return tell({ made: { issues: workspace.issues, written: false } });
  const place = placeAt(out);
  const { traces } = await beforeAt(place);
  const cache = folder === undefined ? undefined : diskCache(folder, Date.now());
  const latter =
    cache === undefined || availableParallelism() < 2 ? undefined : latterApart({ data, out, cache: cache.folder, file: `${beside.measures}.latter` });
  const stage = reportStage({ data, cache, secret: process.env['COURTESY_SECRET'], latter });
  const shown = (...progress: readonly [file: string, at: number, of: number]) => void tell({ progress: [...progress] });
  const { report, figures, ...outcome } = await stage({ ...workspace, sent: sentAt(place).archive }, asOf, earlierAt(place).find, shown, traces, beside);
  if (report === null || figures === undefined) return tell({ made: { ...outcome, written: false } });
  giveBack();
  await writeReport(report, beside);
  await tell({ made: { ...outcome, written: true } });
  await writeFigures(figures, report, beside);
}

process.once('disconnect', () => process.exit(1));
process.once('message', async (asked: Asked) => {
  await make(asked).then(
    () => tell({ kept: true }),
    (error: Error & { code?: string }) => tell({ failed: { message: error.message, code: error.code } }),
  );
  process.exit(0);
});
