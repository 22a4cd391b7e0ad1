import { existsSync, watch } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathsIn } from '../src/load/folder.ts';
import { letterNames } from '../src/load/letters.ts';

/** What lies in a workspace, and what lies under its two folders; beside them the packages may lie, and a site. */
const within = (data: string): readonly (readonly [folder: string, recursive: boolean])[] => [
  [data, false],
  ...['exports', 'clients'].map((name) => [join(data, name), true] as const).filter(([folder]) => existsSync(folder)),
];

/** The folders that files of a workspace really lie in, where a link leads to them: watching a folder does not reach behind links. */
async function behindLinks(data: string): Promise<readonly string[]> {
  const exported = (await pathsIn(join(data, 'exports'))).map(([path]) => path);
  const written = ['settings.yaml', ...(await letterNames(data))].map((name) => join(data, name));
  const root = await realpath(data);
  const real = await Promise.all([...exported, ...written].map((path) => realpath(path).catch(() => null)));
  return [...new Set(real.filter((path) => path !== null && !path.startsWith(join(root, '/'))).map((path) => dirname(path!)))];
}

/** Calls `changed` whenever something changes in a workspace, behind its links too; ends with the function that it gives. */
export async function watchWorkspace(data: string, changed: () => void): Promise<() => void> {
  const folders = [...within(data), ...(await behindLinks(data)).map((folder) => [folder, false] as const)];
  const watchers = folders.map(([folder, recursive]) => watch(folder, { recursive }, changed));
  return () => watchers.forEach((watcher) => watcher.close());
}
