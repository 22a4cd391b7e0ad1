import { resolve } from 'node:path';
import { readExports } from '../src/exports/exports.ts';
import { severityOf, type Issue } from '../src/issue.ts';
import { zoneOf } from '../src/time/zone.ts';
import { run } from './command.ts';
import { issueLines } from './messages.ts';
import { progress } from './progress.ts';
import { recognisedTable } from './recognised.ts';
import { issuesLine, readLine } from './summary.ts';
import { workspaceIn } from './workspace.ts';

async function check(data: string): Promise<number> {
  const shown = progress();
  const end = (issues: readonly Issue[], ...counts: readonly string[]): number => {
    shown.say([...issueLines(issues, null), ...counts, issuesLine(issues)]);
    return issues.some((one) => severityOf(one) === 'error') ? 1 : 0;
  };
  const workspace = await workspaceIn(data);
  if ('issues' in workspace) return end(workspace.issues);
  const { files, settings } = workspace;
  const firm = zoneOf(settings.firm.zone)!;
  const read = await readExports(files, settings, { firm, zoneOf }, shown.file);
  shown.say([]);
  process.stdout.write(
    recognisedTable(
      files.map((file) => file.name),
      read,
      firm,
    ),
  );
  return end(read.issues, readLine(read.files, files.length));
}

/** `npm run check -- [--data DIR]`: reads and validates only; says what was recognised, assumed and refused. */
await run({ name: 'check', options: { data: 'DIR' } }, (given) => check(resolve(given.data ?? 'data')));
