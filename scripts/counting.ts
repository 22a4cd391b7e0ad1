import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SentArchive } from '../src/facts/sent-page.ts';
import type { Hashes } from '../src/load/file-hash.ts';
import type { Workspace } from '../src/load/workspace.ts';
import { countedOf, type Counted } from '../src/measures/cells.ts';
import { groups, measures } from '../src/measures/index.ts';
import type { Context, Measure } from '../src/measures/measure.ts';
import { claimed } from './claims.ts';
import { countsIn, countsKept } from './counts.ts';
import { giveBack, processOf } from './processes.ts';

type Inputs = Workspace & { readonly sent?: SentArchive };

/** What the other process is told at first. */
export interface Asked {
  readonly data: string;
  readonly out: string;
  readonly asOf: string | undefined;
  /** The folder of the columns that are kept. */
  readonly cache: string;
  readonly hashes: Hashes;
  /** A folder that both may write to and nobody else reads. */
  readonly shared: string;
  /** Where the other writes all figures. */
  readonly figures: string;
}

/** What it is told later: that the counts of the first are whole, and fit its own. */
export interface Fits {
  readonly fits: true;
}

/** What it answers: a name of all that it has read, once it has counted; that the figures lie in their file. */
export type Answer = { readonly counted: string } | { readonly written: true };

/** The files of the counts in the shared folder. */
export const FIRST = 'first';
export const SECOND = 'second';

/** A name of all that the figures hang on: equal for equal files, settings and sendings. */
export async function nameOf({ files, settingsText, sent }: Inputs): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([settingsText, sent]));
  for (const file of files) hash.update(JSON.stringify([file.name, file.refused?.code, await file.hash?.()]));
  return hash.digest('hex');
}

/** A second process at work on the figures. */
export interface Second {
  /** Counts all measures together with it. */
  readonly counting: (inputs: Inputs, asOf: string | undefined) => (context: Context) => AsyncIterable<Counted>;
  /** Whether it has written all figures to their file; where not, it will not any more. */
  readonly written: () => Promise<boolean>;
  /** Ends it; from then on it writes nothing. */
  readonly end: () => Promise<void>;
}

/** The counts of the other up to where they can be read. */
function* readable(path: string): Generator<Counted> {
  try {
    yield* countsIn(path);
  } catch {
    return;
  }
}

/**
 * A second process for the figures, begun at once, which reads the workspace for itself. The two share the measures out as they go, from both ends
 * of their list; each leaves its counts to the other, which makes the report of them here and writes all figures to their file there. What it
 * counted is taken only where it has read the same; of one that fails nothing is said, since the first then does the same work.
 */
export function secondProcess(): (given: Omit<Asked, 'asOf' | 'hashes'>) => Second {
  const other = processOf('beside', 'scripts/counting-worker.ts', undefined);
  const ended = new Promise<null>((resolve) => {
    other.once('error', () => resolve(null));
    other.once('exit', () => resolve(null));
  });
  const answers = new Promise<string>((resolve) => other.on('message', (answer: Answer) => 'counted' in answer && resolve(answer.counted)));
  const done = new Promise<true>((resolve) => other.on('message', (answer: Answer) => 'written' in answer && resolve(true)));
  const end = async (): Promise<void> => {
    if (other.exitCode === null) other.kill('SIGKILL');
    await ended;
  };
  return (given) => ({
    end,
    async written() {
      const written = await Promise.race([done, ended]);
      await ended;
      return written ?? false;
    },
    counting: (inputs, asOf) => {
      mkdirSync(given.shared, { recursive: true });
      other.send({ ...given, asOf, hashes: inputs.hashes } satisfies Asked, () => {});
      return async function* (context) {
        const left = new Set<Measure>(measures);
        const ours = function* (): Generator<Measure> {
          for (const group of claimed(given.shared, groups.entries()))
            for (const measure of group) {
              left.delete(measure);
              yield measure;
            }
        };
        yield* countsKept(join(given.shared, FIRST), countedOf(ours(), context));
        giveBack();
        const [theirs, name] = [await Promise.race([answers, ended]), await nameOf(inputs).catch(() => undefined)];
        const found = new Set<string>();
        if (theirs !== name) await end();
        else {
          other.send({ fits: true } satisfies Fits, () => {});
          for (const counted of readable(join(given.shared, SECOND))) {
            found.add(counted.account.measure);
            yield counted;
          }
        }
        yield* countedOf(
          [...left].filter(({ id }) => !found.has(id)),
          context,
        );
      };
    },
  });
}
