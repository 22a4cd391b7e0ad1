import { issue, type Issue } from '../issue.ts';
import type { Settings } from '../settings.ts';
import { setApart } from './apart.ts';
import { surveyBytes } from './bytes.ts';
import { givenFor, lookUp, type ColumnCache } from './cache.ts';
import { choose, encodingOf, entriesNaming } from './choose.ts';
import { SWOLLEN, type ExportFile } from './file.ts';
import { parseFile, type ParsedFile } from './parse.ts';
import { sample } from './read.ts';
import type { ZoneRules } from './settle.ts';

/** Called as each file is begun, for progress. */
export type Progress = (file: string, at: number, of: number) => void;

/** What the reading of exports does besides: says how far it is, keeps what it has parsed. */
export interface Effects {
  readonly progress?: Progress | undefined;
  readonly cache?: ColumnCache | undefined;
}

/** Whether an error is the disk's or the archive's, not ours: Node names those by a code. */
const isUnreadable = (error: unknown) => typeof (error as { code?: unknown }).code === 'string';

/**
 * The issue of a file that the disk or its archive does not give.
 * @throws the error itself where it is neither's.
 */
export function unreadableIssue(file: string, error: unknown): Issue {
  if (!isUnreadable(error)) throw error;
  return issue((error as { code: string }).code === SWOLLEN ? 'file-swollen' : 'file-unreadable', { file, detail: (error as Error).message });
}

/** One file through read, recognise and parse; an issue where it stops before. */
export async function readOne(file: ExportFile, settings: Settings, rules: ZoneRules): Promise<ParsedFile | Issue> {
  const entries = entriesNaming(file, settings);
  try {
    const survey = await surveyBytes(file, encodingOf(entries));
    if (survey.bytes === 0) return issue('file-empty', { file: file.name });
    const chosen = choose(file.name, await sample(file, survey), entries);
    if ('code' in chosen) return chosen;
    return await parseFile(file, survey, chosen.found, chosen.source, { ...rules, subjects: settings.complaints.rule.subject });
  } catch (error) {
    return unreadableIssue(file.name, error);
  }
}

/** What each of these files gives, in their order: from the cache, or read anew. */
export async function readAll(
  files: readonly ExportFile[],
  settings: Settings,
  rules: ZoneRules,
  { progress, cache }: Effects,
): Promise<readonly (ParsedFile | Issue)[]> {
  const read: (ParsedFile | Issue)[] = [];
  for (const [at, file] of files.entries()) {
    progress?.(file.name, at, files.length);
    const { known, keep } = await lookUp(cache, file, givenFor(file, settings, rules.firm));
    if (known !== null) {
      read.push(known);
      continue;
    }
    const parsed = await readOne(file, settings, rules);
    await keep(parsed);
    read.push('code' in parsed || files.length === 1 ? parsed : setApart(parsed));
  }
  return read;
}
