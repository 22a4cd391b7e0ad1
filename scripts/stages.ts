import type { Progress } from '../src/exports/exports.ts';
import type { SentArchive } from '../src/facts/sent-page.ts';
import type { Issue } from '../src/issue.ts';
import type { Workspace } from '../src/load/workspace.ts';
import type { Figures } from '../src/measures/grid.ts';
import type { Identity } from '../src/report/identities.ts';
import type { Report } from '../src/report/model.ts';
import type { Traces } from '../src/gates/traces.ts';
import type { Beside } from './contract.ts';
import type { Ending } from './endings.ts';
import type { Brought } from './gating.ts';
import type { Earlier } from './previous.ts';
import type { RenderShares } from './shares.ts';

/** What is asked of a build. */
export interface Order {
  readonly data: string;
  readonly out: string;
  readonly asOf: string | undefined;
  /** What the folders of clients' pages are named by. */
  readonly secret?: string | undefined;
  /** The environment, for the passphrases of clients' pages and the page of a CI job. */
  readonly env?: NodeJS.ProcessEnv;
  /** Findings of gates to publish in spite of. */
  readonly confirm?: readonly string[] | undefined;
  /** Today, the machine's where it is not given. */
  readonly today?: string | undefined;
}

/** What making the report gives: the figures, or when they will lie in their file. */
export interface Outcome {
  readonly report: Report | null;
  readonly issues: readonly Issue[];
  readonly figures?: Figures;
  readonly kept?: Promise<void>;
  readonly identities?: readonly Identity[];
  /** What the gates ask; without it they are not asked. */
  readonly gated?: Brought['gated'];
}

/** The long stages of a build. */
export interface Stages {
  readonly report: (
    workspace: Workspace & { readonly sent?: SentArchive },
    asOf: string | undefined,
    previous: Earlier,
    progress: Progress,
    published: Traces | null,
    beside: Beside,
  ) => Promise<Outcome>;
  /** Renders the pages of the report in a file into a folder inside `work`. */
  readonly pages: (reportFile: string, folder: string, work: string) => Promise<void>;
  readonly shares?: RenderShares;
}

/** A build on its way. */
export interface Job extends Ending {
  readonly order: Order;
  readonly workspace: Workspace;
  readonly stages: Stages;
}
