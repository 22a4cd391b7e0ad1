import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { pathsIn } from './folder.ts';
import { letterNames } from './letters.ts';
import { nameIn, storedAt } from './stored.ts';

/** What files of a workspace are told by, by their paths in it: size, times and place on the disk; '' where there is none. */
export type FileStates = ReadonlyMap<string, string>;

async function statesOf(folder: string, names: readonly string[]): Promise<FileStates> {
  const stateOf = (name: string): Promise<string> =>
    storedAt(join(folder, name))
      .state()
      .catch(() => '');
  return new Map(await Promise.all(names.map(async (name) => [name, await stateOf(name)] as const)));
}

/** What all files are told by now that a workspace is read from, but for the firm's picture, which the settings name. */
export async function statesIn(folder: string): Promise<FileStates> {
  const exported = await pathsIn(join(folder, 'exports'));
  return statesOf(folder, ['settings.yaml', ...(await letterNames(folder)), ...exported.map(([path]) => nameIn(folder, path))]);
}

/** What the firm's picture is told by now; empty where the settings name none. */
export async function pictureState(folder: string, { firm: { logo } }: Settings): Promise<FileStates> {
  return statesOf(folder, logo === undefined ? [] : [logo]);
}

/** A workspace as it was before it was read. */
interface Before {
  readonly states: FileStates;
  readonly settings: Settings;
}

/** The files of a workspace that are no longer as they were before it was read, that came since or that are gone, by their paths in it. */
export async function changedSince(folder: string, { states, settings }: Before): Promise<readonly string[]> {
  const now = new Map([...(await statesIn(folder)), ...(await pictureState(folder, settings))]);
  return [...new Set([...states.keys(), ...now.keys()])].filter((name) => states.get(name) !== now.get(name)).sort();
}
