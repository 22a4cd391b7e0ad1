import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a build, it fills the disk after the n-th change under a folder: every later one that needs room fails,
 * and removing works on. FULL_AT=n, FULL_UNDER=folder.
 */
const under = process.env['FULL_UNDER'] ?? '';
const at = Number(process.env['FULL_AT']);
let seen = 0;

type Change = (...args: readonly unknown[]) => unknown;

function full(path: unknown): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, write '${String(path)}'`), { code: 'ENOSPC', syscall: 'write', path: String(path) });
}

const isOver = (args: readonly unknown[]): boolean => args.slice(0, 2).some((path) => String(path).startsWith(under)) && ++seen > at;

function limit(module: object, names: readonly string[]): void {
  const functions = module as Record<string, Change>;
  for (const name of names) {
    const change = functions[name]!;
    functions[name] = (...args) => {
      if (isOver(args)) throw full(args[0]);
      return change(...args);
    };
  }
}

function limitAsync(module: object, names: readonly string[]): void {
  const functions = module as Record<string, Change>;
  for (const name of names) {
    const change = functions[name]!;
    functions[name] = async (...args) => {
      if (isOver(args)) throw full(args[0]);
      return change(...args);
    };
  }
}

limit(fs, ['linkSync', 'mkdirSync', 'symlinkSync', 'writeFileSync']);
limitAsync(fs.promises, ['mkdir', 'writeFile', 'appendFile']);
syncBuiltinESMExports();
