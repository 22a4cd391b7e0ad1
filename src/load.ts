import { createReadStream } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { isArchiveName, isHidden, type ExportFile } from './exports/file.ts';
import { hashing, type Hashes, type Stored } from './file-hash.ts';
import { issue, type Issue, type IssueCode } from './issue.ts';
import type { LetterFile } from './report/letters.ts';
import type { Report } from './report/model.ts';
import type { Settings } from './settings.ts';
import { settingsFrom } from './settings-yaml.ts';
import { gunzipped, PIECE, unzipped } from './unpack.ts';
import { openArchive } from './zip.ts';

export { settingsFrom, withLines } from './settings-yaml.ts';

/** A workspace as the pipeline takes it: files by their bytes, settings with every default. */
export interface Workspace {
  readonly files: readonly ExportFile[];
  readonly settings: Settings;
  /** The settings file as written. */
  readonly settingsText: string;
  /** The firm's picture as a `data:` URL, null without one. */
  readonly logo: string | null;
  /** The account managers' words, the files of `clients/`. */
  readonly letters: readonly LetterFile[];
  /** What is known of the files' bytes, and becomes so. */
  readonly hashes: Hashes;
  /** What all files that it is read from are told by, from before any was read. */
  readonly states: FileStates;
}

/** What files of a workspace are told by, by their paths in it: size, times and place on the disk; '' where there is none. */
export type FileStates = ReadonlyMap<string, string>;

async function startsWith(path: string, ...bytes: number[]): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(bytes.length), 0, bytes.length, 0);
    return bytes.every((byte, at) => buffer[at] === byte);
  } finally {
    await handle.close();
  }
}

/** A file from one byte to another, as it lies on the disk. */
const storedAt = (path: string, range: { readonly start?: number; readonly end?: number } = {}): Stored => ({
  async state() {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    return [path, range.start, range.end, size, mtimeNs, ctimeNs, ino].join('\0');
  },
  bytes: () => createReadStream(path, { ...range, highWaterMark: 1 << 20 }),
});

const nameIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** One file as the reader sees it, named by its path under a folder. */
export async function exportFile(folder: string, path: string, hashes: Hashes = new Map()): Promise<ExportFile> {
  const zipped = await startsWith(path, 0x1f, 0x8b).catch(() => false);
  const size = await sizeOf(path);
  const stored = () => createReadStream(path, { highWaterMark: PIECE });
  return { name: nameIn(folder, path), size, hash: hashing(storedAt(path), hashes), open: () => (zipped ? gunzipped(stored(), size) : stored()) };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What an archive holds, file by file; what cannot be read in it is there as a file that is refused. */
async function archiveFiles(folder: string, path: string, hashes: Hashes): Promise<readonly ExportFile[]> {
  const archive = nameIn(folder, path);
  const { files, issues } = await openArchive(path, archive, await sizeOf(path));
  const refused = issues.map((one): ExportFile => ({ name: one.file, size: 0, archive, refused: one, open: nothing }));
  const readable = files.map((packed): ExportFile => {
    const { name, start, end, size } = packed;
    const range = { start, end: end - 1 };
    const stored = () => (end === start ? Readable.from([]) : createReadStream(path, { ...range, highWaterMark: PIECE }));
    const hashed = hashing(storedAt(path, range), hashes);
    const hash = async () => [await hashed(), packed.deflated, size, packed.crc].join('-');
    return { name: `${archive}/${name}`, size, archive, hash, open: () => unzipped(stored(), packed) };
  });
  return [...readable, ...refused];
}

/** A file, or the files of an archive, as the reader sees them, named by their paths under a folder. */
export async function exportFiles(folder: string, path: string, hashes: Hashes = new Map()): Promise<readonly ExportFile[]> {
  return isArchiveName(path) ? archiveFiles(folder, path, hashes) : [await exportFile(folder, path, hashes)];
}

const holds = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/**
 * The paths of the files under a folder but hidden ones, each with why it cannot be opened or null. Links are followed; those that lead nowhere
 * are there too, since someone meant them to be read. A folder that several ways lead to is entered once, by the way without links if there is one.
 */
async function listed(root: string): Promise<ReadonlyMap<string, Issue | null>> {
  const found = new Map<string, Issue | null>();
  const links: (readonly [path: string, within: string])[] = [];
  const entered = new Set<string>();
  const refuse = (code: IssueCode, path: string, detail = '') => found.set(path, issue(code, { file: nameIn(root, path), detail }));
  const unreadable = (path: string) => (error: unknown) => void refuse('file-unreadable', path, (error as Error).message);
  async function enter(folder: string, real: string): Promise<void> {
    if (entered.has(real)) return;
    entered.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.filter(({ name }) => !isHidden(name)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) links.push([path, real]);
      else if (entry.isDirectory()) await enter(path, join(real, entry.name)).catch(unreadable(path));
      else if (entry.isFile()) found.set(path, null);
      else refuse('file-not-regular', path);
    }
  }
  const top = await realpath(root);
  async function follow(path: string, within: string): Promise<void> {
    const target = await stat(path);
    if (target.isFile()) found.set(path, null);
    else if (!target.isDirectory()) refuse('file-not-regular', path);
    else {
      const real = await realpath(path);
      if (!entered.has(real) && (holds(real, within) || holds(real, top))) refuse('link-upwards', path);
      else await enter(path, real);
    }
  }
  await enter(root, top);
  for (const [path, within] of links) await follow(path, within).catch(unreadable(path));
  return found;
}

const absent = (error: unknown) => (error as { code?: string }).code === 'ENOENT' || (error as { code?: string }).code === 'ENOTDIR';

const PICTURES: Readonly<Record<string, string>> = { svg: 'svg+xml', png: 'png', jpg: 'jpeg', jpeg: 'jpeg', webp: 'webp' };
/** Every page carries the picture. */
const LOGO_MOST = 24_000;

/** The firm's picture as a `data:` URL, null where the settings name none; an issue where it cannot be used. */
async function logoIn(folder: string, path: string | undefined): Promise<string | null | Issue> {
  if (path === undefined) return null;
  const refused = (detail: string) => issue('settings-invalid', { file: 'settings.yaml', column: 'firm.logo', text: path, detail });
  const kind = PICTURES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  if (kind === undefined) return refused('a logo is an SVG, PNG, JPEG or WebP file');
  const bytes = await readFile(join(folder, path)).catch(() => null);
  if (bytes === null) return refused('there is no such file in the workspace');
  if (bytes.length > LOGO_MOST) return refused(`the file has ${Math.ceil(bytes.length / 1000)} kB, and every page carries it: ${LOGO_MOST / 1000} kB at most`);
  return `data:image/${kind};base64,${bytes.toString('base64')}`;
}

/** The workspace in a folder: `settings.yaml` and the files under `exports/`; issues where either cannot be used. `hashes` is what is known of its files. */
export async function loadWorkspace(folder: string, hashes: Hashes = new Map()): Promise<Workspace | { readonly issues: readonly Issue[] }> {
  const read = await statesOf(folder);
  const settingsText = await readFile(join(folder, 'settings.yaml'), 'utf8').catch((error: unknown) => {
    if (absent(error)) return null;
    throw error;
  });
  if (settingsText === null) return { issues: [issue('settings-missing', { file: folder })] };
  const settings = settingsFrom(settingsText, 'settings.yaml');
  if (!('firm' in settings)) return { issues: settings };
  const states = new Map([...read, ...(await statesOfFiles(folder, pictureOf(settings)))]);
  const logo = await logoIn(folder, settings.firm.logo);
  if (logo !== null && typeof logo !== 'string') return { issues: [logo] };
  return { files: await exportsIn(folder, hashes), settings, settingsText, logo, letters: await lettersOf(folder), hashes, states };
}

const pictureOf = ({ firm: { logo } }: Settings): readonly string[] => (logo === undefined ? [] : [logo]);

async function statesOfFiles(folder: string, names: readonly string[]): Promise<FileStates> {
  const stateOf = (name: string): Promise<string> =>
    storedAt(join(folder, name))
      .state()
      .catch(() => '');
  return new Map(await Promise.all(names.map(async (name) => [name, await stateOf(name)] as const)));
}

/** What all files are told by now that a workspace is read from, but for the firm's picture, which the settings name. */
async function statesOf(folder: string): Promise<FileStates> {
  const exported = await exportPaths(folder);
  return statesOfFiles(folder, ['settings.yaml', ...(await letterNames(folder)), ...exported.map(([path]) => nameIn(folder, path))]);
}

/** The files of a workspace that are no longer as they were before it was read, that came since or that are gone, by their paths in it. */
export async function changedSince(folder: string, { states, settings }: Pick<Workspace, 'states' | 'settings'>): Promise<readonly string[]> {
  const now = new Map([...(await statesOf(folder)), ...(await statesOfFiles(folder, pictureOf(settings)))]);
  return [...new Set([...states.keys(), ...now.keys()])].filter((name) => states.get(name) !== now.get(name)).sort();
}

/** The names of the Markdown files in `clients/` of a workspace, by their paths in it, in order; none where there is no such folder. */
async function letterNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, 'clients'), { withFileTypes: true }).catch((error: unknown) => {
    if (absent(error)) return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && /^[^.].*\.md$/i.test(entry.name))
    .map(({ name }) => `clients/${name}`)
    .sort();
}

async function lettersOf(folder: string): Promise<readonly LetterFile[]> {
  return Promise.all((await letterNames(folder)).map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
}

/** The paths under `exports/` in order, each with why it cannot be opened or null; none where there is no such folder. */
async function exportPaths(folder: string): Promise<readonly (readonly [path: string, refused: Issue | null])[]> {
  const found = await listed(join(folder, 'exports')).catch((error: unknown) => {
    if (absent(error)) return new Map<string, Issue | null>();
    throw error;
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The files under `exports/` of a workspace, those in archives among them; none where there is no such folder. */
export async function exportsIn(folder: string, hashes: Hashes = new Map()): Promise<readonly ExportFile[]> {
  const exportsFolder = join(folder, 'exports');
  const files = await Promise.all(
    (await exportPaths(folder)).map(([path, refused]) =>
      refused === null ? exportFiles(exportsFolder, path, hashes) : [{ name: refused.file, size: 0, refused, open: nothing }],
    ),
  );
  return files.flat();
}

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
