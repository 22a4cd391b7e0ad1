import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPackage, own, ROOT } from './root.ts';

/** The folders in which a module under `folder` finds its packages, the nearest first. */
function packageFolders(folder: string): readonly string[] {
  const up = dirname(folder);
  const here = join(folder, 'node_modules');
  return [...(existsSync(here) ? [here] : []), ...(up === folder ? [] : packageFolders(up))];
}

/** The packages in a folder of them, by name. */
const packagesIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) =>
    name.startsWith('.') ? [] : name.startsWith('@') ? readdirSync(join(folder, name)).map((one) => `${name}/${one}`) : [name],
  );

/**
 * Puts the packages that `from` finds into the reach of `work`, where they are not yet: the clone has all of them in one folder; those
 * of an installed package may be parted between its own folder and the one it lies in.
 */
export function reachPackages(from: string, work: string): void {
  const target = join(work, 'node_modules');
  if (existsSync(target)) return;
  const [nearest, ...others] = packageFolders(from);
  if (nearest === undefined) throw new Error(`${from} has no packages; install them with npm`);
  if (others.length === 0) {
    symlinkSync(nearest, target, 'junction');
    return;
  }
  for (const folder of [nearest, ...others])
    for (const name of packagesIn(folder)) {
      const link = join(target, name);
      mkdirSync(dirname(link), { recursive: true });
      if (!existsSync(link)) symlinkSync(join(folder, name), link, 'junction');
    }
}

/**
 * The folder that Astro renders from: the clone; of an installed package, into which Astro would write and nobody may have to, a copy
 * in `work`.
 */
export function pagesFrom(work: string): string {
  if (!isPackage) return ROOT;
  const copy = join(work, 'pages');
  if (!existsSync(copy)) for (const part of ['src', 'astro.config.mjs', 'package.json']) cpSync(own(part), join(copy, part), { recursive: true });
  return copy;
}
