import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderOf } from '../../src/share/tokens.ts';
import { runNode } from '../scripts/processes.ts';
import { bytesUnder, CLIENTS, digits, idOf, MANY, marker, nameOf, writeCanaries, type Change } from './canaries.ts';
import { pageRules } from './page-rules.ts';

const SECRET = 'a secret that nobody else has, 40 letters';
const folder = mkdtempSync(join(tmpdir(), 'shares-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function built(name: string, change: Change = {}, env: NodeJS.ProcessEnv = { COURTESY_SECRET: SECRET }) {
  const [data, out] = [join(folder, `${name}-data`), join(folder, name)];
  writeCanaries(data, change);
  const { code, err } = await runNode(['scripts/build.ts', '--data', data, '--out', out, '--no-cache'], env);
  return { code, err, out };
}

/** Folders by client, from links.csv. */
function linksOf(out: string): ReadonlyMap<string, string> {
  const lines = readFileSync(join(out, 'links.csv'), 'utf8').trim().split('\r\n').slice(1);
  return new Map(lines.map((line) => line.split(',').slice(0, 2) as [string, string]));
}

/** What the files of a folder say is of its client alone, of the fields that are meant for it, and its letter is there. */
function expectOwnWords(of: string, client: number): void {
  const texts = [...bytesUnder(of).values()].map((bytes) => bytes.toString());
  const found = new Set(texts.flatMap((text) => text.match(/zq\d{3}[a-z]+/gi) ?? []));
  expect([...found].filter((word) => !word.startsWith(`zq${digits(client)}`))).toEqual([]);
  const allowed = ['name', 'manager', 'letter', 'quote', 'wording'].map((field) => marker(client, field));
  expect([...found].filter((word) => !allowed.includes(word))).toEqual([]);
  expect(found.has(marker(client, 'letter'))).toBe(true);
}

let base = '';
beforeAll(async () => {
  const { code, err, out } = await built('base');
  expect(err.slice(-600)).toContain('none found');
  expect(code).toBe(0);
  base = out;
}, 300_000);

describe('the pages of forty clients', () => {
  test('stand under names of 160 bits, with the header files of hosts, and nothing else', () => {
    const links = linksOf(base);
    expect(links.size).toBe(CLIENTS);
    expect(new Set(links.values()).size).toBe(CLIENTS);
    for (const name of links.values()) expect(name).toMatch(/^[a-z2-7]{32}$/);
    const wanted = [...links.values()].flatMap((name) => [`${name}/index.html`, `${name}/review.csv`, `${name}/review.html`]);
    expect([...bytesUnder(join(base, 'share')).keys()].sort()).toEqual(['.htaccess', '_headers', 'web.config', ...wanted].sort());
  });

  test('hold no text of another client, and of their own only what is meant for it', () => {
    const links = linksOf(base);
    for (let client = 0; client < CLIENTS; client++) expectOwnWords(join(base, 'share', links.get(idOf(client))!), client);
  });

  test('say how each stands on the page of reviews, and nowhere else in share/', () => {
    const reviews = readFileSync(join(base, 'internal', 'reviews', 'index.html'), 'utf8');
    const [first] = [...linksOf(base).values()];
    expect(reviews).toContain(`../../share/${first}/index.html`);
    expect(existsSync(join(base, 'share', 'links.csv'))).toBe(false);
    const receipt = JSON.parse(readFileSync(join(base, 'build.json'), 'utf8')) as { counts: { shares: object } };
    expect(receipt.counts.shares).toMatchObject({ states: { shared: CLIENTS }, folders: CLIENTS, files: 3 * CLIENTS + 3 });
  });

  test('change only for the client whose rows, rotation or state change', { timeout: 300_000 }, async () => {
    const share = `  by_client:\n    ${idOf(11)}: off\n    ${idOf(12)}: { until: 2026-07-11 }\n    ${idOf(13)}: { rotation: 1 }\n    ${idOf(14)}: { until: 2026-07-12 }\n`;
    const { code, out } = await built('changed', { slower: 10, without: 20, share });
    expect(code).toBe(0);
    const [before, after] = [linksOf(base), linksOf(out)];
    expect([...before.keys()].filter((id) => !after.has(id)).sort()).toEqual([idOf(11), idOf(12), idOf(20)]);
    expect([...after.keys()].filter((id) => after.get(id) !== before.get(id))).toEqual([idOf(13)]);
    expect(existsSync(join(out, 'share', before.get(idOf(13))!))).toBe(false);
    for (const [id, name] of after) {
      const [was, is] = [bytesUnder(join(base, 'share', before.get(id)!)), bytesUnder(join(out, 'share', name))];
      const same = [...is].every(([path, bytes]) => was.get(path)!.equals(bytes));
      expect([id, same]).toEqual([id, ![idOf(10), idOf(14)].includes(id)]);
    }
    const moved = readFileSync(join(out, 'share', after.get(idOf(13))!, 'index.html'));
    expect(moved.equals(readFileSync(join(base, 'share', before.get(idOf(13))!, 'index.html')))).toBe(true);
  });

  test('are not made without a secret', { timeout: 180_000 }, async () => {
    for (const env of [{}, { COURTESY_SECRET: 'short' }]) {
      const { code, err, out } = await built('secretless', {}, env);
      expect(code).toBe(1);
      expect(err).toContain('COURTESY_SECRET');
      expect(existsSync(out)).toBe(false);
    }
  });

  test('are not published where one names another client, and the file is named', { timeout: 180_000 }, async () => {
    const letters = { [`${idOf(5)}.md`]: `## 2026 Q2\n\nAs with ${nameOf(16).toUpperCase()}, we will move you too.\n` };
    const { code, err, out } = await built('leaking', { letters });
    expect(code).toBe(1);
    expect(err).toMatch(/share\/[a-z2-7]{32}\/index\.html: "zq016name": a page for one client holds the name of another/);
    expect(err).toContain(`on the page of ${idOf(5)}; of ${idOf(16)}`);
    expect(existsSync(out)).toBe(false);
  });

  test('are stopped by a client that nobody knows', { timeout: 180_000 }, async () => {
    const { code, err } = await built('unknown', { share: '  by_client:\n    nobody: off\n' });
    expect(code).toBe(1);
    expect(err).toContain('"nobody": share in settings.yaml names a client that no export names');
  });
});

describe('the pages of three hundred clients with hostile and colliding names', () => {
  test('hold no text of another client, and of their own only what is meant for it', { timeout: 300_000 }, async () => {
    const { code, err, out } = await built('many', { cast: MANY });
    expect([code, err.slice(-600)]).toEqual([0, expect.stringContaining('none found')]);
    const folders = Array.from({ length: MANY.clients }, (_, client) => folderOf(SECRET, MANY.id(client).trim(), '0.0'));
    expect(readdirSync(join(out, 'share'), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))).toEqual(folders.toSorted());
    for (const [client, name] of folders.entries()) {
      expectOwnWords(join(out, 'share', name), client);
      expect(readFileSync(join(out, 'share', name, 'index.html'), 'utf8')).not.toMatch(/<script/i);
    }
  });
});

/** Those with hostile names, without surveys, without complaints and of one ticket are among them. */
pageRules(
  () => join(base, 'share'),
  () => Array.from({ length: 10 }, (_, client) => linksOf(base).get(idOf(client))!),
);
