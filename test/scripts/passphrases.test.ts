import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { passphrasesFor, variableOf } from '../../scripts/passphrases.ts';
import { issueText } from '../../src/issue.ts';

const GOOD = 'copper lantern orbit meadow';
const OTHER = '81020437629041875533';
const clients = [
  { client: 'alder', slug: 'alder', names: ['alder', 'Alder Works'] },
  { client: 'B-2', slug: 'b-2', names: ['B-2', 'Birch & Söhne', 'birch'] },
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phrases-'));
  mkdirSync(join(folder, 'workspace'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(text: string, name = 'phrases.yaml'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The passphrases by client, or what is said instead. */
async function found(env: Record<string, string>, of = clients): Promise<Record<string, string> | readonly string[]> {
  const result = await passphrasesFor(of, 'Rowan IT', { env, forbidden: [join(folder, 'workspace')] });
  return 'get' in result ? Object.fromEntries(result) : result.map(issueText);
}

test('come from variables, and else from a file by any name of the client', async () => {
  expect(clients.map(variableOf)).toEqual(['COURTESY_PASSPHRASE_ALDER', 'COURTESY_PASSPHRASE_B_2']);
  const COURTESY_PASSPHRASES = fileWith(`# ours\nAlder Works: from the file, never used\nBIRCH: ${OTHER}\nsomebody else: short\n`);
  expect(await found({ COURTESY_PASSPHRASES, COURTESY_PASSPHRASE_ALDER: GOOD })).toEqual({ alder: GOOD, 'B-2': OTHER });
  expect(await found({ COURTESY_PASSPHRASES: '/nowhere' }, [])).toEqual({});
});

test('are asked for by name where one lacks', async () => {
  const said = await found({ COURTESY_PASSPHRASE_ALDER: GOOD, COURTESY_PASSPHRASE_B_2: ' ' });
  expect(said).toHaveLength(1);
  expect((said as readonly string[])[0]).toMatch(
    /^"B-2": the page of this client opens with a passphrase, and there is none for it \(COURTESY_PASSPHRASE_B_2\); /,
  );
});

test('are refused where they are weak or that of two clients, and are never said', async () => {
  const weak = await found({ COURTESY_PASSPHRASE_ALDER: 'tiny secret', COURTESY_PASSPHRASE_B_2: 'Birch & Söhne, Rowan IT' });
  expect(weak).toEqual([expect.stringContaining('fewer than 16 characters'), expect.stringContaining('little more than the names')]);
  const same = await found({ COURTESY_PASSPHRASE_ALDER: GOOD, COURTESY_PASSPHRASE_B_2: ` ${GOOD}` });
  expect(same).toEqual([expect.stringContaining('it is that of alder too')]);
  for (const line of [...(weak as string[]), ...(same as string[])]) expect(line).not.toMatch(/tiny secret|copper/);
});

test.for<readonly [string, () => string, string]>([
  ['inside the workspace', () => fileWith(`alder: ${GOOD}`, 'workspace/phrases.yaml'), 'it lies inside'],
  [
    'behind a link into the workspace',
    () => {
      symlinkSync(fileWith(`alder: ${GOOD}`, 'workspace/phrases.yaml'), join(folder, 'link.yaml'));
      return join(folder, 'link.yaml');
    },
    'it lies inside',
  ],
  ['that is not there', () => join(folder, 'none.yaml'), 'it is not there'],
  ['that is no list', () => fileWith(`- ${GOOD}`), 'no list of clients'],
  ['that cannot be read as one', () => fileWith(`alder: "${GOOD}\nb: [`), 'no list of clients'],
  ['that cuts a passphrase off', () => fileWith(`alder: ${GOOD} #7\nB-2: ${OTHER}\n`), 'put such a passphrase in quotes'],
  ['with more than a passphrase for a client', () => fileWith(`alder: { phrase: ${GOOD} }`), 'no list of clients'],
])('do not come from a file %s', async ([, path, wrong]) => {
  const said = await found({ COURTESY_PASSPHRASES: path() });
  expect(said).toEqual([expect.stringContaining(wrong)]);
  expect((said as readonly string[])[0]).not.toContain('copper');
});
