import { existsSync } from 'node:fs';
import { rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryOf, isTaken, signOf, type DateOrder, type ProposedEntry } from '../src/exports/propose/entries.ts';
import { propose } from '../src/exports/propose/propose.ts';
import { sortFiles, type UnknownFiles } from '../src/exports/propose/unknown-files.ts';
import { exportsIn } from '../src/load/files.ts';
import { textIn } from '../src/load/text.ts';
import { settingsFrom, withLines } from '../src/settings-yaml.ts';
import { zoneOf } from '../src/time/zone.ts';
import { Misuse, oneLine, Refused } from './command.ts';
import { makeFolder } from './folder.ts';
import { withEntries } from './init-settings.ts';
import { proposalText, unfitText } from './init-show.ts';
import { startSettings, templates, unnamed, type Firm } from './init-start.ts';
import { issueLines } from './messages.ts';
import { called } from './root.ts';

/** Who is spoken to. */
export interface Talk {
  /** Puts a question to a person and gives the answer; null where nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Takes what was asked for. */
  readonly out: (text: string) => void;
  /** Takes what is wrong, a line at a time. */
  readonly err: (line: string) => void;
}

async function firmFrom({ ask, out }: Talk): Promise<Firm> {
  if (ask === null) return unnamed;
  const name = oneLine(await ask('Name of the firm: ')) || unnamed.name;
  for (;;) {
    const zone = oneLine(await ask(`Time zone, such as Europe/London [${unnamed.zone}]: `)) || unnamed.zone;
    if (zoneOf(zone) !== null) return { name, zone };
    out(`  there is no time zone ${zone}\n`);
  }
}

async function orderFrom({ ask }: Talk, names: readonly string[]): Promise<DateOrder> {
  if (ask === null) return null;
  const answer = await ask(`${oneLine(names.join(', '))}: is 03/02/2026 the 3rd of February (d) or the 2nd of March (m)? Enter leaves it open: `);
  return /^\s*d/i.test(answer) ? 'day-first' : /^\s*m/i.test(answer) ? 'month-first' : null;
}

/** Shows what unknown files can be and gives the entries for the settings; `others` are the headers of all other files. */
async function entriesFor({ names, looks, cells }: UnknownFiles, others: readonly (readonly string[])[], talk: Talk): Promise<readonly ProposedEntry[]> {
  const { tables, unmapped } = propose(looks, cells);
  if (tables.length === 0) {
    talk.out(unfitText(names, looks));
    return [];
  }
  const sign = [signOf(tables, 5), signOf(tables, Infinity)].find((one) => !isTaken(one, others));
  const which = sign === undefined ? names.map((files) => ({ files })) : [{ headers: sign }];
  const made = (order: DateOrder) => tables.flatMap((table) => which.map((one) => entryOf(one, table, order)));
  talk.out(proposalText(names, tables, unmapped, made(null)));
  return made(tables.some(({ dateOrder }) => dateOrder === 'open') ? await orderFrom(talk, names) : null);
}

async function writeSettings(folder: string, text: string): Promise<void> {
  await writeFile(join(folder, 'settings.yaml.new'), text);
  await rename(join(folder, 'settings.yaml.new'), join(folder, 'settings.yaml'));
}

/** Writes the folders and the templates that are not there yet and gives their names. */
async function writeFolders(folder: string): Promise<readonly string[]> {
  for (const part of ['exports', 'templates']) makeFolder(join(folder, part));
  const missing = [...templates].filter(([name]) => !existsSync(join(folder, 'templates', name)));
  for (const [name, header] of missing) await writeFile(join(folder, 'templates', name), header, { flag: 'wx' });
  return missing.map(([name]) => `templates/${name}`);
}

async function settingsIn(folder: string): Promise<string | null> {
  const found = await stat(folder).catch(() => null);
  if (found !== null && !found.isDirectory()) throw new Misuse(`${folder}: this is not a folder`);
  const text = await textIn(folder, 'settings.yaml').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null || typeof text === 'string') return text;
  throw new Refused(issueLines([text], null).join('\n'));
}

/** Settings with a mapping for every unknown export that a table fits; null where they cannot be used as they are. */
async function proposedSettings(folder: string, start: string, talk: Talk): Promise<{ readonly text: string; readonly entries: number } | null> {
  const settings = settingsFrom(start, 'settings.yaml');
  if (!('firm' in settings)) {
    for (const line of issueLines(settings, null)) talk.err(line);
    return null;
  }
  const { known, unknown, issues } = await sortFiles(await exportsIn(folder), settings);
  for (const line of issueLines(withLines(issues, start), null)) talk.err(line);
  const headersBut = (group: UnknownFiles) => [
    ...known.map(({ header }) => header),
    ...unknown.filter((one) => one !== group).map(({ looks }) => looks.map(({ name }) => name)),
  ];
  const entries: ProposedEntry[] = [];
  for (const group of unknown) entries.push(...(await entriesFor(group, headersBut(group), talk)));
  const names = unknown.flatMap((group) => group.names);
  talk.out(`files known: ${known.length}; unknown: ${names.length}; entries proposed for settings.yaml: ${entries.length}\n`);
  const text = entries.length === 0 ? start : withEntries(start, entries);
  const after = settingsFrom(text, 'settings.yaml');
  if (!('firm' in after)) throw new Error(`the proposal cannot be used: ${issueLines(after, null).join('; ')}`);
  return { text, entries: entries.length };
}

const isYes = (answer: string): boolean => /^\s*(y|yes)?\s*$/i.test(answer);

/**
 * A workspace to start from in a folder, and a mapping for every export in it that nothing recognises. What stands in the
 * settings stays; entries come after it. Nothing is written unless `yes` says so or a person confirms it. Gives the exit code.
 * @throws Misuse where the folder is a file; Refused where entries cannot be added to the settings.
 */
export async function init(folder: string, yes: boolean, talk: Talk): Promise<number> {
  const { ask, out } = talk;
  const before = await settingsIn(folder);
  const proposal = await proposedSettings(folder, before ?? startSettings(await firmFrom(talk)), talk);
  if (proposal === null) return 1;
  if (before !== null && proposal.entries === 0) {
    out('settings.yaml stays as it is\n');
    return 0;
  }
  if (!yes && (ask === null || !isYes(await ask(`Write this to ${oneLine(join(folder, 'settings.yaml'))}? [Y/n] `)))) {
    const parts = [...(before === null ? ['exports/', 'templates/'] : []), 'settings.yaml'];
    out(`nothing was written; run it again with --yes to write ${parts.join(', ')} in ${oneLine(folder)}\n`);
    return 0;
  }
  const templatesWritten = before === null ? await writeFolders(folder) : [];
  await writeSettings(folder, proposal.text);
  out(`written: ${[...templatesWritten, 'settings.yaml'].join(', ')}\nnow: ${called('check', '--data', oneLine(folder))}\n`);
  if (before === null && ask === null) out('write the name and the time zone of your firm into settings.yaml\n');
  return 0;
}
