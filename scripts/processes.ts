import { fork, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { own } from './root.ts';

/** What a process of our own is for: reading exports, whose young memory is kept small, or figures, of whose time a sixth would go to that. */
export type Work = 'reading' | 'figures';

/** Node.js takes the last of several. */
const OPTIONS: Readonly<Record<Work, readonly string[]>> = { reading: [], figures: ['--max-semi-space-size=16'] };

/**
 * Begins a process that runs a file of ours and takes messages. `cache` is the folder of the columns, undefined where nothing is to be kept: beside it
 * Node.js keeps the code as it has compiled it.
 */
export const processOf = (script: string, work: Work, cache: string | undefined): ChildProcess =>
  fork(own(script), {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...OPTIONS[work]],
    env: { ...process.env, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: join(dirname(cache), 'code') }) },
  });
