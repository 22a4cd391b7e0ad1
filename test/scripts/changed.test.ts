import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtures } from '../workspace.ts';
import { build } from './firm-site.ts';
import { stagesSaying } from './stub.ts';

let folder = '';
let data = '';
let out = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'changed-'));
  [data, out] = [join(folder, 'data'), join(folder, 'dist')];
  cpSync(join(fixtures, 'canonical'), data, { recursive: true });
  mkdirSync(join(data, 'clients'));
  writeFileSync(join(data, 'clients', 'a.md'), '## 2026 Q1\n\nThanks.\n');
  writeFileSync(join(data, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const settings = readFileSync(at('settings.yaml'), 'utf8');
  writeFileSync(at('settings.yaml'), settings.replace(/^firm:\n/m, 'firm:\n  logo: logo.svg\n'));
  expect((await build({ data, out }, stagesSaying('old', 0))).code).toBe(0);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string): string => join(data, path);
const shown = (): string => readFileSync(join(out, 'internal', 'index.html'), 'utf8');

/** A build during whose pages something happens, which is then well or fails. */
function during(happens: () => void, ends: 'well' | 'badly' = 'well') {
  const { report, pages } = stagesSaying('new', 0);
  return build(
    { data, out },
    {
      report,
      pages: async (...given) => {
        happens();
        if (ends === 'badly') throw new RangeError('offset is out of bounds');
        await pages(...given);
      },
    },
  );
}

/** Other bytes in as many, with the times that the file had. */
function rewrite(path: string): void {
  const { atime, mtime } = statSync(at(path));
  writeFileSync(at(path), readFileSync(at(path), 'utf8').replace('A', 'B'));
  utimesSync(at(path), atime, mtime);
}

test.each([
  ['an export is written anew, with its old size and time', 'tickets.csv', () => rewrite('exports/tickets.csv')],
  ['an export comes', 'more.csv', () => cpSync(at('exports/tickets.csv'), at('exports/more.csv'))],
  ['an export goes', 'tickets.csv', () => rmSync(at('exports/tickets.csv'))],
  ['the settings change', 'settings.yaml', () => writeFileSync(at('settings.yaml'), 'firm: { name: Other }\n')],
  ['words for a client change', 'clients/a.md', () => writeFileSync(at('clients/a.md'), '## 2026 Q1\n\nNo.\n')],
  ['the picture changes', 'logo.svg', () => writeFileSync(at('logo.svg'), '<svg/>')],
])('where %s while the report is made, nothing is published, and the file is named', async (_, file, happens) => {
  const { code, said } = await during(happens);
  expect(code).toBe(1);
  expect(said[0]).toBe(
    `${file}: the file changed, came or went while the report was made; the build stopped; build again once the export or the copying has ended`,
  );
  expect(said.at(-1)).toBe('refused: 1 error, 0 warnings, 0 notes; the last site was left as it is');
  expect(shown()).toBe('old');
  expect((await build({ data, out }, stagesSaying('new', 0))).code).toBe(0);
  expect(shown()).toBe('new');
});

test('where a file changes and the build fails of it, the file is named', async () => {
  const { code, said } = await during(() => rewrite('exports/tickets.csv'), 'badly');
  expect([code, said[0]]).toEqual([1, expect.stringMatching(/^tickets\.csv: the file changed/)]);
  await expect(during(() => {}, 'badly')).rejects.toThrow('offset is out of bounds');
});

test('what is read or lies beside the workspace’s files changes nothing', async () => {
  const { code } = await during(() => {
    readFileSync(at('exports/tickets.csv'));
    writeFileSync(at('notes.txt'), 'call them');
    writeFileSync(at('exports/.partial'), 'x');
  });
  expect(code).toBe(0);
  expect(shown()).toBe('new');
});
