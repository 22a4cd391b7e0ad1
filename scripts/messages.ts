import { issueText, severityOf, type Issue, type Severity } from '../src/issue.ts';

const SHOWN = 5;
/** Names and words of the whole workspace, which no list of rows holds. */
const SHOWN_OF_ALL = 20;

function grouped(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const groups = new Map<string, Issue[]>();
  for (const one of issues) {
    const key = JSON.stringify([one.file, one.code, one.column]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function linesOf(group: readonly Issue[], list: string | null): readonly string[] {
  const { file } = group[0]!;
  const said = group.slice(0, file === '' ? SHOWN_OF_ALL : SHOWN).map(issueText);
  const more = group.length - said.length;
  if (more === 0) return said;
  return [...said, `${file === '' ? '' : `${file}: `}… and ${more} more like it${list === null ? '' : `: see ${list}`}`];
}

/**
 * What is wrong, a line each: at most five of a file, a code and a column (20 where no file is
 * meant), then how many more there are and in which
 * `list` they stand (null = in none). Errors come last, next to the summary.
 */
export function issueLines(issues: readonly Issue[], list: string | null): readonly string[] {
  const isError = (one: Issue): boolean => severityOf(one) === 'error';
  const ordered = [...issues.filter((one) => !isError(one)), ...issues.filter(isError)];
  return grouped(ordered).flatMap((group) => linesOf(group, list));
}

/** How many issues there are of each severity. */
export function severities(issues: readonly Issue[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const one of issues) counts[severityOf(one)]++;
  return counts;
}
