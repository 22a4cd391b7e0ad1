import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Traces } from '../src/gates/traces.ts';
import type { Issue } from '../src/issue.ts';
import type { Identity } from '../src/report/identities.ts';
import type { Report } from '../src/report/model.ts';
import { sentAt } from './archive.ts';
import { missingFiles, weightsOf, writeContract, writeFigures, writeReport, type Beside } from './contract.ts';
import type { HeldBack } from './endings.ts';
import { beforeAt, gatesOf } from './gating.ts';
import { inputsOf } from './inputs.ts';
import { earlierAt } from './previous.ts';
import type { ProgressLine } from './progress.ts';
import type { Built } from './receipt.ts';
import { makeShares } from './shares.ts';
import type { Job, Outcome } from './stages.ts';
import { todayIn } from './today.ts';
import { allEnded } from './turns.ts';

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
async function sharesFor({ report, identities, order, place, workspace, stages, folder }: ShareJob): Promise<Awaited<ReturnType<typeof makeShares>> | null> {
  if (report.shares === undefined || identities === undefined || stages.shares === undefined) return null;
  const reportFile = join(folder, 'site', 'internal', 'report.json');
  const passphrases = { env: order.env ?? {}, forbidden: [order.data, place.out, place.versions] };
  const secret = order.secret ?? '';
  return makeShares({ report, reportFile, settings: workspace.settings, identities, secret, passphrases, folder, render: stages.shares });
}

/** What is known of a site once it is whole, and what the next build's gates ask of it. */
export type Assembled = Omit<Built, 'name' | 'sequence' | 'after'> & { readonly traces: Traces | null };

/** The outcome with its figures written to their file, so that they and the facts behind them are let go before the pages are made. */
async function reported(made: Promise<Outcome>, beside: Beside): Promise<Omit<Outcome, 'figures'>> {
  const { figures, ...outcome } = await made;
  if (outcome.report !== null && figures !== undefined) await writeFigures(figures, outcome.report, beside);
  return outcome;
}

/** Makes the whole site in `folder`/site; the issues alone where the data were refused, and no pages where a gate holds the build. */
export async function assemble({ order, place, workspace, stages, shown, folder }: Job): Promise<Assembled | HeldBack | readonly Issue[]> {
  const { durations, stage } = timer(shown);
  const internal = join(folder, 'site', 'internal');
  const beside = { report: join(folder, 'report.json'), measures: join(folder, 'measures.csv') };
  await mkdir(internal, { recursive: true });
  const sent = sentAt(place);
  const hashed = inputsOf(order.data, workspace);
  hashed.catch(() => {});
  const earlier = earlierAt(place);
  const before = await beforeAt(place);
  const { settings } = workspace;
  const { report, issues, identities, gated, kept } = await stage('report', 'making the report', () =>
    reported(stages.report({ ...workspace, sent: sent.archive }, order.asOf, earlier.find, shown.file, before.traces, beside), beside),
  );
  if (report === null) return issues;
  const inputs = [...(await hashed), ...sent.inputs];
  const today = todayIn(settings.firm.zone, order.today);
  const compared = earlier.found();
  const verdict = gatesOf({ report, gated, settings, before, compared, asOf: order.asOf, today, confirm: order.confirm ?? [] });
  if (verdict.held.length > 0) {
    await kept;
    return { report, issues, verdict };
  }
  if (kept === undefined) await writeReport(report, beside);
  await stage('pages', `rendering ${report.pages.length} pages`, () => allEnded([stages.pages(beside.report, internal, folder), kept]));
  await stage('files', 'writing the files for other programs', () => writeContract(report, beside, internal));
  demandWhole(report, internal);
  const shares = await stage('shares', 'making the pages for clients', () => sharesFor({ report, identities, order, place, workspace, stages, folder }));
  if (shares !== null && !('made' in shares)) return [...issues, ...shares];
  const pages = await stage('weights', 'weighing the pages', () => weightsOf(report, internal));
  const traces = gated?.traces ?? null;
  return {
    previous: compared?.name ?? null,
    report,
    issues: [...issues, ...(shares?.issues ?? [])],
    inputs,
    durations,
    pages,
    shares: shares?.made ?? null,
    today,
    verdict,
    traces,
  };
}
