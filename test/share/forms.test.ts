import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shellOf, unsealed } from '../../src/share/sealed/seal.ts';
import { runNode } from '../scripts/processes.ts';
import { bytesUnder, idOf, marker, nameOf, writeCanaries, type Change } from './canaries.ts';
import { lockedRules } from './locked-rules.ts';
import { paperRules } from './paper-rules.ts';

const PHRASE = 'copper lantern orbit meadow';
const LOCKED = 3;
const HOSTILE = 4;
const env = {
  COURTESY_SECRET: 'a secret that nobody else has, 40 letters',
  [`COURTESY_PASSPHRASE_${idOf(LOCKED).toUpperCase()}`]: PHRASE,
  [`COURTESY_PASSPHRASE_${idOf(HOSTILE).toUpperCase()}`]: `${PHRASE} 2`,
};
const share = `  by_client:\n    ${idOf(LOCKED)}: { passphrase: true }\n    ${idOf(HOSTILE)}: { passphrase: true }\n`;
const folder = mkdtempSync(join(tmpdir(), 'forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function built(name: string, change: Change, given: NodeJS.ProcessEnv = env) {
  const [data, out] = [join(folder, `${name}-data`), join(folder, name)];
  writeCanaries(data, change);
  const { code, err } = await runNode(['scripts/build.ts', '--data', data, '--out', out, '--no-cache'], given);
  return { code, err, out };
}

function folderOf(out: string, client: number): string {
  const line = readFileSync(join(out, 'links.csv'), 'utf8')
    .split('\r\n')
    .find((one) => one.startsWith(`${idOf(client)},`))!;
  return join(out, 'share', line.split(',')[1]!);
}

let [open, locked, said] = ['', '', ''];
beforeAll(async () => {
  const [plain, sealed] = [await built('open', {}), await built('locked', { share })];
  expect([plain.code, sealed.code, sealed.err.slice(-600)]).toEqual([0, 0, expect.stringContaining('none found')]);
  [open, locked, said] = [plain.out, sealed.out, sealed.err];
}, 300_000);

describe('a page with a passphrase', () => {
  test('lies in its folder encrypted, under both names, and in no other form', () => {
    for (const client of [LOCKED, HOSTILE]) {
      const files = bytesUnder(folderOf(locked, client));
      expect([...files.keys()]).toEqual(['index.html', 'review.html']);
      expect(files.get('index.html')!.equals(files.get('review.html')!)).toBe(true);
    }
  });

  test('holds the very file that is there without one', async () => {
    const inside = await unsealed(readFileSync(join(folderOf(locked, LOCKED), 'index.html'), 'utf8'), PHRASE);
    expect(inside).toBe(readFileSync(join(folderOf(open, LOCKED), 'review.html'), 'utf8'));
    expect(inside).toContain(marker(LOCKED, 'letter'));
  });

  test('tells nothing of its client, and its passphrase stands nowhere', () => {
    const texts = [LOCKED, HOSTILE].flatMap((client) => [...bytesUnder(folderOf(locked, client)).values()].map(String));
    for (const text of texts) {
      expect(/zq\d{3}(name|letter|wording|manager|quote)/.exec(text)?.[0] ?? null).toBeNull();
      expect(shellOf(text).length).toBeLessThan(12_000);
      expect(/zq|satisfied|Jun|review\.csv/.exec(shellOf(text))?.[0] ?? null).toBeNull();
    }
    for (const [path, bytes] of bytesUnder(locked)) expect([path, bytes.includes(PHRASE)]).toEqual([path, false]);
    expect(said).not.toContain(PHRASE);
  });

  test('changes nothing of the others, and is the same when it is built again', { timeout: 300_000 }, async () => {
    const others = (out: string) =>
      [...bytesUnder(join(out, 'share'))].filter(([path]) => ![LOCKED, HOSTILE].some((client) => folderOf(out, client).endsWith(path.split('/')[0]!)));
    const same = (a: string, b: string) => others(a).every(([path, bytes]) => bytes.equals(readFileSync(join(b, 'share', path))));
    expect([others(open).length, same(open, locked)]).toEqual([others(locked).length, true]);
    const again = await built('again', { share });
    const [was, is] = [bytesUnder(join(locked, 'share')), bytesUnder(join(again.out, 'share'))];
    expect([...is].filter(([path, bytes]) => was.get(path)?.equals(bytes) !== true).map(([path]) => path)).toEqual([]);
    expect(is.size).toBe(was.size);
  });

  test('is searched before it is locked', { timeout: 180_000 }, async () => {
    const letters = { [`${idOf(LOCKED)}.md`]: `## 2026 Q2\n\nAs with ${nameOf(16)}, we will move you too.\n` };
    const { code, err, out } = await built('leaking', { share, letters });
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(err).toMatch(/share\/[a-z2-7]{32}\/index\.html: "zq016name": a page for one client holds the name of another/);
  });

  test('is not made without its passphrase', { timeout: 180_000 }, async () => {
    const { code, err, out } = await built('phraseless', { share }, { COURTESY_SECRET: env.COURTESY_SECRET });
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(err).toContain(`"${idOf(LOCKED)}": the page of this client opens with a passphrase, and there is none for it (COURTESY_PASSPHRASE_`);
  });
});

lockedRules({ folder: () => folderOf(locked, LOCKED), open: () => folderOf(open, LOCKED), phrase: PHRASE, client: LOCKED });
paperRules({ out: () => locked, open: () => open, client: LOCKED, env });
