import { severityOf, type Issue } from '../src/issue.ts';
import { gatherFacts } from '../src/pipeline.ts';
import { namedIssues } from '../src/report/settings-issues.ts';
import { withLines } from '../src/settings-yaml.ts';
import { zoneOf } from '../src/time/zone.ts';
import { cacheFor, type DiskCache } from './cache.ts';
import { run } from './command.ts';
import { commands } from './commands.ts';
import { keepAhead } from './keeping.ts';
import { issueLines } from './messages.ts';
import { progress } from './progress.ts';
import { recognisedTable } from './recognised.ts';
import { issuesLine, readLine } from './summary.ts';
import { aheadIssues } from './today.ts';
import { workspaceFolder, workspaceIn } from './workspace.ts';

async function check(data: string, cache: DiskCache | undefined): Promise<number> {
  const shown = progress();
  const end = (issues: readonly Issue[], ...counts: readonly string[]): number => {
    shown.say([...issueLines(issues, null), ...counts, issuesLine(issues)]);
    return issues.some((one) => severityOf(one) === 'error') ? 1 : 0;
  };
  const workspace = await workspaceIn(data);
  if ('issues' in workspace) return end(workspace.issues);
  const { files, letters, settings, settingsText } = workspace;
  const firm = zoneOf(settings.firm.zone)!;
  const told = cache !== undefined && (await keepAhead(data, workspace, cache, shown.file));
  const { facts, read, issues } = await gatherFacts(files, settings, firm, { progress: told ? undefined : shown.file, cache });
  await cache?.sweep();
  shown.say([]);
  process.stdout.write(
    recognisedTable(
      files.map((file) => file.name),
      read,
      firm,
    ),
  );
  const named = facts === null ? [] : namedIssues(facts, settings, letters);
  return end(withLines([...issues, ...named, ...aheadIssues(settings, undefined, undefined)], settingsText), readLine(read.files, files.length));
}

/** `npm run check -- [--data DIR] [--no-cache]`: reads and validates only; says what was recognised, assumed and refused, whose rows found no client, and which names of clients nobody has. */
await run(commands.check, (given) => check(workspaceFolder(given.data), cacheFor(given['no-cache'])));
