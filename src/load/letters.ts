import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { issue, type Issue } from '../issue.ts';
import type { LetterFile } from '../report/letters.ts';
import { isAbsent } from './stored.ts';
import { textIn } from './text.ts';

/** The names of the Markdown files in `clients/` of a workspace by their paths in it, in order, links that lead nowhere too; none where there is no such folder. */
export async function letterNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, 'clients')).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  const isRead = async (name: string): Promise<boolean> => (await stat(join(folder, 'clients', name)).catch(() => null))?.isFile() ?? true;
  const named = entries.filter((name) => /^[^.].*\.md$/i.test(name));
  const read = await Promise.all(named.map(isRead));
  return named
    .filter((_, at) => read[at])
    .map((name) => `clients/${name}`)
    .sort();
}

/** The account managers' words in a workspace: the files of its `clients/`, and why others cannot be read. */
export async function lettersOf(folder: string): Promise<{ readonly letters: readonly LetterFile[]; readonly issues: readonly Issue[] }> {
  const unreadable = (file: string) => (error: unknown) => issue('file-unreadable', { file, detail: (error as Error).message });
  const [letters, issues]: [LetterFile[], Issue[]] = [[], []];
  for (const file of await letterNames(folder)) {
    const text = await textIn(folder, file).catch(unreadable(file));
    if (typeof text === 'string') letters.push({ file, text });
    else issues.push(text);
  }
  return { letters, issues };
}
