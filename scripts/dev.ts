import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLines } from '../src/settings-yaml.ts';
import { buildReport } from '../src/pipeline.ts';
import { servePages } from './astro.ts';
import { run } from './command.ts';
import { commands } from './commands.ts';
import { whenQuiet } from './live.ts';
import { issueLines } from './messages.ts';
import { progress, type ProgressLine } from './progress.ts';
import { issuesLine, readLine, reportLine } from './summary.ts';
import { watchWorkspace } from './watching.ts';
import { workspaceFolder, workspaceIn } from './workspace.ts';

const QUIET = 300;

/** Writes the report of a workspace to a file, whole or not at all; false when the data were refused. */
async function refresh(data: string, file: string, shown: ProgressLine): Promise<boolean> {
  const workspace = await workspaceIn(data);
  const { report, issues } =
    'issues' in workspace
      ? { report: null, ...workspace }
      : await buildReport(workspace.files, workspace.settings, { progress: shown.file, logo: workspace.logo });
  shown.say(issueLines('issues' in workspace ? issues : withLines(issues, workspace.settingsText), null));
  if (report === null) {
    shown.say([`refused: ${issuesLine(issues)}`]);
    return false;
  }
  await writeFile(`${file}.new`, JSON.stringify(report));
  await rename(`${file}.new`, file);
  shown.say([readLine(report.files), reportLine(report), issuesLine(issues)]);
  return true;
}

async function serve(data: string, work: string, shown: ProgressLine): Promise<number> {
  const file = join(work, 'report.json');
  if (!(await refresh(data, file, shown))) return 1;
  const pages = await servePages(file, work);
  let unwatch = () => {};
  const changed = whenQuiet(QUIET, async () => {
    try {
      const before = unwatch;
      unwatch = await watchWorkspace(data, changed);
      before();
      if (await refresh(data, file, shown)) pages.reload();
    } catch (error) {
      shown.say([`dev: ${error instanceof Error ? error.message : String(error)}`]);
    }
  });
  unwatch = await watchWorkspace(data, changed);
  shown.say([`pages: ${pages.url} (shown anew when ${data} changes; stop with Ctrl+C)`]);
  await new Promise((stop) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, stop)));
  unwatch();
  await pages.stop();
  return 0;
}

/** `npm run dev -- [--data DIR]`: the pages live while exports, settings and sources are edited. */
await run(commands.dev, async (given) => {
  const work = await mkdtemp(join(tmpdir(), 'courtesy-dev-'));
  try {
    return await serve(workspaceFolder(given.data), work, progress());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
