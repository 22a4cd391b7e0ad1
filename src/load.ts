import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parseDocument } from 'yaml';
import type { ExportFile } from './exports/file.ts';
import { issue, type Issue } from './issue.ts';
import type { Report } from './report/model.ts';
import { readSettings, type Settings } from './settings.ts';

/** A workspace as the pipeline takes it: files by their bytes, settings with every default. */
export interface Workspace {
  readonly files: readonly ExportFile[];
  readonly settings: Settings;
  /** The settings file as written. */
  readonly settingsText: string;
}

const PIECE = 1 << 16;

async function startsWith(path: string, ...bytes: number[]): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(bytes.length), 0, bytes.length, 0);
    return bytes.every((byte, at) => buffer[at] === byte);
  } finally {
    await handle.close();
  }
}

/** The bytes of a packed file; an error of the disk or of the archive is thrown to the reader. */
async function* unzipped(path: string): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(path, { highWaterMark: PIECE });
  const plain = createGunzip({ chunkSize: PIECE });
  packed.on('error', (error) => plain.destroy(error));
  yield* packed.pipe(plain);
}

/** One file as the reader sees it, named by its path under a folder. */
export async function exportFile(folder: string, path: string): Promise<ExportFile> {
  const zipped = await startsWith(path, 0x1f, 0x8b).catch(() => false);
  return {
    name: relative(folder, path).split(sep).join('/'),
    size: await stat(path).then(
      ({ size }) => size,
      () => 0,
    ),
    open: () => (zipped ? unzipped(path) : createReadStream(path, { highWaterMark: PIECE })),
  };
}

/** Every file under a folder but hidden ones; links that lead nowhere too, since someone meant them to be read. */
async function listed(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.name.startsWith('.') && !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const folders = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (found) => found.isDirectory(),
        () => false,
      ),
    ),
  );
  return paths.filter((_, at) => !folders[at]);
}

function settingsFrom(text: string, name: string): Settings | readonly Issue[] {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) return [issue('settings-invalid', { file: name, line: error.linePos?.[0].line ?? null, detail: error.message.split('\n')[0]! })];
  const read = readSettings(document.toJS());
  if ('settings' in read) return read.settings;
  return read.problems.map((problem) => {
    const node = document.getIn(problem.path.split('.'), true) as { range?: [number, number, number] } | undefined;
    const line = node?.range === undefined ? null : text.slice(0, node.range[0]).split('\n').length;
    return issue('settings-invalid', { file: name, line, column: problem.path, detail: problem.message });
  });
}

const absent = (error: unknown) => (error as { code?: string }).code === 'ENOENT' || (error as { code?: string }).code === 'ENOTDIR';

/** The workspace in a folder: `settings.yaml` and the files under `exports/`; issues where either cannot be used. */
export async function loadWorkspace(folder: string): Promise<Workspace | { readonly issues: readonly Issue[] }> {
  const settingsText = await readFile(join(folder, 'settings.yaml'), 'utf8').catch((error: unknown) => {
    if (absent(error)) return null;
    throw error;
  });
  if (settingsText === null) return { issues: [issue('settings-invalid', { file: 'settings.yaml', detail: `${folder} has no settings.yaml` })] };
  const settings = settingsFrom(settingsText, 'settings.yaml');
  if (!('firm' in settings)) return { issues: settings };
  const exportsFolder = join(folder, 'exports');
  const paths = await listed(exportsFolder).catch((error: unknown) => {
    if (absent(error)) return [];
    throw error;
  });
  return { files: await Promise.all(paths.map((path) => exportFile(exportsFolder, path))), settings, settingsText };
}

let report: Promise<Report> | null = null;

/** The report that the pages show, read once from the file that COURTESY_REPORT names. */
export function readReport(): Promise<Report> {
  report ??= readFile(process.env['COURTESY_REPORT'] ?? '', 'utf8').then((text) => JSON.parse(text) as Report);
  return report;
}
