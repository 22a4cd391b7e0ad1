import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** One run in a process of its own: seconds by the clock and of the processors, peak memory of the process. */
export interface Run {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** A run from facts to cells: also the peak when the facts stood ready, and how many measures found rows. */
export interface CellsRun extends Run {
  readonly factsMegabytes: number;
  readonly measures: number;
}

const execute = promisify(execFile);

/** Runs one kind of work over files, with a folder for what is kept of them or '' for none. */
export async function measured<R extends Run = Run>(what: 'bare' | 'facts' | 'cells' | 'warm' | 'duck', kept: string, ...paths: readonly string[]): Promise<R> {
  const { stdout } = await execute(process.execPath, [...process.execArgv, join(import.meta.dirname, 'run.ts'), what, kept, ...paths]);
  return JSON.parse(stdout) as R;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

export const grouped = (count: number): string => count.toLocaleString('en');
