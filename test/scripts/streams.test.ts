import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { own } from '../../scripts/root.ts';
import { fixtures } from '../workspace.ts';

const TIME = { timeout: 60_000 };
const folder = mkdtempSync(join(tmpdir(), 'streams-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `node ...words`, where one of its two streams goes nowhere: nobody reads it, or it goes to a file; gives how it ended and what the other said. */
async function ended(words: readonly string[], lost: 'stdout' | 'stderr', file?: string): Promise<{ code: number | null; said: string }> {
  const to = file === undefined ? ('pipe' as const) : openSync(file, 'w');
  const child = spawn(process.execPath, words, { stdio: ['ignore', lost === 'stdout' ? to : 'pipe', lost === 'stderr' ? to : 'pipe'] });
  if (typeof to === 'number') closeSync(to);
  else child[lost]!.destroy();
  let said = '';
  child[lost === 'stdout' ? 'stderr' : 'stdout']!.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

const csv = (rows: number): string => {
  const file = join(folder, `${rows}.csv`);
  writeFileSync(file, `id,name\n${'1,a\n2\n'.repeat(rows)}`);
  return file;
};
const rows = (file: string) => [own('scripts/rows.ts'), file];

test.skipIf(!existsSync('/dev/full'))('rows that find no room are no success', TIME, async () => {
  expect(await ended(rows(csv(1)), 'stdout', '/dev/full')).toEqual({
    code: 1,
    said: expect.stringMatching(/(^|\n)rows: the disk is full; make room on it\n$/),
  });
});

test('rows that nobody reads end without a word of it', TIME, async () => {
  const { code, said } = await ended(rows(csv(1)), 'stdout');
  expect([code, said.includes('rows:')]).toEqual([0, false]);
});

test('rows come whole where nobody reads what was refused', TIME, async () => {
  const { code, said } = await ended(rows(csv(30_000)), 'stderr');
  expect([code, said.split('\n').length]).toEqual([0, 30_002]);
});

test('a build that nobody listens to ends as it would', TIME, async () => {
  const out = join(folder, 'dist');
  const words = [join(import.meta.dirname, 'stub-build.ts'), '--data', join(fixtures, 'canonical'), '--out', out, '--mark', 'x'];
  expect((await ended(words, 'stderr')).code).toBe(0);
  expect(existsSync(join(out, 'internal', 'index.html'))).toBe(true);
});
