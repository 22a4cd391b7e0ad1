import { withLines } from '../src/settings-yaml.ts';
import { buildReport } from '../src/pipeline.ts';
import { folderOf, isSecret } from '../src/share/tokens.ts';
import type { DiskCache } from './cache.ts';
import { keepAhead } from './keeping.ts';
import type { Second } from './counting.ts';
import type { Stages } from './stages.ts';

/** What a report is made with besides the workspace. */
export interface Making {
  /** The workspace's folder. */
  readonly data: string;
  readonly cache: DiskCache | undefined;
  /** What the folders of clients' pages are named by. */
  readonly secret: string | undefined;
  /** A second processor for the figures. */
  readonly second?: Second | undefined;
  /** Whether the files have been read into the cache already, and told of. */
  readonly ahead?: boolean;
}

/** The stage of a build that makes the report. */
export const reportStage =
  ({ data, cache, secret, second, ahead }: Making): Stages['report'] =>
  async ({ sent, ...workspace }, asOf, previous, shown, published) => {
    const { files, settings, settingsText, logo, letters } = workspace;
    const sharing = isSecret(secret) ? { folderOf: (client: string, rotation: string) => folderOf(secret, client, rotation), letters } : null;
    const told = ahead ?? (cache !== undefined && (await keepAhead(data, workspace, cache, shown)));
    const effects = { cache, progress: told ? undefined : shown, counting: second?.counting({ ...workspace, sent }, asOf) };
    const built = await buildReport(files, settings, { asOf, previous, published, logo, sharing, sent, ...effects });
    return { ...built, issues: withLines(built.issues, settingsText) };
  };
