import { join } from 'node:path';
import { readExports, type Effects, type ExportsRead } from '../src/exports/exports.ts';
import type { ExportFile } from '../src/exports/file.ts';
import { buildFacts, type Facts } from '../src/facts/facts.ts';
import { issueText } from '../src/issue.ts';
import { loadWorkspace, type Workspace } from '../src/load/workspace.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import { zoneOf } from '../src/time/zone.ts';

export const fixtures = join(import.meta.dirname, 'fixtures');

/** The workspace in a folder; throws the issues' texts where it cannot be used. */
export async function workspaceIn(folder: string): Promise<Workspace> {
  const loaded = await loadWorkspace(folder);
  if ('issues' in loaded) throw new Error(loaded.issues.map(issueText).join('\n'));
  return loaded;
}

/** What the exports of a workspace say. */
export function exportsOf({ files, settings }: Pick<Workspace, 'files' | 'settings'>, effects: Effects = {}): Promise<ExportsRead> {
  return readExports(files, settings, { firm: zoneOf(settings.firm.zone)!, zoneOf }, effects);
}

/** The facts of what was read. */
export function factsFrom(read: ExportsRead, settings: Settings): Facts {
  return buildFacts(read.tables, read.files, { aliases: settings.aliases, rule: settings.complaints.rule });
}

/** A file in memory, handed out in pieces of so many bytes. */
export function fileOf(name: string, content: string | Uint8Array, piece = 1 << 16): ExportFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

/** Settings of a firm in UTC, with these on top. */
export function settingsWith(more: Readonly<Record<string, unknown>> = {}): Settings {
  const read = readSettings({ firm: { name: 'Test', zone: 'UTC' }, ...more });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}
