import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { speaking } from '../src/language/language.ts';
import type { Slice } from '../src/share/audience.ts';
import { contentCsv } from '../src/share/csv.ts';
import { contentOf } from '../src/share/page.ts';
import { SINGLE, singlePage } from '../src/share/single.ts';
import { lockedPage, seal, unsealed } from '../src/share/sealed/seal.ts';

/** What pages with a passphrase are encrypted with. */
export interface Locks {
  readonly secret: string;
  /** By folder: the client, and its passphrase. */
  readonly phrases: ReadonlyMap<string, { readonly client: string; readonly phrase: string }>;
}

/** The files of a client's folder, which hold its page in every form. */
export function filesOf(folder: string, isLocked: boolean): readonly string[] {
  return [...(isLocked ? [] : ['review.csv']), 'index.html', SINGLE].map((name) => `${folder}/${name}`);
}

/** Pages that are encrypted at a time: a hand for each thread that derives keys. */
const AT_ONCE = 4;
const SHELL = 'locked';

async function sealPage(shell: string, root: string, folder: string, page: string, { secret, phrases }: Locks): Promise<void> {
  const { client, phrase } = phrases.get(folder)!;
  const locked = lockedPage(shell, await seal({ secret, client, phrase, page }));
  if ((await unsealed(locked, phrase)) !== page) throw new Error('A page does not open with its passphrase.');
  for (const name of ['index.html', SINGLE]) await writeFile(join(root, folder, name), locked);
}

/** The page with a passphrase but for what is sealed in it; it is rendered beside the others and published nowhere. */
async function takeShell(root: string): Promise<string> {
  const shell = await readFile(join(root, SHELL, 'index.html'), 'utf8');
  await rm(join(root, SHELL), { recursive: true });
  return shell;
}

/**
 * Makes every form of the rendered pages under `root`: beside each its CSV and the page as one file; where it has a passphrase
 * the page as one file alone, encrypted, under both names. Gives what stood in the encrypted ones before, by their folders.
 * @throws Error where a page does not open again with its passphrase.
 */
export async function writeForms(slices: ReadonlyMap<string, Slice>, root: string, locks: Locks): Promise<ReadonlyMap<string, string>> {
  const inside = new Map<string, string>();
  const shell = slices.size === 0 ? '' : await takeShell(root);
  for (const [folder, slice] of slices) {
    const csv = speaking(slice.firm.locale, () => contentCsv(contentOf(slice)));
    const page = singlePage(await readFile(join(root, folder, 'index.html'), 'utf8'), csv);
    if (locks.phrases.has(folder)) {
      inside.set(folder, page);
      continue;
    }
    await writeFile(join(root, folder, 'review.csv'), csv);
    await writeFile(join(root, folder, SINGLE), page);
  }
  const waiting = [...inside];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await sealPage(shell, root, ...next, locks);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return inside;
}
