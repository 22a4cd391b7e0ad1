import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ExportFile } from '../src/exports/file.ts';
import { unpacked } from '../src/exports/packed.ts';
import type { Beside } from '../src/exports/read-all.ts';
import type { Issue } from '../src/issue.ts';
import { own } from './root.ts';

/** What the other thread is given at its start. */
export interface Given {
  /** The workspace's folder. */
  readonly folder: string;
  readonly settingsText: string;
}

/** What it answers to the name of a file. */
export type Answer = { readonly parts: readonly Uint8Array[] } | { readonly issue: Issue };

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

/** A second thread that reads files of a workspace by their names; what it throws is thrown here. */
export function readerBeside(given: Given): Beside {
  const worker = new Worker(own('scripts/beside-worker.ts'), { workerData: given });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the second thread ended with code ${code}`)));
  });
  failed.catch(() => {});
  return {
    async read({ name }) {
      const answered = new Promise<Answer>((resolve) => worker.once('message', resolve));
      worker.postMessage(name);
      const answer = await Promise.race([answered, failed]);
      return 'parts' in answer ? unpacked(answer.parts) : answer.issue;
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** A second processor for the files of a workspace, where the machine has one and it pays. */
export const besideFor =
  (given: Given) =>
  (files: readonly ExportFile[]): Beside | null =>
    pays(files, availableParallelism()) ? readerBeside(given) : null;
