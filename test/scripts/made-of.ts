import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

function reached(module: string, known: Set<string>): ReadonlySet<string> {
  if (known.has(module)) return known;
  known.add(module);
  for (const [, target] of readFileSync(module, 'utf8').matchAll(/^(?:import|export)\s(?!type\s)[^;]*?'(\.[^']+\.ts)'/gm))
    reached(resolve(dirname(module), target!), known);
  return known;
}

/** The modules of the project whose code a module runs, itself among them, by their paths in it. */
export const madeOf = (module: string): readonly string[] =>
  [...reached(join(ROOT, module), new Set())].map((path) => relative(ROOT, path).split(sep).join('/'));

/** Those of a module's modules that lie in none of these places. */
export const outside = (module: string, places: readonly string[]): readonly string[] =>
  madeOf(module).filter((path) => !places.some((place) => path === place || path.startsWith(`${place}/`)));
