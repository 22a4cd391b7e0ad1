import { join, relative } from 'node:path';
import type { Verdict } from '../src/gates/gates.ts';
import type { Issue } from '../src/issue.ts';
import type { Report } from '../src/report/model.ts';
import { confirmFlag, gateLines } from './gating.ts';
import { issueLines } from './messages.ts';
import type { ProgressLine } from './progress.ts';
import { clearHeld, heldAt, showInJob, writeHeld } from './receipts.ts';
import { counted, issuesLine, readLine, reportLine } from './summary.ts';
import type { Told } from './told.ts';
import { machineTrouble } from './trouble.ts';
import { lineageOf, published, type Place } from './versions.ts';

/** A build that ends, and those who hear of it. */
export interface Ending {
  readonly place: Place;
  /** Name of the firm, of which nothing is known where the settings cannot be read. */
  readonly firm: string;
  /** The locale of its report. */
  readonly locale: string;
  readonly env: NodeJS.ProcessEnv;
  readonly shown: ProgressLine;
  /** Holds everything of this build. */
  readonly folder: string;
}

/** How a build ended, with what the site shows now. */
export function toldBy({ place, firm, locale }: Pick<Ending, 'place' | 'firm' | 'locale'>, told: Omit<Told, 'firm' | 'locale' | 'shows'>): Told {
  return { ...told, firm, locale, shows: lineageOf(place)[0]?.asOf || null };
}

/** What became of the site where nothing was published. */
export function siteLeft(place: Place): string {
  return published(place) === null ? 'no site was built' : 'the last site was left as it is';
}

/** A path as it is shortest to read: from the working directory where it lies in it. */
export function nearName(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

async function leave(ending: Ending, told: Told): Promise<void> {
  await writeHeld(ending.place, ending.folder, told);
  await showInJob(ending.env, told);
}

/** Says why the data were refused, on the terminal and to those who were not there. Gives the exit code. */
export async function refuse(ending: Ending, issues: readonly Issue[]): Promise<number> {
  ending.shown.say([...issueLines(issues, null), `refused: ${issuesLine(issues)}; ${siteLeft(ending.place)}`]);
  await leave(ending, toldBy(ending, { state: 'refused', report: null, issues, verdict: null, build: null }));
  return 1;
}

/** A build that a gate holds. */
export interface HeldBack {
  readonly report: Report;
  readonly issues: readonly Issue[];
  readonly verdict: Verdict;
}

/** Says why a build is held and how to publish it all the same, likewise. Gives the exit code. */
export async function hold(ending: Ending, { report, issues, verdict }: HeldBack): Promise<number> {
  const { place, shown } = ending;
  shown.say([...issueLines(issues, null), readLine(report.files), reportLine(report), issuesLine(issues), ...gateLines(verdict)]);
  await leave(ending, toldBy(ending, { state: 'held', report, issues, verdict, build: null }));
  shown.say([
    `held: ${counted(verdict.held.length, 'finding')}; ${siteLeft(place)}; to pass on: ${join(nearName(heldAt(place)), 'digest.html')}; to publish all the same: ${confirmFlag(verdict)}`,
  ]);
  return 1;
}

/** What remains once the site is published; that it could not be done takes nothing back and is said. */
export async function afterwards({ place, env }: Pick<Ending, 'place' | 'env'>, told: Told): Promise<readonly string[]> {
  try {
    await clearHeld(place);
    await showInJob(env, told);
    return [];
  } catch (error) {
    const trouble = machineTrouble(error);
    return [`the site is published, but ${trouble === null ? (error as Error).message : `${trouble.wrong}; ${trouble.advice}`}`];
  }
}
