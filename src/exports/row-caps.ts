import { issue, type Issue } from '../issue.ts';
import { thousands } from './thousands.ts';
import type { ParsedFile } from './parse.ts';

/**
 * Rows after which a tool ends an export unless its administrator raised the limit, by format: the first 5,000 of a grid by
 * Autotask's manual, 10,000 by ServiceNow's (`glide.csv.export.limit`), 1,000 issues as users of Jira Cloud report.
 */
const OF_TOOL: Readonly<Record<string, number>> = {
  'autotask-tickets': 5_000,
  'autotask-opportunities': 5_000,
  'servicenow-list': 10_000,
  'servicenow-log': 10_000,
  'jira-issues': 1_000,
};

/** Limits that tools and administrators like to set: a file of exactly so many rows was probably cut. */
const ROUND: ReadonlySet<number> = new Set([500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000]);

/** ` from ServiceNow`, or nothing for lists kept by hand in the facts' own columns. */
const fromTool = ({ found }: ParsedFile) => (found.format.id.startsWith('courtesy-') ? '' : ` from ${found.format.title.split(',')[0]!}`);

/**
 * A warning for each file whose rows end at the limit of its tool, or at a number so round that a limit is the likeliest
 * reason. Rows are counted with and without those that are no data, since tools do not agree on which of them count.
 */
export function cutAtLimit(files: readonly ParsedFile[]): readonly Issue[] {
  return files.flatMap((file) => {
    const counts = [file.read, file.read - file.notData];
    const own = OF_TOOL[file.found.format.id];
    if (own !== undefined && counts.includes(own))
      return [issue('export-at-limit', { file: file.file, detail: `${thousands(own)} rows${fromTool(file)}, which stops there unless told otherwise` })];
    const round = counts.find((count) => ROUND.has(count));
    return round === undefined ? [] : [issue('export-at-limit', { file: file.file, detail: `exactly ${thousands(round)} rows${fromTool(file)}` })];
  });
}
