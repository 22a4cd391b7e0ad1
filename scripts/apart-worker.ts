import type { Answer, Asked } from './apart.ts';
import { sentAt } from './archive.ts';
import { cacheFor } from './cache.ts';
import { writeFigures, writeReport } from './contract.ts';
import { beforeAt } from './gating.ts';
import { reportStage } from './making.ts';
import { earlierAt } from './previous.ts';
import { placeAt } from './versions.ts';
import { workspaceIn } from './workspace.ts';

const say = (answer: Answer): Promise<void> =>
  new Promise((resolve, reject) => process.send!(answer, (error: Error | null) => (error === null ? resolve() : reject(error))));

async function make({ data, out, asOf, cached, beside }: Asked): Promise<Answer> {
  const workspace = await workspaceIn(data);
  if ('issues' in workspace) return { made: { issues: workspace.issues, written: false } };
  const place = placeAt(out);
  const { traces } = await beforeAt(place);
  const stage = reportStage({ data, cache: cached ? cacheFor(undefined) : undefined, secret: process.env['COURTESY_SECRET'] });
  const shown = (...progress: readonly [file: string, at: number, of: number]) => void say({ progress: [...progress] });
  const { report, figures, ...outcome } = await stage({ ...workspace, sent: sentAt(place).archive }, asOf, earlierAt(place).find, shown, traces, beside);
  if (report === null || figures === undefined) return { made: { ...outcome, written: false } };
  await writeFigures(figures, report, beside);
  await writeReport(report, beside);
  return { made: { ...outcome, written: true } };
}

process.once('disconnect', () => process.exit(1));
process.once('message', async (asked: Asked) => {
  await say(await make(asked).catch((error: Error & { code?: string }) => ({ failed: { message: error.message, code: error.code } })));
  process.exit(0);
});
