import { availableParallelism } from 'node:os';
import type { Answer, Asked } from './apart.ts';
import { sentAt } from './archive.ts';
import { diskCache } from './cache.ts';
import { writeFigures, writeReport } from './contract.ts';
import { secondProcess } from './counting.ts';
import { beforeAt } from './gating.ts';
import { reportStage } from './making.ts';
import { earlierAt } from './previous.ts';
import { giveBack, handOnCode } from './processes.ts';
import { placeAt } from './versions.ts';
import { workspaceIn } from './workspace.ts';

const tell = (answer: Answer): Promise<void> =>
  new Promise((resolve, reject) => process.send!(answer, (error: Error | null) => (error === null ? resolve() : reject(error))));

/** Another process for the figures is begun at once where columns are kept, which it reads them from. */
const [kept] = process.argv.slice(2);
handOnCode();
const withSecond = kept === undefined || availableParallelism() < 2 ? undefined : secondProcess();

/** Tells the outcome as soon as the report lies in its file, and again when the figures do. */
async function make({ data, out, asOf, cache: folder, beside, hashes, ahead }: Asked): Promise<void> {
  const workspace = await workspaceIn(data, hashes);
  if ('issues' in workspace) return tell({ made: { issues: workspace.issues, written: false } });
  const place = placeAt(out);
  const { traces } = await beforeAt(place);
  const cache = folder === undefined ? undefined : diskCache(folder, Date.now());
  const second = cache && withSecond?.({ data, out, cache: cache.folder, shared: `${beside.measures}.counts`, figures: beside.measures });
  const stage = reportStage({ data, cache, secret: process.env['COURTESY_SECRET'], second, ahead });
  const shown = (...progress: readonly [file: string, at: number, of: number]) => void tell({ progress: [...progress] });
  try {
    const { report, figures, ...outcome } = await stage({ ...workspace, sent: sentAt(place).archive }, asOf, earlierAt(place).find, shown, traces, beside);
    if (report === null || figures === undefined) {
      await second?.end();
      return await tell({ made: { ...outcome, written: false } });
    }
    giveBack();
    await writeReport(report, beside);
    await tell({ made: { ...outcome, written: true } });
    if (!(await second?.written())) await writeFigures(figures, report, beside);
  } finally {
    await second?.end();
  }
}

process.once('disconnect', () => process.exit(1));
process.once('message', async (asked: Asked) => {
  await make(asked).then(
    () => tell({ kept: true }),
    (error: Error & { code?: string }) => tell({ failed: { message: error.message, code: error.code } }),
  );
  process.exit(0);
});
