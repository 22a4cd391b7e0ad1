import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../report/model.ts';

/** Pages are bundled before they are rendered and share no module with what has them rendered, but the process alone. */
const DOOR = Symbol.for('courtesy.report');
const door = globalThis as { [DOOR]?: Report | undefined };

/** Hands the pages rendered in this process from now on their report; undefined has them read it from its file. */
export function showReport(shown: Report | undefined): void {
  door[DOOR] = shown;
}

let report: Promise<Report> | null = null;

/** The report that the pages show: the one that was handed to them, else read once from the file that COURTESY_REPORT names. */
export async function readReport(): Promise<Report> {
  if (door[DOOR] !== undefined) return door[DOOR];
  report ??= readFile(process.env['COURTESY_REPORT'] ?? '', 'utf8').then((text) => JSON.parse(text) as Report);
  return report;
}

/** The folders of the pages for clients that are to be rendered: the files in the folder that COURTESY_SHARES names. */
export async function shareFolders(): Promise<readonly string[]> {
  const names = await readdir(process.env['COURTESY_SHARES'] ?? '');
  return names.map((name) => name.replace(/\.json$/, '')).sort();
}

/** What one client's page may hold, by its folder; a page reads its own file and no other. */
export async function readShare(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(process.env['COURTESY_SHARES'] ?? '', `${folder}.json`), 'utf8'));
}
