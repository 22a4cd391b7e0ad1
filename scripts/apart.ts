import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { exportsAmong, type Progress } from '../src/exports/exports.ts';
import type { Hashes } from '../src/load/file-hash.ts';
import type { Workspace } from '../src/load/workspace.ts';
import type { Report } from '../src/report/model.ts';
import type { DiskCache } from './cache.ts';
import type { Beside } from './contract.ts';
import { keepAhead, sizesOf } from './keeping.ts';
import { failure, processOf, type Failed } from './processes.ts';
import type { Outcome, Stages } from './stages.ts';

/** Bytes of exports from which a report is made apart: below, a second start costs more than the memory is worth. */
export const LEAST_APART = 100_000_000;

/** What the other process is told. */
export interface Asked {
  readonly data: string;
  readonly out: string;
  readonly asOf: string | undefined;
  /** The folder of the columns that are kept, undefined where none are. */
  readonly cache: string | undefined;
  readonly beside: Beside;
  /** What is known of the files. */
  readonly hashes: Hashes;
  /** Whether they have been read into the cache already, and told of. */
  readonly ahead: boolean;
}

/** The outcome, and whether there is a report. */
type Made = Omit<Outcome, 'report' | 'figures' | 'kept'> & { readonly written: boolean };

/** What it answers: how far it is, the outcome, whose report then lies in its file, that its figures do too; or what went wrong. */
export type Answer = { readonly progress: Parameters<Progress> } | { readonly made: Made } | { readonly kept: true } | { readonly failed: Failed };

const reportIn = async (file: string): Promise<Report> => JSON.parse(await readFile(file, 'utf8')) as Report;

/** The process that makes the report, begun but not asked yet, and with what error it ends, at the latest once it is done. */
interface Begun {
  readonly other: ChildProcess;
  readonly ended: Promise<Error>;
}

/** Begins the process, which holds nobody up until it is asked. */
function reporter(cache: string | undefined): Begun {
  const other = processOf('largest', 'scripts/apart-worker.ts', cache, ...(cache === undefined ? [] : ['kept']));
  const ended = new Promise<Error>((resolve) => {
    other.once('error', resolve);
    other.once('exit', (code, signal) =>
      resolve(failure({ message: `the process that makes the report ended with ${signal ?? `code ${code}`}`, code: signal ?? undefined })),
    );
  });
  other.unref();
  other.channel?.unref();
  return { other, ended };
}

function asking({ other, ended }: Begun, asked: Asked, shown: Progress): { readonly made: Promise<Made>; readonly kept: Promise<void> } {
  const [made, kept] = [Promise.withResolvers<Made>(), Promise.withResolvers<void>()];
  const fail = (error: Error): void => {
    made.reject(error);
    kept.reject(error);
  };
  kept.promise.catch(() => {});
  other.on('message', (answer: Answer) => {
    if ('progress' in answer) shown(...answer.progress);
    else if ('made' in answer) made.resolve(answer.made);
    else if ('kept' in answer) kept.resolve();
    else fail(failure(answer.failed));
  });
  void ended.then(fail);
  other.ref();
  other.channel?.ref();
  if (other.connected) other.send(asked, () => {});
  return { made: made.promise, kept: kept.promise };
}

/** Whether the report of a workspace is made in a process of its own. */
export const isLarge = ({ files, settings }: Pick<Workspace, 'files' | 'settings'>): boolean =>
  sizesOf(exportsAmong(files, settings)).reduce((sum, size) => sum + size, 0) >= LEAST_APART;

/** What the report is made with apart. */
export interface MadeApart {
  readonly data: string;
  readonly out: string;
  readonly cache: DiskCache | undefined;
  /** Called as soon as a processor is free to begin what comes after the report. */
  readonly spare?: () => void;
}

/**
 * The stage of a build that makes the report, in a process of its own, so that its memory is none of this one's. It gives
 * what the same stage gives here; the report has gone through its file, and the figures are being written to theirs.
 */
export const stageApart =
  ({ data, out, cache, spare }: MadeApart): Stages['report'] =>
  async (workspace, asOf, previous, shown, _, beside) => {
    let begun: Begun | undefined;
    const begin = (): Begun => {
      if (begun !== undefined) return begun;
      begun = reporter(cache?.folder);
      spare?.();
      return begun;
    };
    const ahead = cache !== undefined && (await keepAhead(data, workspace, cache, shown, begin));
    const asked = { data, out, asOf, cache: cache?.folder, beside, hashes: workspace.hashes, ahead };
    const { made, kept } = asking(begin(), asked, shown);
    const { written, ...outcome } = await made;
    const report = written ? await reportIn(beside.report) : null;
    if (report !== null) await previous(report.asOf);
    return { ...outcome, report, kept };
  };
