import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Progress } from '../src/exports/exports.ts';
import { issue, type Issue } from '../src/issue.ts';
import type { Workspace } from '../src/load.ts';
import type { Identity } from '../src/report/identities.ts';
import type { Report } from '../src/report/model.ts';
import { sharesAsked } from '../src/report/sharing.ts';
import { isSecret } from '../src/share/tokens.ts';
import { missingFiles, weightsOf, writeContract } from './contract.ts';
import { buildName, inputsOf } from './inputs.ts';
import { issueLines } from './messages.ts';
import type { ProgressLine } from './progress.ts';
import { earlierAt, type Earlier } from './previous.ts';
import { receipt, type Built } from './receipt.ts';
import { makeShares, type RenderShares, type SharesMade } from './shares.ts';
import { issuesLine, readLine, reportLine, sharesLine } from './summary.ts';
import { alone, checkPlace, freeName, placeAt, publish, versionsAt, type Place } from './versions.ts';
import { workspaceIn } from './workspace.ts';

/** What is asked of a build. */
export interface Order {
  readonly data: string;
  readonly out: string;
  readonly asOf: string | undefined;
  /** What the folders of clients' pages are named by. */
  readonly secret?: string | undefined;
}

/** The two long stages of a build. */
interface Outcome {
  readonly report: Report | null;
  readonly issues: readonly Issue[];
  readonly identities?: readonly Identity[];
}

export interface Stages {
  readonly report: (workspace: Workspace, asOf: string | undefined, previous: Earlier, progress: Progress) => Promise<Outcome>;
  /** Renders the pages of the report in a file into a folder inside `work`. */
  readonly pages: (reportFile: string, folder: string, work: string) => Promise<void>;
  readonly shares?: RenderShares;
}

const LIST = 'internal/data/refusals.csv';

/** Runs stages one after the other, shows each and keeps how long it took, in ms. */
function timer(shown: ProgressLine) {
  const durations: Record<string, number> = {};
  const stage = async <Result>(name: string, text: string, work: () => Promise<Result>): Promise<Result> => {
    shown.stage(text);
    const start = performance.now();
    const result = await work();
    durations[name] = Math.round(performance.now() - start);
    return result;
  };
  return { durations, stage };
}

interface Job {
  readonly order: Order;
  readonly place: Place;
  readonly workspace: Workspace;
  readonly stages: Stages;
  readonly shown: ProgressLine;
  /** Holds everything of this build until it is published. */
  readonly folder: string;
}

function refuse({ place, shown }: Pick<Job, 'place' | 'shown'>, issues: readonly Issue[]): number {
  const site = versionsAt(place).length === 0 ? 'no site was built' : 'the last site was left as it is';
  shown.say([...issueLines(issues, null), `refused: ${issuesLine(issues)}; ${site}`]);
  return 1;
}

function demandWhole(report: Report, internal: string): void {
  const missing = missingFiles(report, internal);
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  if (missing.length > 0) throw new Error(`the site lacks ${missing.slice(0, 3).join(', ')}${more}`);
}

type ShareJob = Pick<Job, 'workspace' | 'stages' | 'folder'> & { readonly report: Report; readonly identities: readonly Identity[] | undefined };

/** The pages for clients, null where the settings ask for none. */
async function sharesFor({ report, identities, workspace, stages, folder }: ShareJob): Promise<SharesMade | readonly Issue[] | null> {
  if (report.shares === undefined || identities === undefined || stages.shares === undefined) return null;
  const reportFile = join(folder, 'site', 'internal', 'report.json');
  return makeShares({ report, reportFile, settings: workspace.settings, identities, folder, render: stages.shares });
}

/** Makes the whole site in `folder`/site; the issues alone where the data were refused. */
async function assemble({ order, place, workspace, stages, shown, folder }: Job): Promise<Omit<Built, 'name' | 'sequence'> | readonly Issue[]> {
  const { durations, stage } = timer(shown);
  const internal = join(folder, 'site', 'internal');
  const reportFile = join(folder, 'report.json');
  await mkdir(internal, { recursive: true });
  const inputs = await stage('inputs', 'hashing the files', () => inputsOf(order.data, workspace));
  const earlier = earlierAt(place);
  const { report, issues, identities } = await stage('report', 'making the report', () => stages.report(workspace, order.asOf, earlier.find, shown.file));
  if (report === null) return issues;
  await writeFile(reportFile, `${JSON.stringify(report)}\n`);
  await stage('pages', `rendering ${report.pages.length} pages`, () => stages.pages(reportFile, internal, folder));
  await stage('files', 'writing the files for other programs', () => writeContract(report, reportFile, internal));
  demandWhole(report, internal);
  const shares = await stage('shares', 'making the pages for clients', () => sharesFor({ report, identities, workspace, stages, folder }));
  if (shares !== null && !('states' in shares)) return [...issues, ...shares];
  const pages = await stage('weights', 'weighing the pages', () => weightsOf(report, internal));
  return { previous: earlier.found(), report, issues, inputs, durations, pages, shares };
}

async function makeAndPublish(job: Job): Promise<number> {
  const { order, place, folder, shown } = job;
  const made = await assemble(job);
  if (!('report' in made)) return refuse(job, made);
  const { report, issues, inputs, previous } = made;
  const name = freeName(place, buildName(inputs, order.asOf, previous));
  const sequence = (versionsAt(place)[0]?.sequence ?? 0) + 1;
  await writeFile(join(folder, 'site', 'build.json'), receipt({ ...made, name, sequence }));
  publish(place, folder, name);
  const near = relative(process.cwd(), place.out);
  const page = join(near.startsWith('..') ? place.out : near, 'internal', 'index.html');
  shown.say([
    ...issueLines(issues, LIST),
    readLine(report.files),
    reportLine(report),
    ...sharesLine(made.shares),
    issuesLine(issues),
    `site: ${page} (build ${name})`,
  ]);
  return 0;
}

/**
 * The weekly job: the workspace in `order.data` becomes the site at `order.out`. Gives the exit code: 0 published,
 * 1 refused because of the data, with the last site untouched.
 * @throws Misuse for a missing workspace or a place that is taken; Refused while another build runs.
 */
export async function buildSite(order: Order, stages: Stages, shown: ProgressLine): Promise<number> {
  const place = placeAt(order.out);
  checkPlace(place);
  const workspace = await workspaceIn(order.data);
  if ('issues' in workspace) return refuse({ place, shown }, workspace.issues);
  if (sharesAsked(workspace.settings) && !isSecret(order.secret)) return refuse({ place, shown }, [issue('share-secret-missing', { file: 'settings.yaml' })]);
  return alone(place, (folder) => makeAndPublish({ order, place, workspace, stages, shown, folder }));
}
