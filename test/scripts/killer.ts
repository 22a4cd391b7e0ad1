import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a build, it kills the process after its n-th change of the disk under a folder, the site's own files
 * aside: KILL_AT=n, KILL_UNDER=folder.
 */
const under = process.env['KILL_UNDER'] ?? '';
const at = Number(process.env['KILL_AT']);
let seen = 0;

const isCounted = (path: unknown): boolean => String(path).startsWith(under) && !String(path).includes('internal');

function watched(change: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => {
    const result = change(...args);
    if (args.slice(0, 2).some(isCounted) && ++seen === at) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}

function watch(module: object, names: readonly string[]): void {
  const functions = module as Record<string, (...args: unknown[]) => unknown>;
  for (const name of names) functions[name] = watched(functions[name]!);
}

watch(fs, ['linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'symlinkSync', 'writeFileSync']);
syncBuiltinESMExports();
