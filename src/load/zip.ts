import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { isArchiveName, isExportName, isHidden, isSwollen, passedOver } from '../exports/file.ts';
import { issue, type Issue } from '../issue.ts';
import type { Promised } from './unpack.ts';

/** A file in an archive: its name with `/`, and from which byte of the archive to which it lies. */
export interface Packed extends Promised {
  readonly name: string;
  readonly start: number;
  /** The byte after its last. */
  readonly end: number;
}

/** What an archive holds: the exports, and what is wrong with it and with its other files. */
export interface Contents {
  readonly files: readonly Packed[];
  readonly issues: readonly Issue[];
}

const MOST_FILES = 10_000;
const STORED = 0;
const DEFLATED = 8;

const damaged = (file: string, error: unknown): Issue => {
  const { code, message } = error as Error & { readonly code?: string };
  if (code !== undefined) return issue('file-unreadable', { file, detail: message });
  return /encryption/.test(message) ? issue('archive-locked', { file }) : issue('archive-damaged', { file, detail: message });
};

interface Named {
  readonly name: string;
  readonly entry: Entry;
}

async function entriesOf(zip: ZipFile): Promise<readonly Named[]> {
  const found: Named[] = [];
  for await (const entry of zip.eachEntry()) {
    if (found.length === MOST_FILES) throw new Error(`it lists more than ${MOST_FILES} files`);
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    found.push({ name: name.replace(/^(\.\/)+/, ''), entry });
  }
  return found;
}

const isBeside = (name: string): boolean => name.endsWith('/') || name.split('/').some(isHidden);

const isOdd = (name: string): boolean => /^([a-z]:|\/)|[\p{Cc}]/iu.test(name) || name.split('/').some((part) => /^\.*$/.test(part));

/** Why an entry is not read, null where it is; `archive` is the archive's name. */
function refusal(archive: string, { name, entry }: Named, twice: boolean): Issue | null {
  const file = `${archive}/${name}`;
  if (isArchiveName(name)) return issue('archive-nested', { file });
  if (!isExportName(name)) return passedOver(file);
  if (isOdd(name)) return issue('archive-name', { file: archive, text: name });
  if (twice) return issue('archive-twice', { file: archive, text: name });
  if (entry.isEncrypted()) return issue('archive-locked', { file });
  const { compressionMethod } = entry;
  return compressionMethod === STORED || compressionMethod === DEFLATED ? null : issue('archive-method', { file, detail: `method ${compressionMethod}` });
}

async function placed(zip: ZipFile, archive: string, { name, entry }: Named): Promise<Packed | Issue> {
  try {
    const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const { compressedSize, uncompressedSize: size, crc32: crc, compressionMethod } = entry;
    return { name, start, end: start + compressedSize, deflated: compressionMethod === DEFLATED, size, crc };
  } catch (error) {
    return damaged(`${archive}/${name}`, error);
  }
}

async function contentsOf(zip: ZipFile, archive: string, bytes: number): Promise<Contents> {
  const entries = (await entriesOf(zip)).filter(({ name }) => !isBeside(name));
  if (entries.length === 0) return { files: [], issues: [issue('archive-empty', { file: archive })] };
  const times = new Map<string, number>();
  for (const { name } of entries) times.set(name, (times.get(name) ?? 0) + 1);
  const [files, issues]: [Packed[], Issue[]] = [[], []];
  const said = new Set<string>();
  for (const one of entries) {
    const found = refusal(archive, one, times.get(one.name)! > 1) ?? (await placed(zip, archive, one));
    if (!('code' in found)) files.push(found);
    else if (!said.has(one.name)) issues.push(found);
    said.add(one.name);
  }
  const unpacked = files.reduce((sum, { size }) => sum + size, 0);
  return isSwollen(unpacked, bytes) ? { files: [], issues: [...issues, issue('file-swollen', { file: archive })] } : { files, issues };
}

/** What the archive at a path of so many bytes holds; issues name it `archive`. Nothing of it is unpacked. */
export async function openArchive(path: string, archive: string, bytes: number): Promise<Contents> {
  try {
    const zip = await openPromise(path, { decodeStrings: false, autoClose: false });
    try {
      return await contentsOf(zip, archive, bytes);
    } finally {
      zip.close();
    }
  } catch (error) {
    return { files: [], issues: [damaged(archive, error)] };
  }
}
