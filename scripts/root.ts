import { extname, join, resolve } from 'node:path';

/** The folder that `src` and `scripts` lie in: the clone, or the compiled copy of both inside the installed package. */
export const ROOT = resolve(import.meta.dirname, '..');

/** What a module's file ends with: `.ts` in the clone, `.js` in the package, since Node.js strips no types under node_modules. */
export const CODE = extname(import.meta.filename);

/** Whether this is the installed package. */
export const isPackage = CODE === '.js';

/** The path of an own file, named as it is in the clone. */
export const own = (path: string): string => join(ROOT, path.replace(/\.ts$/, CODE));

/** How a command is called where it runs: `npm run check -- --data DIR` in the clone, `npx courtesy check --data DIR` by the package. */
export function called(name: string, ...words: readonly string[]): string {
  if (isPackage) return ['npx courtesy', name, ...words].join(' ');
  return ['npm run', name, ...(words.length === 0 ? [] : ['--', ...words])].join(' ');
}

/** Whether this folder is the clone itself, where the demo lies in `data`. */
export const isClone = (folder: string): boolean => !isPackage && resolve(folder) === ROOT;
