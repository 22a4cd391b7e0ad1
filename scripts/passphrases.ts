import { readFile, realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { isMap, isScalar, parseDocument } from 'yaml';
import { fold } from '../src/fold.ts';
import { issue, type Issue } from '../src/issue.ts';
import { usedPhrase } from '../src/share/sealed/agreed.ts';
import { weakness } from '../src/share/sealed/strength.ts';

/** A client whose page opens with a passphrase. */
export interface LockedClient {
  readonly client: string;
  /** Its name in addresses of pages, by which its variable is called. */
  readonly slug: string;
  /** Its id, name and aliases. */
  readonly names: readonly string[];
}

/** Where passphrases may be, and where their file may not lie. */
export interface PhrasePlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly forbidden: readonly string[];
}

type Phrases = ReadonlyMap<string, string>;

const FILE = 'COURTESY_PASSPHRASES';

/** The environment variable with the passphrase of a client: COURTESY_PASSPHRASE_ACME_LTD for acme-ltd. */
export function variableOf({ slug }: Pick<LockedClient, 'slug'>): string {
  return `COURTESY_PASSPHRASE_${slug.toUpperCase().replaceAll('-', '_')}`;
}

async function isInside(path: string, folder: string): Promise<boolean> {
  const real = (one: string): Promise<string> => realpath(one).catch(() => resolve(one));
  const [file, root] = [await real(path), await real(folder)];
  return file.startsWith(root + sep);
}

/** Passphrases by the folded names in a text of `client: phrase` lines, every value as it is written; what is wrong with it, where it is none. */
function phrasesIn(text: string): Phrases | string {
  const { errors, contents } = parseDocument(text, { schema: 'failsafe' });
  if (contents === null) return new Map();
  const none = 'it is no list of clients and passphrases';
  if (errors.length > 0 || !isMap(contents)) return none;
  // What stands after it may be the rest of a passphrase, and the client would be told all of it.
  if (contents.items.some(({ value }) => isScalar(value) && value.comment)) return 'a blank and # begin a remark; put such a passphrase in quotes';
  const entries = contents.items.map(({ key, value }) => [isScalar(key) ? key.value : null, isScalar(value) ? value.value : null] as const);
  const strings = entries.filter((entry): entry is readonly [string, string] => entry.every((part) => typeof part === 'string'));
  return strings.length < entries.length ? none : new Map(strings.map(([name, phrase]) => [fold(name), phrase]));
}

/** The file that the environment names, nothing without one. What is wrong with it is said without a word of what stands in it. */
async function fileOf({ env, forbidden }: PhrasePlaces): Promise<Phrases | Issue> {
  const path = env[FILE]?.trim() ?? '';
  if (path === '') return new Map();
  const refused = (detail: string): Issue => issue('passphrase-file', { file: path, detail });
  for (const folder of forbidden) if (await isInside(path, folder)) return refused(`it lies inside ${folder}`);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return refused('it is not there or may not be read');
  const found = phrasesIn(text);
  return typeof found === 'string' ? refused(found) : found;
}

function faultOf({ client, names }: LockedClient, phrase: string, firm: string, others: Phrases): Issue | null {
  const same = [...others].find(([, other]) => usedPhrase(other) === usedPhrase(phrase));
  const detail = same === undefined ? weakness(phrase, [firm, ...names]) : `it is that of ${same[0]} too`;
  return detail === null ? null : issue('passphrase-weak', { text: client, detail });
}

/**
 * The passphrases of clients by their ids: each from its own variable of the environment, else from the file that
 * COURTESY_PASSPHRASES names; the issues where one is missing, too weak or that of another client too. None of them holds a passphrase.
 */
export async function passphrasesFor(clients: readonly LockedClient[], firm: string, places: PhrasePlaces): Promise<Phrases | readonly Issue[]> {
  if (clients.length === 0) return new Map();
  const file = await fileOf(places);
  if ('code' in file) return [file];
  const found = new Map<string, string>();
  const issues: Issue[] = [];
  for (const one of clients) {
    const name = one.names.find((known) => file.has(fold(known)));
    const phrase = places.env[variableOf(one)] ?? (name === undefined ? undefined : file.get(fold(name)));
    const fault =
      phrase === undefined || phrase.trim() === ''
        ? issue('passphrase-missing', { text: one.client, detail: variableOf(one) })
        : faultOf(one, phrase, firm, found);
    if (fault === null) found.set(one.client, phrase!);
    else issues.push(fault);
  }
  return issues.length > 0 ? issues : found;
}
