import { stat } from 'node:fs/promises';
import type { Issue } from '../src/issue.ts';
import { loadWorkspace, type Workspace } from '../src/load.ts';
import { dayFromText } from '../src/time/weeks.ts';
import { Misuse } from './command.ts';

/**
 * The workspace in a folder, or what is wrong with it.
 * @throws Misuse when there is no such folder.
 */
export async function workspaceIn(folder: string): Promise<Workspace | { readonly issues: readonly Issue[] }> {
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new Misuse(`${folder}: there is no such folder; name the workspace with --data`);
  if (!found.isDirectory()) throw new Misuse(`${folder}: this is not a folder; name the workspace with --data`);
  return loadWorkspace(folder);
}

/**
 * The day that `--as-of` names, undefined where it was not given.
 * @throws Misuse when it is not a day of the calendar.
 */
export function asOfDay(text: string | undefined): string | undefined {
  if (text !== undefined && dayFromText(text) === null) throw new Misuse(`"${text}" is no day of the calendar; write --as-of YYYY-MM-DD`);
  return text;
}
