import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { ExportFile } from '../src/exports/file.ts';
import { unpacked } from '../src/exports/packed.ts';
import type { Beside } from '../src/exports/read-all.ts';
import type { Issue } from '../src/issue.ts';
import { own } from './root.ts';

/** What the other process is given at its start. */
export interface Given {
  /** The workspace's folder. */
  readonly folder: string;
  readonly settingsText: string;
}

/** What it answers to the name of a file. */
export type Answer = { readonly parts: readonly Uint8Array[] } | { readonly issue: Issue } | { readonly failed: string };

/** Bytes that a second processor must be able to take off the first before it is worth its start. */
export const LEAST_SHARED = 16_000_000;
/** Bytes in all beyond which one processor reads alone: two at work take 250 MB more than one, and a gigabyte is to be enough. */
export const MOST_SHARED = 1_000_000_000;
/** How many times its size a file packed by gzip is taken for. */
const PACKED = 10;

/** Bytes that these files are taken for once they are unpacked. */
export const sizesOf = (files: readonly Pick<ExportFile, 'name' | 'size'>[]): readonly number[] =>
  files.map(({ name, size }) => (/\.gz$/i.test(name) ? PACKED * size : size));

/** Whether two processors read these files in less time than one, within a gigabyte: what can be read beside the largest is no trifle. */
export function pays(files: readonly Pick<ExportFile, 'name' | 'size'>[], processors: number): boolean {
  const sizes = sizesOf(files);
  const sum = sizes.reduce((total, size) => total + size, 0);
  return processors > 1 && sum <= MOST_SHARED && sum - Math.max(...sizes) >= LEAST_SHARED;
}

/**
 * A process that reads files of a workspace by their names; what it throws is thrown here. A thread would leave this process the memory
 * that it took.
 */
export function readerBeside(given: Given): Beside {
  const other = fork(own('scripts/beside-worker.ts'), { serialization: 'advanced', execArgv: process.execArgv });
  const failed = new Promise<never>((_, reject) => {
    other.once('error', reject);
    other.once('exit', (code, signal) => reject(new Error(`the second reader ended with ${signal ?? `code ${code}`}`)));
  });
  failed.catch(() => {});
  const asked = (what: Given | string): void => void other.send(what, (error) => error !== null && other.emit('error', error));
  asked(given);
  return {
    async read({ name }) {
      const answered = new Promise<Answer>((resolve) => other.once('message', resolve));
      asked(name);
      const answer = await Promise.race([answered, failed]);
      if ('failed' in answer) throw new Error(answer.failed);
      // Copies of their own: in the message they lie at any byte, where a column cannot begin.
      return 'parts' in answer ? unpacked(answer.parts.map((part) => new Uint8Array(part))) : answer.issue;
    },
    async end() {
      if (other.exitCode === null && other.signalCode === null && other.kill()) await once(other, 'exit');
    },
  };
}

/** A second processor for the files of a workspace, where the machine has one and it pays. */
export const besideFor =
  (given: Given) =>
  (files: readonly ExportFile[]): Beside | null =>
    pays(files, availableParallelism()) ? readerBeside(given) : null;
