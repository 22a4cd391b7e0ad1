import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issue, type Issue } from '../issue.ts';

/** The text of a file of the workspace that people write, in UTF-8 or in UTF-16 with its mark; an issue where it is neither. Errors: those of the disk. */
export async function textIn(folder: string, file: string): Promise<string | Issue> {
  const bytes = await readFile(join(folder, file));
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch {
    return issue('text-not-utf8', { file });
  }
}
