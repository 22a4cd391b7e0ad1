import type { FileRead } from '../facts/facts.ts';
import { tables as specs } from '../facts/tables.ts';
import { issue, type Issue } from '../issue.ts';

/** What is known of the files when a build asks for the required ones. */
export interface RequiredOf {
  readonly required: readonly string[];
  readonly files: readonly FileRead[];
  /** Rows of each table of facts; one that no file gave is absent. */
  readonly rows: Readonly<Partial<Record<string, number>>>;
  /** Whether a pattern names a file that was read. */
  readonly matches: (pattern: string, file: string) => boolean;
}

const accepted = ({ used, duplicate, superseded }: FileRead): number => used + duplicate + superseded;

function missing(wanted: string): Issue {
  return issue('required-missing', { file: 'settings.yaml', column: 'gates.required', text: wanted });
}

function ofPattern(pattern: string, { files, matches }: RequiredOf): readonly Issue[] {
  const found = files.filter(({ file }) => matches(pattern, file));
  if (found.length === 0) return [missing(pattern)];
  const refused = found.filter((one) => one.rejected > 0 && accepted(one) === 0);
  const empty = refused.length === 0 && found.every((one) => accepted(one) === 0) ? found.slice(0, 1) : [];
  return [...refused, ...empty].map(({ file }) => issue('required-unusable', { file, detail: `gates: required has “${pattern}”` }));
}

/** What is wrong with the files and tables that a build must not do without: not there, or without a row that can be used. */
export function requiredIssues(given: RequiredOf): readonly Issue[] {
  return given.required.flatMap((wanted) => {
    if (Object.hasOwn(specs, wanted)) return (given.rows[wanted] ?? 0) > 0 ? [] : [missing(wanted)];
    return ofPattern(wanted, given);
  });
}
