import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alertsJson } from './alerts.ts';
import { digestHtml } from './digest-html.ts';
import { digestText } from './digest-text.ts';
import { digestOf } from './digest.ts';
import { jobSummary } from './job-summary.ts';
import type { Told } from './told.ts';
import type { Place } from './versions.ts';

/** Writes what tells others of a build into a folder: summary.md, digest.html, digest.txt and alerts.json. */
export async function writeReceipts(folder: string, told: Told): Promise<void> {
  const digest = digestOf(told);
  const files = { 'summary.md': jobSummary(told), 'digest.html': digestHtml(digest), 'digest.txt': digestText(digest), 'alerts.json': alertsJson(told) };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** Where a build that was not published tells why, beside the site: it goes with the next one that is. */
export const heldAt = ({ out }: Place): string => `${out}.held`;

/** Writes the receipts of a build that was held or refused beside the site, whole or not at all; `work` is the folder of the build. */
export async function writeHeld(place: Place, work: string, told: Told): Promise<void> {
  const made = join(work, 'held');
  await mkdir(made);
  await writeReceipts(made, told);
  await rm(heldAt(place), { recursive: true, force: true });
  await rename(made, heldAt(place));
}

/** Removes what a build that was not published left to read. */
export async function clearHeld(place: Place): Promise<void> {
  await rm(heldAt(place), { recursive: true, force: true });
}

/** Appends the summary to the page of the CI job, where the environment names one. */
export async function showInJob(env: NodeJS.ProcessEnv, told: Told): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined && file !== '') await appendFile(file, `${jobSummary(told)}\n`);
}
