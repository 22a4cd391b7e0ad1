import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { ExportFile } from '../src/exports/file.ts';
import type { Progress } from '../src/exports/exports.ts';
import type { Report } from '../src/report/model.ts';
import { sizesOf } from './beside.ts';
import type { Beside } from './contract.ts';
import { own } from './root.ts';
import type { Outcome, Stages } from './stages.ts';

/** Bytes of exports from which a report is made apart: below, a second start costs more than the memory is worth. */
export const LEAST_APART = 100_000_000;

/** What the other process is told. */
export interface Asked {
  readonly data: string;
  readonly out: string;
  readonly asOf: string | undefined;
  readonly cached: boolean;
  readonly beside: Beside;
}

/** What it answers: how far it is, and at last the outcome, whose report and figures then lie in their files; or what went wrong. */
export type Answer =
  | { readonly progress: Parameters<Progress> }
  | { readonly made: Omit<Outcome, 'report' | 'figures'> & { readonly written: boolean } }
  | { readonly failed: { readonly message: string; readonly code: string | undefined } };

const reportIn = async (file: string): Promise<Report> => JSON.parse(await readFile(file, 'utf8')) as Report;

function answered(asked: Asked, shown: Progress): Promise<Extract<Answer, { made: unknown }>['made']> {
  return new Promise((resolve, reject) => {
    const other = fork(own('scripts/apart-worker.ts'), { serialization: 'advanced', execArgv: process.execArgv });
    other.on('message', (answer: Answer) => {
      if ('progress' in answer) shown(...answer.progress);
      else if ('made' in answer) resolve(answer.made);
      else reject(Object.assign(new Error(answer.failed.message), answer.failed.code === undefined ? {} : { code: answer.failed.code }));
    });
    other.once('error', reject);
    other.once('exit', (code, signal) => reject(new Error(`the process that makes the report ended with ${signal ?? `code ${code}`}`)));
    other.send(asked);
  });
}

/** Whether a report of these files is made in a process of its own. */
export const isLarge = (files: readonly Pick<ExportFile, 'name' | 'size'>[]): boolean => sizesOf(files).reduce((sum, size) => sum + size, 0) >= LEAST_APART;

/**
 * The stage of a build that makes the report, in a process of its own, whose memory is free again before the pages are
 * made. It gives what the same stage gives here; the report has gone through its file, and the figures already lie in theirs.
 */
export const stageApart =
  (given: Pick<Asked, 'data' | 'out' | 'cached'>): Stages['report'] =>
  async (_, asOf, previous, shown, __, beside) => {
    const { written, ...outcome } = await answered({ ...given, asOf, beside }, shown);
    const report = written ? await reportIn(beside.report) : null;
    if (report !== null) await previous(report.asOf);
    return { ...outcome, report };
  };
