import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Part } from './astro.ts';
import { failure, processOf, type Failed } from './processes.ts';
import type { Stages } from './stages.ts';
import { allEnded } from './turns.ts';

/** What the other process is told once there is a report. */
export interface Asked {
  readonly reportFile: string;
  /** Where the pages go, inside `work`. */
  readonly folder: string;
  readonly work: string;
  readonly part: Part;
}

/** What went wrong, undefined where nothing did. */
export type Answer = Failed | undefined;

/** More would each take the memory of a report, and load all that renders it. */
const PROCESSES = Math.min(2, availableParallelism());

/** A process that renders pages, begun at once, so that all is loaded when their report is there. Gives what has it render its part. */
function renderer(words: readonly string[], cache: string | undefined): (asked: Asked) => Promise<void> {
  const other: ChildProcess = processOf('beside', 'scripts/pages-worker.ts', cache, ...words);
  const ended = once(other, 'exit').then(
    ([code, signal]): Answer => ({ message: `the process that renders the pages ended with ${signal ?? `code ${code}`}`, code: signal ?? undefined }),
    ({ message }: Error): Answer => ({ message, code: undefined }),
  );
  other.unref();
  other.channel?.unref();
  return async (asked) => {
    other.channel?.ref();
    const answered = once(other, 'message').then(([answer]) => (answer as { readonly failed?: Answer }).failed);
    if (other.connected) other.send(asked, () => {});
    const failed = await Promise.race([answered, ended]);
    if (other.connected) other.disconnect();
    if (failed !== undefined) throw failure(failed);
  };
}

/** Moves all files under a folder to the same places under another, where none of them is yet. */
function moveInto(folder: string, from: string): void {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [here, there] = [join(from, entry.name), join(folder, entry.name)];
    if (entry.isDirectory()) moveInto(there, here);
    else renameSync(here, there);
  }
}

/**
 * The stage that renders the pages, in processes of their own that share them. `workspace` and `cache`, the folder of the columns, say which
 * charts are kept; without a cache none are.
 */
export function pagesApart(workspace: string, cache: string | undefined): Stages['pages'] {
  const words = [workspace, ...(cache === undefined ? [] : ['kept'])];
  const renderers = Array.from({ length: PROCESSES }, () => renderer(words, cache));
  return async (reportFile, folder, work) => {
    const places = renderers.map((_, at) => (at === 0 ? { work, folder } : { work: join(work, `part-${at}`), folder: join(work, `part-${at}`, 'site') }));
    for (const place of places) mkdirSync(place.folder, { recursive: true });
    await allEnded(renderers.map((render, at) => render({ reportFile, ...places[at]!, part: { at, of: PROCESSES } })));
    for (const place of places.slice(1)) moveInto(folder, place.folder);
  };
}
