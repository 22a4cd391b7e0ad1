import { issue, type Issue } from '../issue.ts';
import type { Settings } from '../settings.ts';
import { setApart } from './apart.ts';
import { surveyBytes } from './bytes.ts';
import { lookUp, type ColumnCache, type Looked } from './cache.ts';
import { choose, encodingOf, entriesNaming } from './choose.ts';
import { SWOLLEN, type ExportFile } from './file.ts';
import { parseFile, type ParsedFile } from './parse.ts';
import { sample } from './read.ts';
import type { ZoneRules } from './settle.ts';

/** Called as each file is begun, for progress. */
export type Progress = (file: string, at: number, of: number) => void;

/** Another processor that reads files, one at a time, as `readOne` does. */
export interface Beside {
  readonly read: (file: ExportFile) => Promise<ParsedFile | Issue>;
  readonly end: () => Promise<void>;
}

/** What the reading of exports does besides: says how far it is, keeps what it has parsed, takes a second processor. */
export interface Effects {
  readonly progress?: Progress | undefined;
  readonly cache?: ColumnCache | undefined;
  /** A second processor for these files, null where it does not pay for them. */
  readonly beside?: ((files: readonly ExportFile[]) => Beside | null) | undefined;
}

/** Whether an error is the disk's or the archive's, not ours: Node names those by a code. */
const isUnreadable = (error: unknown) => typeof (error as { code?: unknown }).code === 'string';

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
    if (!isUnreadable(error)) throw error;
    return issue((error as { code: string }).code === SWOLLEN ? 'file-swollen' : 'file-unreadable', { file: file.name, detail: (error as Error).message });
  }
}

/**
 * What each of these files gives, in their order: from the cache, or read anew, on a second processor too where that pays.
 * Which processor reads which file changes nothing.
 */
export async function readAll(
  files: readonly ExportFile[],
  settings: Settings,
  rules: ZoneRules,
  { progress, cache, beside }: Effects,
): Promise<readonly (ParsedFile | Issue)[]> {
  const read: (ParsedFile | Issue)[] = [];
  const held = (parsed: ParsedFile | Issue) => ('code' in parsed || files.length === 1 ? parsed : setApart(parsed));
  const open: { readonly at: number; readonly file: ExportFile; readonly keep: Looked['keep'] }[] = [];
  for (const [at, file] of files.entries()) {
    const { known, keep } = await lookUp(cache, file, { entries: entriesNaming(file, settings), zone: rules.firm, subjects: settings.complaints.rule.subject });
    if (known === null) open.push({ at, file, keep });
    else {
      progress?.(file.name, at, files.length);
      read[at] = known;
    }
  }
  const queue = open.values();
  async function work(reader: Beside['read']): Promise<void> {
    for (const { at, file, keep } of queue) {
      progress?.(file.name, at, files.length);
      const parsed = await reader(file);
      await keep(parsed);
      read[at] = held(parsed);
    }
  }
  const here: Beside['read'] = (file) => readOne(file, settings, rules);
  const second = open.length < 2 ? null : (beside?.(open.map(({ file }) => file)) ?? null);
  try {
    await Promise.all([work(here), ...(second === null ? [] : [work(second.read)])]);
  } finally {
    await second?.end();
  }
  return read;
}
