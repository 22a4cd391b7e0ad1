import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Workspace } from '../src/load/workspace.ts';

/** One file that the report was made from, as it lies on the disk. */
export interface Input {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function inputAt(folder: string, file: string, known: (() => Promise<string>) | undefined): Promise<Input> {
  const path = join(folder, file);
  const found = await stat(path);
  if (!found.isFile()) throw new Error(`${file} is not a file`);
  return { file, bytes: found.size, sha256: await (known?.() ?? hashOf(path)) };
}

/**
 * Every input of a workspace, settings first, then the firm's picture and the words for clients, then the exports by name, an archive as one. One that cannot be read has no
 * bytes and no hash, and the reader says why.
 */
export async function inputsOf(
  folder: string,
  { files, settings, letters = [] }: Pick<Workspace, 'files' | 'settings'> & Partial<Pick<Workspace, 'letters'>>,
): Promise<readonly Input[]> {
  const exports = new Map(files.map(({ name, archive, hash }) => [`exports/${archive ?? name}`, archive === undefined ? hash : undefined]));
  const inputs: Input[] = [];
  const { logo } = settings.firm;
  for (const name of [
    'settings.yaml',
    ...(logo === undefined ? [] : [logo]),
    ...(settings.share === undefined ? [] : letters.map(({ file }) => file)),
    ...[...exports.keys()].sort(),
  ])
    inputs.push(await inputAt(folder, name, exports.get(name)).catch(() => ({ file: name, bytes: 0, sha256: '' })));
  return inputs;
}

/**
 * The name of what is built from these inputs: 12 hexadecimal digits that follow from them, the as-of day asked for, and
 * the version that changes are told from.
 */
export function buildName(inputs: readonly Input[], asOf: string | undefined, previous: string | null): string {
  const said = JSON.stringify([inputs.map(({ file, sha256 }) => [file, sha256]), asOf ?? null, previous]);
  return createHash('sha256').update(said).digest('hex').slice(0, 12);
}
