import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../src/exports/exports.ts';
import { issue, type Issue } from '../src/issue.ts';
import type { Workspace } from '../src/load.ts';
import type { SentArchive } from '../src/facts/sent-page.ts';
import type { Figures } from '../src/measures/grid.ts';
import type { Identity } from '../src/report/identities.ts';
import type { Report } from '../src/report/model.ts';
import { sharesAsked } from '../src/report/sharing.ts';
import { isSecret } from '../src/share/tokens.ts';
import type { Traces } from '../src/gates/traces.ts';
import { Refused } from './command.ts';
import { missingFiles, weightsOf, writeContract, writeFigures, writeReport, type Beside } from './contract.ts';
import { afterwards, hold, nearName, refuse, siteLeft, toldBy, type Ending, type HeldBack } from './endings.ts';
import { beforeAt, gateLines, gatesOf, TRACES, type Brought } from './gating.ts';
import { buildName, inputsOf } from './inputs.ts';
import { keepTimes } from './kept-times.ts';
import { issueLines } from './messages.ts';
import type { ProgressLine } from './progress.ts';
import { earlierAt, type Earlier } from './previous.ts';
import { receipt, type Built } from './receipt.ts';
import { writeReceipts } from './receipts.ts';
import { sentAt } from './archive.ts';
import { makeShares, type RenderShares, type SharesMade } from './shares.ts';
import { issuesLine, readLine, reportLine, sharesLine } from './summary.ts';
import { todayIn } from './today.ts';
import type { Told } from './told.ts';
import { diskTrouble } from './trouble.ts';
import { alone, checkPlace, freeName, lineageOf, placeAt, publish, published, versionsAt, type Place } from './versions.ts';
import { workspaceIn } from './workspace.ts';

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

/** What making the report gives; the figures are missing where they lie in their file already. */
export interface Outcome {
  readonly report: Report | null;
  readonly issues: readonly Issue[];
  readonly figures?: Figures;
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

/** So many versions before it a build names. */
const REMEMBERED = 60;
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

interface Job extends Ending {
  readonly order: Order;
  readonly workspace: Workspace;
  readonly stages: Stages;
}

function demandWhole(report: Report, internal: string): void {
  const missing = missingFiles(report, internal);
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  if (missing.length > 0) throw new Error(`the site lacks ${missing.slice(0, 3).join(', ')}${more}`);
}

type ShareJob = Pick<Job, 'order' | 'place' | 'workspace' | 'stages' | 'folder'> & {
  readonly report: Report;
  readonly identities: readonly Identity[] | undefined;
};

/** The pages for clients, null where the settings ask for none. */
async function sharesFor({ report, identities, order, place, workspace, stages, folder }: ShareJob): Promise<SharesMade | readonly Issue[] | null> {
  if (report.shares === undefined || identities === undefined || stages.shares === undefined) return null;
  const reportFile = join(folder, 'site', 'internal', 'report.json');
  const passphrases = { env: order.env ?? {}, forbidden: [order.data, place.out, place.versions] };
  const secret = order.secret ?? '';
  return makeShares({ report, reportFile, settings: workspace.settings, identities, secret, passphrases, folder, render: stages.shares });
}

type Assembled = Omit<Built, 'name' | 'sequence' | 'after'> & { readonly traces: Traces | null };

/** The outcome with its figures written to their file, so that they and the facts behind them are let go before the pages are made. */
async function reported(made: Promise<Outcome>, beside: Beside): Promise<Omit<Outcome, 'figures'>> {
  const { figures, ...outcome } = await made;
  if (outcome.report !== null && figures !== undefined) await writeFigures(figures, outcome.report, beside);
  return outcome;
}

/** Makes the whole site in `folder`/site; the issues alone where the data were refused, and no pages where a gate holds the build. */
async function assemble({ order, place, workspace, stages, shown, folder }: Job): Promise<Assembled | HeldBack | readonly Issue[]> {
  const { durations, stage } = timer(shown);
  const internal = join(folder, 'site', 'internal');
  const beside = { report: join(folder, 'report.json'), measures: join(folder, 'measures.csv') };
  await mkdir(internal, { recursive: true });
  const sent = sentAt(place);
  const inputs = [...(await stage('inputs', 'hashing the files', () => inputsOf(order.data, workspace))), ...sent.inputs];
  const earlier = earlierAt(place);
  const before = await beforeAt(place);
  const { settings } = workspace;
  const { report, issues, identities, gated } = await stage('report', 'making the report', () =>
    reported(stages.report({ ...workspace, sent: sent.archive }, order.asOf, earlier.find, shown.file, before.traces, beside), beside),
  );
  if (report === null) return issues;
  const today = todayIn(settings.firm.zone, order.today);
  const compared = earlier.found();
  const verdict = gatesOf({ report, gated, settings, before, compared, asOf: order.asOf, today, confirm: order.confirm ?? [] });
  if (verdict.held.length > 0) return { report, issues, verdict };
  await writeReport(report, beside);
  await stage('pages', `rendering ${report.pages.length} pages`, () => stages.pages(beside.report, internal, folder));
  await stage('files', 'writing the files for other programs', () => writeContract(report, beside, internal));
  demandWhole(report, internal);
  const shares = await stage('shares', 'making the pages for clients', () => sharesFor({ report, identities, order, place, workspace, stages, folder }));
  if (shares !== null && !('states' in shares)) return [...issues, ...shares];
  const pages = await stage('weights', 'weighing the pages', () => weightsOf(report, internal));
  const traces = gated?.traces ?? null;
  return { previous: compared?.name ?? null, report, issues, inputs, durations, pages, shares, today, verdict, traces };
}

/** Writes all that stands beside the sites, and leaves the files that did not change their times. */
async function complete({ place, folder }: Job, { traces, ...built }: Built & Assembled, told: Told): Promise<void> {
  const site = join(folder, 'site');
  const now = Math.floor(Date.now() / 1000);
  const old = published(place);
  for (const part of ['internal', 'share']) await keepTimes(join(site, part), old === null ? null : join(place.versions, old, part), now);
  if (traces !== null) await writeFile(join(site, TRACES), `${JSON.stringify(traces)}\n`);
  await writeReceipts(site, told);
  await writeFile(join(site, 'build.json'), receipt(built));
}

async function makeAndPublish(job: Job): Promise<number> {
  const { order, place, folder, shown } = job;
  const made = await assemble(job);
  if (!('report' in made)) return refuse(job, made);
  if (!('inputs' in made)) return hold(job, made);
  const { report, issues, inputs, previous, verdict } = made;
  const name = freeName(place, buildName(inputs, order.asOf, previous));
  const sequence = (versionsAt(place)[0]?.sequence ?? 0) + 1;
  const told = toldBy(job, { state: 'published', report, issues, verdict, build: name });
  const after = lineageOf(place).map((version) => version.name);
  await complete(job, { ...made, name, sequence, after: after.slice(0, REMEMBERED) }, told);
  publish(place, folder, name);
  const unfinished = await afterwards(job, told);
  shown.say([
    ...issueLines(issues, LIST),
    readLine(report.files),
    reportLine(report),
    ...sharesLine(made.shares),
    issuesLine(issues),
    ...gateLines(verdict),
    ...unfinished,
    `site: ${join(nearName(place.out), 'internal', 'index.html')} (build ${name})`,
  ]);
  return 0;
}

/** Builds alone at a place. @throws Refused in plain words where the disk will not. */
async function buildAlone(place: Place, work: (folder: string) => Promise<number>): Promise<number> {
  try {
    return await alone(place, work);
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble === null) throw error;
    throw new Refused(`${trouble.wrong}; ${siteLeft(place)}; ${trouble.advice} and build again`, { cause: error });
  }
}

/**
 * The weekly job: the workspace in `order.data` becomes the site at `order.out`. Gives the exit code: 0 published,
 * 1 refused because of the data or held by a gate, with the last site untouched.
 * @throws Misuse for a missing workspace or a place that is taken; Refused while another build runs, or where the disk will not.
 */
export async function buildSite(order: Order, stages: Stages, shown: ProgressLine): Promise<number> {
  const place = placeAt(order.out);
  checkPlace(place);
  const workspace = await workspaceIn(order.data);
  const env = order.env ?? {};
  if ('issues' in workspace) return buildAlone(place, (folder) => refuse({ place, firm: 'Courtesy', env, shown, folder }, workspace.issues));
  const { settings } = workspace;
  return buildAlone(place, (folder) => {
    const job = { order, place, firm: settings.firm.name, env, workspace, stages, shown, folder };
    if (sharesAsked(settings) && !isSecret(order.secret)) return refuse(job, [issue('share-secret-missing', { file: 'settings.yaml' })]);
    return makeAndPublish(job);
  });
}
