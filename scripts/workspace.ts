import { existsSync, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Hashes } from '../src/load/file-hash.ts';
import type { Issue } from '../src/issue.ts';
import { loadWorkspace, type Workspace } from '../src/load/workspace.ts';
import { dayFromText } from '../src/time/weeks.ts';
import { Misuse } from './command.ts';
import { called, isClone } from './root.ts';

const isWorkspace = (folder: string): boolean => existsSync(join(folder, 'settings.yaml'));

/**
 * The folder of the workspace: the one that `--data` names, else the working directory where it is a workspace itself, else `data` in it.
 * @throws Misuse where none is named and none is there.
 */
export function workspaceFolder(named: string | undefined): string {
  if (named !== undefined) return resolve(named);
  if (isWorkspace('.')) return resolve('.');
  if (!existsSync('data')) throw new Misuse(`there is no workspace here; start one with ${called('init')}, or name one with --data`);
  return resolve('data');
}

/** Where a workspace begins that nobody named: the one that is there already, else the working directory; in the clone, whose `data` is the demo, `workspace`. */
export function startFolder(): string {
  if (isClone(process.cwd())) return resolve('workspace');
  return resolve(!isWorkspace('.') && isWorkspace('data') ? 'data' : '.');
}

/** Folders of a workspace of which a build reads every file. Beside them a site may lie: where the working directory is the workspace, `dist` does. */
const READ = ['exports', 'clients'];

/** A path without links on the way to it, whether or not something is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}

/**
 * Makes sure that no build reads what it writes: a site does not lie inside a folder of the workspace that is read.
 * @throws Misuse where it does.
 */
export function checkApart(out: string, data: string): void {
  // What is at `out` itself may be the link of a build.
  const place = join(realPath(dirname(resolve(out))), basename(out));
  const around = READ.map((name) => join(resolve(data), name)).find((folder) => `${place}${sep}`.startsWith(`${realPath(folder)}${sep}`));
  if (around !== undefined) throw new Misuse(`${out}: the next build would read this site, for it reads all in ${around}; name another place with --out`);
}

/**
 * The workspace in a folder, or what is wrong with it. `hashes` is what is known of its files.
 * @throws Misuse when there is no such folder.
 */
export async function workspaceIn(folder: string, hashes?: Hashes): Promise<Workspace | { readonly issues: readonly Issue[] }> {
  const found = await stat(folder).catch(() => null);
  if (found === null) throw new Misuse(`${folder}: there is no such folder; name the workspace with --data`);
  if (!found.isDirectory()) throw new Misuse(`${folder}: this is not a folder; name the workspace with --data`);
  return loadWorkspace(folder, hashes);
}

/**
 * The day that `--as-of` names, undefined where it was not given.
 * @throws Misuse when it is not a day of the calendar.
 */
export function asOfDay(text: string | undefined): string | undefined {
  if (text !== undefined && dayFromText(text) === null) throw new Misuse(`"${text}" is no day of the calendar; write --as-of YYYY-MM-DD`);
  return text;
}
