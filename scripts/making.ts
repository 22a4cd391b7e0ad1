import { withLines } from '../src/load.ts';
import { buildReport } from '../src/pipeline.ts';
import { folderOf, isSecret } from '../src/share/tokens.ts';
import { besideFor } from './beside.ts';
import type { DiskCache } from './cache.ts';
import type { Stages } from './stages.ts';

/** What a report is made with besides the workspace. */
export interface Making {
  /** The workspace's folder. */
  readonly data: string;
  readonly cache: DiskCache | undefined;
  /** What the folders of clients' pages are named by. */
  readonly secret: string | undefined;
}

/** The stage of a build that makes the report. */
export const reportStage =
  ({ data, cache, secret }: Making): Stages['report'] =>
  async ({ files, settings, settingsText, logo, letters, sent }, asOf, previous, shown, published) => {
    const sharing = isSecret(secret) ? { folderOf: (client: string, rotation: string) => folderOf(secret, client, rotation), letters } : null;
    const beside = besideFor({ folder: data, settingsText });
    const built = await buildReport(files, settings, { asOf, previous, published, progress: shown, cache, logo, sharing, sent, beside });
    return { ...built, issues: withLines(built.issues, settingsText) };
  };
