import { createHash } from 'node:crypto';
import type { SentArchive } from '../src/facts/sent-page.ts';
import type { Workspace } from '../src/load.ts';
import type { Counted } from '../src/measures/cells.ts';
import { countsIn } from './counts.ts';
import { giveBack, processOf } from './processes.ts';

type Inputs = Workspace & { readonly sent?: SentArchive };

/**
 * Counts the latter part of all measures of a workspace up to a day, one after the other; null where that went wrong: whoever asked
 * counts it himself.
 */
export type Latter = (inputs: Inputs, asOf: string | undefined) => Promise<Iterable<Counted> | null>;

/** What the other process is told. */
export interface Asked {
  readonly data: string;
  readonly out: string;
  readonly asOf: string | undefined;
  /** The folder of the columns that are kept. */
  readonly cache: string;
  /** Where it writes what it counted. */
  readonly file: string;
}

/** A name of all that the figures hang on: equal for equal files, settings and sendings. */
export async function nameOf({ files, settingsText, sent }: Inputs): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([settingsText, sent]));
  for (const file of files) hash.update(JSON.stringify([file.name, file.refused?.code, await file.hash?.()]));
  return hash.digest('hex');
}

/**
 * A second process for the figures, begun at once, which reads the workspace for itself when it is asked. What it counted is taken only
 * where it has read the same; of one that fails nothing is said, since the first then does the same work.
 */
export function latterApart(given: Omit<Asked, 'asOf'>): Latter {
  const other = processOf('scripts/latter-worker.ts', given.cache);
  const read = new Promise<string | null>((resolve) => {
    other.once('message', (name: string) => resolve(name));
    other.once('error', () => resolve(null));
    other.once('exit', () => resolve(null));
  });
  return async (inputs, asOf) => {
    other.send({ ...given, asOf } satisfies Asked, () => {});
    const same = (await read) === (await nameOf(inputs).catch(() => undefined));
    giveBack();
    return same ? countsIn(given.file) : null;
  };
}
