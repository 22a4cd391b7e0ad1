import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was printed into a folder: the SHA-256 of each file by its name. */
type Made = Readonly<Record<string, string>>;

const LIST = '.printed.json';
const NAME = /^[a-z0-9-]+\.pdf$/;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes a file whole or not at all. */
function write(file: string, content: Uint8Array | string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

function madeIn(folder: string): Made {
  try {
    const made = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Made;
    return Object.fromEntries(Object.entries(made).filter(([name, hash]) => NAME.test(name) && typeof hash === 'string'));
  } catch {
    return {};
  }
}

function list(folder: string, made: Made): void {
  const names = Object.keys(made).sort();
  write(join(folder, LIST), `${JSON.stringify(Object.fromEntries(names.map((name) => [name, made[name]])), null, 2)}\n`);
}

/** Writes a PDF into a folder and remembers that it was printed there. */
export function keepPdf(folder: string, name: string, bytes: Uint8Array): void {
  write(join(folder, name), bytes);
  list(folder, { ...madeIn(folder), [name]: hashOf(bytes) });
}

/** Removes the PDFs that were printed into a folder, are still as they were, and are not among these names. Gives those that it removed. */
export function removeOthers(folder: string, names: ReadonlySet<string>): readonly string[] {
  const made = madeIn(folder);
  const others = Object.keys(made).filter((name) => !names.has(name));
  const old = others.filter((name) => existsSync(join(folder, name)) && hashOf(readFileSync(join(folder, name))) === made[name]);
  for (const name of old) rmSync(join(folder, name));
  if (others.length > 0) list(folder, Object.fromEntries(Object.entries(made).filter(([name]) => names.has(name))));
  return old;
}
