import { fork, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { own } from './root.ts';

/** With 4 MB for what is young, as for commands that read exports themselves, a sixth of the time goes to its collection. Of several Node.js takes the last. */
const OPTIONS: readonly string[] = ['--max-semi-space-size=16'];

/**
 * Begins a process that runs a file of ours and takes messages. `cache` is the folder of the columns, undefined where nothing is to be kept: beside it
 * Node.js keeps the code as it has compiled it.
 */
export const processOf = (script: string, cache: string | undefined): ChildProcess =>
  fork(own(script), {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...OPTIONS],
    env: { ...process.env, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: join(dirname(cache), 'code') }) },
  });
