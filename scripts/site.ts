import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issue } from '../src/issue.ts';
import { DEFAULT_LOCALE } from '../src/language/language.ts';
import { changedSince } from '../src/load/states.ts';
import { withLines } from '../src/settings-yaml.ts';
import { sharesAsked } from '../src/report/sharing.ts';
import { isSecret } from '../src/share/tokens.ts';
import { assemble, type Assembled } from './assemble.ts';
import { Refused } from './command.ts';
import { afterwards, hold, nearName, refuse, siteLeft, toldBy } from './endings.ts';
import { gateLines, TRACES } from './gating.ts';
import { buildName } from './inputs.ts';
import { keepTimes } from './kept-times.ts';
import { issueLines } from './messages.ts';
import type { ProgressLine } from './progress.ts';
import { receipt, type Built } from './receipt.ts';
import { writeReceipts } from './receipts.ts';
import { writeHeaders } from './shares.ts';
import type { Job, Order, Stages } from './stages.ts';
import { issuesLine, readLine, reportLine, sharesLine } from './summary.ts';
import type { Told } from './told.ts';
import { aheadIssues } from './today.ts';
import { machineTrouble } from './trouble.ts';
import { alone, checkPlace, freeName, lineageOf, placeAt, publish, published, versionsAt, type Place } from './versions.ts';
import { checkApart, workspaceIn } from './workspace.ts';

/** So many versions before it a build names. */
const REMEMBERED = 60;
const LIST = 'internal/data/refusals.csv';

/** Leaves no page where pages were shared once: what is sent to a host or to Pages takes the old ones away there. */
async function writeEmptyShare(folder: string): Promise<void> {
  await mkdir(folder);
  await writeHeaders(folder);
}

/** Writes all that stands beside the sites, and leaves the files that did not change their times. */
async function complete({ place, folder }: Job, { traces, ...built }: Built & Assembled, told: Told): Promise<void> {
  const site = join(folder, 'site');
  const now = Math.floor(Date.now() / 1000);
  const old = published(place);
  if (built.shares === null) await writeEmptyShare(join(site, 'share'));
  for (const part of ['internal', 'share']) await keepTimes(join(site, part), old === null ? null : join(place.versions, old, part), now);
  if (traces !== null) await writeFile(join(site, TRACES), `${JSON.stringify(traces)}\n`);
  await writeReceipts(site, told);
  await writeFile(join(site, 'build.json'), receipt(built));
}

/** The whole site; issues where files changed meanwhile, since what came of it, be it a failure, is then of files that never stood together. */
async function made(job: Job): ReturnType<typeof assemble> {
  const [ended] = await Promise.allSettled([assemble(job)]);
  const changed = await changedSince(job.order.data, job.workspace);
  if (changed.length > 0) return changed.map((path) => issue('file-changed', { file: path.replace(/^exports\//, '') }));
  if (ended.status === 'rejected') throw ended.reason;
  return ended.value;
}

async function makeAndPublish(job: Job, demandAlone: () => void): Promise<number> {
  const { order, place, folder, shown } = job;
  const site = await made(job);
  if (!('report' in site)) return refuse(job, site);
  if (!('inputs' in site)) return hold(job, site);
  const { report, issues, inputs, previous, verdict } = site;
  const name = freeName(place, buildName(inputs, order.asOf, previous));
  const sequence = (versionsAt(place)[0]?.sequence ?? 0) + 1;
  const told = toldBy(job, { state: 'published', report, issues, verdict, build: name });
  const after = lineageOf(place).map((version) => version.name);
  await complete(job, { ...site, name, sequence, after: after.slice(0, REMEMBERED) }, told);
  demandAlone();
  publish(place, folder, name);
  const unfinished = await afterwards(job, told);
  shown.say([
    ...issueLines(issues, LIST),
    readLine(report.files),
    reportLine(report),
    ...sharesLine(site.shares),
    issuesLine(issues),
    ...gateLines(verdict),
    ...unfinished,
    `site: ${join(nearName(place.out), 'internal', 'index.html')} (build ${name})`,
  ]);
  return 0;
}

/** Builds alone at a place. @throws Refused in plain words where the disk or the memory will not do. */
async function buildAlone(place: Place, work: Parameters<typeof alone<number>>[1]): Promise<number> {
  try {
    return await alone(place, work);
  } catch (error) {
    const trouble = machineTrouble(error);
    if (trouble === null) throw error;
    throw new Refused(`${trouble.wrong}; ${siteLeft(place)}; ${trouble.advice} and build again`, { cause: error });
  }
}

/**
 * The weekly job: the workspace in `order.data` becomes the site at `order.out`. Gives the exit code: 0 published,
 * 1 refused because of the data or held by a gate, with the last site untouched.
 * @throws Misuse for a missing workspace, or a place that is taken or that the next build would read; Refused while another build runs, or where the disk or the memory will not do.
 */
export async function buildSite(order: Order, stages: Stages, shown: ProgressLine): Promise<number> {
  const place = placeAt(order.out);
  checkPlace(place);
  checkApart(place.out, order.data);
  const workspace = await workspaceIn(order.data);
  const env = order.env ?? {};
  if ('issues' in workspace)
    return buildAlone(place, (folder) => refuse({ place, firm: 'Courtesy', locale: DEFAULT_LOCALE, env, shown, folder }, workspace.issues));
  const { settings } = workspace;
  return buildAlone(place, (folder, demandAlone) => {
    const job = { order, place, firm: settings.firm.name, locale: settings.firm.locale, env, workspace, stages, shown, folder };
    if (sharesAsked(settings) && !isSecret(order.secret)) {
      const code = (order.secret ?? '').trim() === '' ? 'share-secret-missing' : 'share-secret-short';
      return refuse(job, [issue(code, { file: 'settings.yaml' })]);
    }
    const ahead = aheadIssues(settings, order.asOf, order.today);
    return ahead.length > 0 ? refuse(job, withLines(ahead, workspace.settingsText)) : makeAndPublish(job, demandAlone);
  });
}
