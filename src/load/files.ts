import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isArchiveName, type ExportFile } from '../exports/file.ts';
import { hashing, type Hashes } from './file-hash.ts';
import { pathsIn } from './folder.ts';
import { nameIn, storedAt } from './stored.ts';
import { gunzipped, PIECE, unzipped } from './unpack.ts';
import { openArchive } from './zip.ts';

async function startsWith(path: string, ...bytes: number[]): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(bytes.length), 0, bytes.length, 0);
    return bytes.every((byte, at) => buffer[at] === byte);
  } finally {
    await handle.close();
  }
}

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

/** The files under `exports/` of a workspace, those in archives among them; none where there is no such folder. */
export async function exportsIn(folder: string, hashes: Hashes = new Map()): Promise<readonly ExportFile[]> {
  const exportsFolder = join(folder, 'exports');
  const files = await Promise.all(
    (await pathsIn(exportsFolder)).map(([path, refused]) =>
      refused === null ? exportFiles(exportsFolder, path, hashes) : [{ name: refused.file, size: 0, refused, open: nothing }],
    ),
  );
  return files.flat();
}
