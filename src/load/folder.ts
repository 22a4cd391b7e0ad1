import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { isHidden } from '../exports/file.ts';
import { issue, type Issue, type IssueCode } from '../issue.ts';
import { isAbsent, nameIn } from './stored.ts';

const holds = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/**
 * The paths of the files under a folder but hidden ones, each with why it cannot be opened or null. Links are followed; those that lead nowhere
 * are there too, since someone meant them to be read. A folder that several ways lead to is entered once, by the way without links if there is one.
 */
async function listed(root: string): Promise<ReadonlyMap<string, Issue | null>> {
  const found = new Map<string, Issue | null>();
  const links: (readonly [path: string, within: string])[] = [];
  const entered = new Set<string>();
  const refuse = (code: IssueCode, path: string, detail = '') => found.set(path, issue(code, { file: nameIn(root, path), detail }));
  const unreadable = (path: string) => (error: unknown) => void refuse('file-unreadable', path, (error as Error).message);
  async function enter(folder: string, real: string): Promise<void> {
    if (entered.has(real)) return;
    entered.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.filter(({ name }) => !isHidden(name)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) links.push([path, real]);
      else if (entry.isDirectory()) await enter(path, join(real, entry.name)).catch(unreadable(path));
      else if (entry.isFile()) found.set(path, null);
      else refuse('file-not-regular', path);
    }
  }
  const top = await realpath(root);
  async function follow(path: string, within: string): Promise<void> {
    const target = await stat(path);
    if (target.isFile()) found.set(path, null);
    else if (!target.isDirectory()) refuse('file-not-regular', path);
    else {
      const real = await realpath(path);
      if (!entered.has(real) && (holds(real, within) || holds(real, top))) refuse('link-upwards', path);
      else await enter(path, real);
    }
  }
  await enter(root, top);
  for (const [path, within] of links) await follow(path, within).catch(unreadable(path));
  return found;
}

/** The paths of the files under a folder in order, each with why it cannot be opened or null; none where there is no such folder. */
export async function pathsIn(folder: string): Promise<readonly (readonly [path: string, refused: Issue | null])[]> {
  const found = await listed(folder).catch((error: unknown) => {
    if (isAbsent(error)) return new Map<string, Issue | null>();
    throw error;
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
