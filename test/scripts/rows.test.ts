import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { fixtures } from '../workspace.ts';
import { zipOf } from '../zip-of.ts';
import { runNode } from './processes.ts';

const ROWS = join(import.meta.dirname, '..', '..', 'scripts', 'rows.ts');
const folder = mkdtempSync(join(tmpdir(), 'rows-'));
const rows = (...args: readonly string[]) => runNode([ROWS, ...args]);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

test('accepted rows on standard output, everything else on standard error', { timeout: 60_000 }, async () => {
  const ended = await rows(put('a.csv', 'Report\n\nid;name\r\n1;"a;b"\r\n2\r\n3;c, d\r\n4;=1+1\r\n'));
  expect(ended).toEqual({
    code: 0,
    out: 'id,name\n1,a;b\n3,"c, d"\n4,=1+1\n',
    err:
      'a.csv: line 1: "Report": this line is a heading, a total or empty, and no row (it stands above the column names); it was left out; nothing, unless it should be a row\n' +
      'a.csv: line 5: "2": the row has more or fewer cells than the line of column names (1 cell instead of 2); the row was left out; export the file again, or add or remove the comma that is missing or too many\n' +
      'a.csv: utf-8, delimiter ";", column names on line 3: 3 accepted, 1 refused, 1 not data\n',
  });
});

test('a recognised export, and a packed one', { timeout: 60_000 }, async () => {
  const cut = await rows(join(fixtures, 'cut-in-quote', 'exports', 'tickets.csv'));
  expect([cut.code, cut.out.split('\n').length]).toEqual([0, 6]);
  expect(cut.err).toMatch(/^tickets\.csv: line 6: .* never closed \(lines 6 to 7\)/);
  const packed = await rows(put('b.csv.gz', gzipSync('a,b\n1,2\n')));
  expect([packed.code, packed.out]).toEqual([0, 'a,b\n1,2\n']);
});

test('the only export of an archive', { timeout: 60_000 }, async () => {
  const one = { name: 'a.csv', content: 'a,b\n1,2\n' };
  const single = await rows(put('one.zip', zipOf([one, { name: 'read.me', content: 'x' }])));
  expect([single.code, single.out]).toEqual([0, 'a,b\n1,2\n']);
  expect(single.err).toMatch(/^one\.zip\/a\.csv: .* 1 accepted/);
  const several = await rows(put('two.zip', zipOf([one, { ...one, name: 'b.csv' }])));
  expect([several.code, several.out]).toEqual([2, '']);
  expect(several.err).toMatch(/the archive holds 2 files; unpack it and name one of them/);
});

test.each([
  ['cut.zip', zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n' }]).subarray(0, 60), /the archive cannot be unpacked/],
  ['empty.csv', '', /the file holds no rows/],
  ['login.csv', '<!DOCTYPE html><html></html>', /the file is not a CSV export \(it is a web page/],
  ['unclear.csv', 'a;b,c;d\n1;2,3;4\n', /it cannot be known how the cells of this file are divided \("," and ";" fit equally well\)/],
  ['broken.csv', Buffer.concat([gzipSync('a,b\n1,2\n'.repeat(1000)).subarray(0, 30)]), /the file cannot be read/],
])('%s is refused as a whole', { timeout: 60_000 }, async (name, content, said) => {
  const { code, out, err } = await rows(put(name, content));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(said);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test.each([
  ['no file', [], /^rows: Name one FILE; use: npm run rows -- FILE$/m],
  ['two files', ['a', 'b'], /Name one FILE/],
  ['a file that is not there', [join(folder, 'none.csv')], /there is no such file/],
  ['a folder', [folder], /this is not a file/],
  ['an option', ['--fast', 'a'], /Unknown option '--fast'/],
])('%s is a wrong use', { timeout: 60_000 }, async (_, args, said) => {
  const { code, out, err } = await rows(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(said);
});

test('a large file is not held in memory', { timeout: 180_000 }, async () => {
  const path = join(folder, 'large.csv');
  const stream = createWriteStream(path);
  stream.write('id,subject,note\n');
  const block = 'T-1,a printer that does not print,"some note, and more"\n'.repeat(20_000);
  for (let at = 0; at < 55; at++) if (!stream.write(block)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
  const { code, err } = await runNode([
    '--max-old-space-size=48',
    '-e',
    `process.stdout.write = () => true; process.argv.push(${JSON.stringify(path)}); process.argv.splice(1, 0, 'rows'); import(${JSON.stringify(ROWS)})`,
  ]);
  expect(code).toBe(0);
  expect(err).toContain('1,100,000 accepted');
});

test('what is said of a file is no command to a host of jobs', { timeout: 60_000 }, async () => {
  const { code, err } = await rows(put('::add-mask::a.csv', 'a,b\n1,2\n3\n'));
  expect([code, err.split('\n').map((line) => line.slice(0, 19))]).toEqual([0, ['- ::add-mask::a.csv', '- ::add-mask::a.csv', '']]);
});
