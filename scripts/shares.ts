import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { issue, type Issue } from '../src/issue.ts';
import type { Identity } from '../src/report/identities.ts';
import type { Report } from '../src/report/model.ts';
import type { ShareState } from '../src/report/share-model.ts';
import type { Settings } from '../src/settings.ts';
import { slicesOf, textsOf, type Slice } from '../src/share/audience.ts';
import { headerFiles } from '../src/share/headers.ts';
import { linksCsv } from '../src/share/links.ts';
import { scan, type Leak, type Proof, type Shared } from '../src/share/scan.ts';
import { shellOf } from '../src/share/sealed/seal.ts';
import { filesOf, writeForms, type Locks } from './forms.ts';
import { filesUnder, ownWords } from './own-words.ts';
import { passphrasesFor, type PhrasePlaces } from './passphrases.ts';
import { writePrepared } from './prepared.ts';

/** Renders a page for each slice in a folder into another one inside `work`. */
export type RenderShares = (slices: string, folder: string, work: string, reportFile: string) => Promise<void>;

/** What pages for clients are made from. */
export interface ShareOrder {
  readonly report: Report;
  readonly reportFile: string;
  readonly settings: Settings;
  readonly identities: readonly Identity[];
  /** The secret of the build, and where the passphrases of locked pages may be. */
  readonly secret: string;
  readonly passphrases: PhrasePlaces;
  /** Holds everything of this build; the site grows in `site` under it. */
  readonly folder: string;
  readonly render: RenderShares;
}

/** What was shared, for the receipt. */
export interface SharesMade extends Omit<Proof, 'leaks' | 'doubts'> {
  readonly states: Readonly<Partial<Record<ShareState, number>>>;
  /** How many words may be another client's name, each told as an issue. */
  readonly doubts: number;
}

/** What may lie under `share/`: the forms of a page in each folder, and the header files of hosts. */
function expected(folders: readonly string[], { phrases }: Locks): ReadonlySet<string> {
  return new Set([...headerFiles.keys(), ...folders.flatMap((folder) => filesOf(folder, phrases.has(folder)))]);
}

/** Every file that is to be published, read back from the disk, by the folder that it lies in; '' for those beside the folders. */
async function published(root: string, folders: readonly string[], locks: Locks): Promise<ReadonlyMap<string, Shared['files']>> {
  const files = (await filesUnder(root)).map((file) =>
    file
      .slice(root.length + 1)
      .split(sep)
      .join('/'),
  );
  const allowed = expected(folders, locks);
  const [strange, missing] = [files.filter((file) => !allowed.has(file)), [...allowed].filter((file) => !files.includes(file))];
  if (strange.length + missing.length > 0) throw new Error(`share/ holds ${strange[0] ?? 'all but'} ${missing[0] ?? ''}`.trim());
  const found = new Map<string, { path: string; bytes: Uint8Array }[]>();
  for (const path of files) {
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
    found.set(folder, [...(found.get(folder) ?? []), { path, bytes: new Uint8Array(await readFile(join(root, path))) }]);
  }
  return found;
}

async function writePages(slices: ReadonlyMap<string, Slice>, { folder, render, reportFile }: ShareOrder, root: string): Promise<void> {
  const parts = join(folder, 'slices');
  await mkdir(parts, { recursive: true });
  for (const [name, slice] of slices) await writeFile(join(parts, `${name}.json`), JSON.stringify(slice));
  if (slices.size > 0) await render(parts, root, folder, reportFile);
}

/** The passphrases of the locked pages by their folders, or what is wrong with them. */
async function locksOf({ report, identities, secret, passphrases }: ShareOrder): Promise<Locks | readonly Issue[]> {
  const locked = (report.shares ?? []).filter(({ folder, record, locked: isLocked }) => isLocked && folder !== null && record !== null);
  const clients = locked.map(({ client, name }) => {
    const { slug } = report.clients.find(({ id }) => id === client)!;
    return { client, slug, names: [client, name, slug, ...(identities.find((one) => one.client === client)?.names ?? [])] };
  });
  const found = await passphrasesFor(clients, report.firm.name, passphrases);
  if (!('get' in found)) return found;
  return { secret, phrases: new Map(locked.map(({ client, folder }) => [folder!, { client, phrase: found.get(client)! }])) };
}

/** What is searched in a folder: its files but for what is sealed in them, and that as it was before. */
function searched(folder: string, files: Shared['files'], inside: ReadonlyMap<string, string>): Shared['files'] {
  const page = inside.get(folder);
  if (page === undefined) return files;
  const text = new TextDecoder();
  const bytes = (written: string): Uint8Array => new TextEncoder().encode(written);
  return [{ path: `${folder}/index.html`, bytes: bytes(page) }, ...files.map((file) => ({ path: file.path, bytes: bytes(shellOf(text.decode(file.bytes))) }))];
}

/** Puts the header files of hosts at the root of each site. */
export async function writeHeaders(...roots: readonly string[]): Promise<void> {
  for (const root of roots) for (const [name, text] of headerFiles) await writeFile(join(root, name), text);
}

function proofOf(
  { report, settings, identities }: ShareOrder,
  slices: ReadonlyMap<string, Slice>,
  files: ReadonlyMap<string, Shared['files']>,
  product: ReadonlySet<string>,
  inside: ReadonlyMap<string, string>,
): Proof {
  const owners = new Map((report.shares ?? []).map(({ folder, client }) => [folder, client]));
  const people = (report.shares ?? []).flatMap(({ record }) => record?.manager ?? []);
  const shared = [...files].map(([folder, some]): Shared => {
    const slice = slices.get(folder);
    return { client: owners.get(folder) ?? null, files: searched(folder, some, inside), texts: slice === undefined ? [] : textsOf(slice) };
  });
  return scan(shared, { identities, firm: [report.firm.name, ...new Set(people)], product, allow: settings.share?.allow ?? [] });
}

/**
 * Makes `share/`, `links.csv` and the header files beside the internal site, all in `folder`/site, and proves that no page
 * holds another client. Gives what was made, with a warning for each word that may be another client's name; or, as issues alone, the leaks where
 * there are any, and passphrases that lack or are too weak.
 */
export async function makeShares(order: ShareOrder): Promise<{ readonly made: SharesMade; readonly issues: readonly Issue[] } | readonly Issue[]> {
  const { report, settings, folder } = order;
  const shares = report.shares ?? [];
  const site = join(folder, 'site');
  const root = join(site, 'share');
  const locks = await locksOf(order);
  if (!('phrases' in locks)) return locks;
  await mkdir(root, { recursive: true });
  const slices = slicesOf(report);
  await writePages(slices, order, root);
  const inside = await writeForms(slices, root, locks);
  await writeHeaders(root, join(site, 'internal'));
  await writePrepared(report, slices, join(site, 'internal'), settings.share?.address);
  await writeFile(join(site, 'links.csv'), linksCsv(shares, settings.share?.address));
  const { leaks, doubts, ...counts } = proofOf(order, slices, await published(root, [...slices.keys()], locks), await ownWords(report.firm.locale), inside);
  const told = (code: 'share-leak' | 'share-doubt', { path, name, of }: Leak): Issue => {
    const whose = shares.find((one) => one.folder !== null && path.startsWith(`${one.folder}/`));
    const detail = `on the page of ${whose?.client ?? 'nobody'}; ${of === null ? 'of no listed client' : `of ${of}`}`;
    return issue(code, { file: `share/${path}`, text: name, detail });
  };
  if (leaks.length > 0) return leaks.map((leak) => told('share-leak', leak));
  const states: Partial<Record<ShareState, number>> = {};
  for (const { state } of shares) states[state] = (states[state] ?? 0) + 1;
  return { made: { states, doubts: doubts.length, ...counts }, issues: doubts.map((doubt) => told('share-doubt', doubt)) };
}
