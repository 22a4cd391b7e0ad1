import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { SENT_ARCHIVE, type SentArchive, type SentPage } from '../src/facts/sent-page.ts';
import { dayFromText } from '../src/time/weeks.ts';
import type { Input } from './inputs.ts';
import type { Place } from './versions.ts';

/** A file of a sent page, by its path in the page's folder. */
export interface SentFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What `sent.json` says of one sending. */
export interface SentRecord extends Omit<SentPage, 'entry'> {
  readonly schema: 1;
  readonly name: string;
  readonly until: string | null;
  readonly files: readonly SentFile[];
  /** Name of the build that the page is of, and what it was made with. */
  readonly build: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Folder under `share/` on the day of sending, and its whole address where the settings gave one. */
  readonly folder: string;
  readonly link: string | null;
}

/** One sending as it lies in the archive; `altered` says what is not as it was sent, null where all is. */
export interface SentEntry {
  readonly entry: string;
  /** null where `sent.json` cannot be believed. */
  readonly record: SentRecord | null;
  readonly altered: string | null;
}

export const RECORD = 'sent.json';
/** Folder of an entry that holds the page. */
export const PAGE = 'page';
const NAME = /^[a-z0-9-]+-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/;

/** The archive of the pages that went out from a place: beside it, and no build touches it. */
export const archiveAt = ({ out }: Place): string => `${out}.sent`;

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** SHA-256 over the names and hashes of all files of a page. */
export const pageHash = (files: readonly SentFile[]): string => sha256(JSON.stringify(files.map(({ file, sha256: of }) => [file, of])));

/** The files under a folder with their hashes, by path, and the links that lead nowhere, which are no files. */
export function filesIn(folder: string): { readonly files: readonly SentFile[]; readonly dangling: readonly string[] } {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => ({ path, file: path.split(sep).join('/') }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ path, file }) => {
      const bytes = readFileSync(join(folder, path));
      return { file, bytes: bytes.length, sha256: sha256(bytes) };
    });
  return { files, dangling: paths.filter((path) => !existsSync(join(folder, path))).sort() };
}

/** The text of `sent.json`: the record, and a hash over it. It tells a slip of the hand from what was sent; it is no signature. */
export const recordText = (record: SentRecord): string => `${JSON.stringify({ ...record, seal: sha256(JSON.stringify(record)) }, null, 2)}\n`;

/** The names of all entries, in their order. */
export function entriesAt(archive: string): readonly string[] {
  return existsSync(archive)
    ? readdirSync(archive)
        .filter((name) => NAME.test(name))
        .sort()
    : [];
}

/** What `sent.json` of an entry says; null where it is not there, not of this form, or was changed. */
export function recordAt(archive: string, entry: string): SentRecord | null {
  try {
    const { seal, ...record } = JSON.parse(readFileSync(join(archive, entry, RECORD), 'utf8')) as SentRecord & { seal: string };
    const days = [record.sent, record.asOf, record.period.from, record.period.to, record.before.from, record.before.to];
    return record.schema === 1 && seal === sha256(JSON.stringify(record)) && days.every((day) => dayFromText(day) !== null) ? record : null;
  } catch {
    return null;
  }
}

function alteredIn(folder: string, { files, hash }: SentRecord): string | null {
  const { files: found, dangling } = existsSync(folder) ? filesIn(folder) : { files: [], dangling: [] };
  if (dangling.length > 0) return `${dangling[0]} is a link that leads nowhere`;
  const [was, is] = [files, found].map((some) => new Map(some.map((one) => [one.file, one.sha256])));
  const changed = [...was!].find(([file, of]) => is!.get(file) !== of)?.[0];
  if (changed !== undefined) return is!.has(changed) ? `${changed} was changed` : `${changed} is gone`;
  const strange = found.find(({ file }) => !was!.has(file))?.file;
  if (strange !== undefined) return `${strange} was added`;
  return pageHash(found) === hash ? null : 'its files are not those of its hash';
}

/** One entry, with every byte of its page compared with its hash. */
export function entryAt(archive: string, entry: string): SentEntry {
  const record = recordAt(archive, entry);
  if (record === null) return { entry, record, altered: `${RECORD} was changed or cannot be read` };
  return { entry, record, altered: alteredIn(join(archive, entry, PAGE), record) };
}

/**
 * What a build takes from the archive: the record of every entry, those that were changed by name, and all of them as one input. Pages are
 * not read again, which years of them would make slow; the command `share` does that.
 */
export function sentAt(place: Place): { readonly archive: SentArchive; readonly inputs: readonly Input[] } {
  const folder = archiveAt(place);
  const names = entriesAt(folder);
  const texts = names.map((entry) => (existsSync(join(folder, entry, RECORD)) ? readFileSync(join(folder, entry, RECORD)) : Buffer.alloc(0)));
  const records = names.map((entry) => ({ entry, record: recordAt(folder, entry) }));
  const pages = records.flatMap(({ entry, record }): readonly SentPage[] => (record === null ? [] : [{ ...record, entry }]));
  const damaged = records.filter(({ record }) => record === null).map(({ entry }) => entry);
  if (names.length === 0) return { archive: { pages, damaged }, inputs: [] };
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const said = names.map((entry, at) => [entry, sha256(texts[at]!)]);
  return { archive: { pages, damaged }, inputs: [{ file: SENT_ARCHIVE, bytes, sha256: sha256(JSON.stringify(said)) }] };
}
