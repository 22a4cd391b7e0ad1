import { fork, type ChildProcess } from 'node:child_process';
import { flushCompileCache } from 'node:module';
import { compiledBeside } from './compiled.ts';
import { own } from './root.ts';

/**
 * With 4 MB for what is young, as for commands that read exports themselves, a sixth of the time goes to its collection; of several
 * Node.js takes the last. The other lets a process give back what it holds no more before it goes on.
 */
const OPTIONS: readonly string[] = ['--max-semi-space-size=16', '--expose-gc'];

/** Where another process has the other processor, threads that collect would only take its time. */
const BESIDE: readonly string[] = [...OPTIONS, '--single-threaded-gc'];

/** Columns of a megabyte lie in pages of their own, which go back to the system with them (glibc; others do not read it). */
const MEMORY = { MALLOC_MMAP_THRESHOLD_: '1000000' };

/** Gives back memory that nothing holds any more, in a process of our own: large columns would else wait for small things to fill the heap. */
export const giveBack = (): void => globalThis.gc?.();

/** Hands on the code that this process has compiled, where it is kept: those that are begun next need not compile the same. */
export const handOnCode = (): void => flushCompileCache();

/** What went wrong in another process, whose code is that of the disk, or the signal that ended the process. */
export interface Failed {
  readonly message: string;
  readonly code: string | undefined;
}

/** The same as an error of this process. */
export const failure = ({ message, code }: Failed): Error => Object.assign(new Error(message), code === undefined ? {} : { code });

/**
 * Begins a process that runs a file of ours and takes messages, beside others or as the largest: it alone marks what it may collect while it runs,
 * and so stays smaller. `cache` is the folder of the columns, undefined where nothing is to be kept: beside it
 * Node.js keeps the code as it has compiled it.
 */
export const processOf = (size: 'beside' | 'largest', script: string, cache: string | undefined, ...words: readonly string[]): ChildProcess =>
  fork(own(script), words, {
    serialization: 'advanced',
    execArgv: [...process.execArgv.filter((option) => !BESIDE.includes(option)), ...(size === 'beside' ? BESIDE : OPTIONS)],
    env: { ...process.env, ...MEMORY, ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: compiledBeside(cache) }) },
  });
