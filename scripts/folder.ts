import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refused } from './command.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder, and those that it lies in where they are missing. Not by `recursive`: Node tries for ever where there is a folder that
 * takes no other, as in /proc.
 * @throws Refused where no folder can be made in one that is there; the system's error where it says more.
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder);
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EEXIST' && isFolder(path)) return;
    if (code === 'ENOENT') throw new Refused(`${path}: no folder can be made in ${parent}; name another place`, { cause: error });
    throw error;
  }
}
