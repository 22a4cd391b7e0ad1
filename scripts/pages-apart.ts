import { once } from 'node:events';
import { processOf } from './processes.ts';
import type { Stages } from './stages.ts';

/** What the other process is told once there is a report. */
export interface Asked {
  readonly reportFile: string;
  /** Where the pages go, inside `work`. */
  readonly folder: string;
  readonly work: string;
}

/** What went wrong, undefined where nothing did. */
export type Answer = { readonly message: string; readonly code: string | undefined } | undefined;

/**
 * The stage that renders the pages, in a process of its own that is begun at once, so that all is loaded when their report is there. `workspace` and
 * `cache`, the folder of the columns, say which charts are kept; without a cache none are.
 */
export function pagesApart(workspace: string, cache: string | undefined): Stages['pages'] {
  const other = processOf('scripts/pages-worker.ts', cache, workspace, ...(cache === undefined ? [] : ['kept']));
  const ended = once(other, 'exit').then(
    ([code, signal]): Answer => ({ message: `the process that renders the pages ended with ${signal ?? `code ${code}`}`, code: undefined }),
    ({ message }: Error): Answer => ({ message, code: undefined }),
  );
  other.unref();
  other.channel?.unref();
  return async (reportFile, folder, work) => {
    other.channel?.ref();
    const answered = once(other, 'message').then(([answer]) => (answer as { readonly failed?: Answer }).failed);
    if (other.connected) other.send({ reportFile, folder, work } satisfies Asked, () => {});
    const failed = await Promise.race([answered, ended]);
    if (other.connected) other.disconnect();
    if (failed !== undefined) throw Object.assign(new Error(failed.message), failed.code === undefined ? {} : { code: failed.code });
  };
}
