import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectGolden } from '../golden.ts';
import { fixtures } from '../workspace.ts';
import { runNode } from './processes.ts';

const CHECK = join(import.meta.dirname, '..', '..', 'scripts', 'check.ts');
const check = (folder: string) => runNode([CHECK, '--data', folder]);
const lastLines = (text: string, count: number): readonly string[] => text.trimEnd().split('\n').slice(-count);

test.each(['overlapping-weeks', 'otrs', 'unrecognised'])('what was recognised in %s', { timeout: 60_000 }, async (name) => {
  const { code, out } = await check(join(fixtures, name));
  expect(code).toBe(name === 'unrecognised' ? 1 : 0);
  expectGolden(`check/${name}.txt`, out);
});

test('what was refused is said on standard error, and a summary ends it', { timeout: 60_000 }, async () => {
  const { code, err } = await check(join(fixtures, 'unrecognised'));
  expect(code).toBe(1);
  expect(err).toMatch(/^invoices\.csv: no known export has these columns /m);
  expect(lastLines(err, 2)).toEqual(['1 of 3 files, 1 row read: 1 used, 0 duplicate, 0 superseded, 0 refused, 0 not data', '2 errors, 0 warnings, 0 notes']);
});

test('files that the settings ignore, and empty ones, are named with the reason', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'settings.yaml'), 'firm: {name: Test}\nignore: [old-*]\n');
  writeFileSync(join(folder, 'exports', 'old-list.csv'), 'a,b\n1,2\n');
  writeFileSync(join(folder, 'exports', 'new.csv'), '');
  const { out, err } = await check(folder);
  expect(out.split('\n').slice(1)).toEqual(['new.csv       the file holds no rows', 'old-list.csv  listed under ignore in settings.yaml', '']);
  expect(lastLines(err, 2)[0]).toMatch(/^0 of 2 files, 0 rows read/);
  rmSync(folder, { recursive: true });
});

test('names without a client, names that are almost alike and a workspace without dates are said too', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'settings.yaml'), 'firm: {name: Test}\n');
  writeFileSync(join(folder, 'exports', 't.csv'), 'ticket_id,client,opened_at\n1,Acme Ltd,\n2,ACME Limited,\n');
  const similar = await check(folder);
  expect(similar.code).toBe(1);
  expect(similar.err).toMatch(/^"ACME Limited": other clients have almost this name \(aliases: \{ ACME Limited: \[Acme Ltd\] \}\)/m);
  expect(similar.err).toMatch(/^no row of any export carries a date/m);
  writeFileSync(join(folder, 'exports', 'c.csv'), 'client,name\nacme,Acme Ltd\n');
  writeFileSync(join(folder, 'exports', 't.csv'), 'ticket_id,client,opened_at\n1,Acme Ltd,2026-03-02\n2,ACME Limited,2026-03-02\n');
  const unmapped = await check(folder);
  expect(unmapped.code).toBe(0);
  expect(unmapped.err).toMatch(/^"ACME Limited": no client in the list has this name \(1 row; nearest: Acme Ltd\)/m);
  rmSync(folder, { recursive: true });
});

test('names of clients that nobody has, in the settings and in the folder clients', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  for (const name of ['exports', 'clients']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'settings.yaml'), 'firm: {name: Test}\nshare:\n  clients: [Ash Farm, Pike]\n  by_client: {Ash Fram: off}\n');
  writeFileSync(join(folder, 'exports', 't.csv'), 'ticket_id,client,opened_at\n1,Ash Farm,2026-03-02\n');
  writeFileSync(join(folder, 'clients', 'ash-farms.md'), '## 2026 Q1\n\nThanks.\n');
  const { code, err } = await check(folder);
  expect(code).toBe(1);
  expect(err).toMatch(/^clients\/ash-farms\.md: the file in clients\/ has the name of no client \(nearest: Ash Farm\)/m);
  expect(err).toMatch(/^settings\.yaml: line 3: setting "share\.clients": "Pike": share in settings\.yaml names a client that no export names;/m);
  expect(err).toMatch(/^settings\.yaml: line 4: setting "share\.by_client\.Ash Fram": .* \(nearest: Ash Farm\)/m);
  expect(lastLines(err, 1)).toEqual(['2 errors, 1 warning, 0 notes']);
  rmSync(folder, { recursive: true });
});

test('an option that npm took for itself stops the command', { timeout: 60_000 }, async () => {
  const { code, out, err } = await runNode([CHECK], { npm_config_data: join(fixtures, 'otrs') });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(`check: npm took --data for itself, and nothing was done; write npm run check -- --data ${join(fixtures, 'otrs')}\n`);
});

test('a day of the settings that is still to come is an error', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(join(folder, 'exports'));
  writeFileSync(join(folder, 'settings.yaml'), 'firm: {name: Test}\nas_of: 9000-01-05\n');
  writeFileSync(join(folder, 'exports', 't.csv'), 'ticket_id,client,opened_at\n1,Acme Ltd,2026-03-02\n');
  const { code, err } = await check(folder);
  expect(code).toBe(1);
  expect(err).toMatch(/^settings\.yaml: line 2: setting "as_of": "9000-01-05": this day is still to come \(today is \d{4}-\d\d-\d\d\)/m);
  rmSync(folder, { recursive: true });
});

test('no line is wider than 120 signs, and what the command says itself is plain ASCII', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(join(folder, 'exports', 'from-the-service-desk-of-the-north'), { recursive: true });
  writeFileSync(join(folder, 'settings.yaml'), 'firm: {name: Test}\n');
  const name = 'from-the-service-desk-of-the-north/export-of-all-tickets-that-were-opened-since-the-beginning-of-the-contract-2026-03-09.csv';
  writeFileSync(join(folder, 'exports', name), 'ticket_id,client,opened_at\n1,Acme Ltd,2026-03-02\n');
  const { out } = await check(folder);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(out).toMatch(/^[\n -~]*$/);
  expect(out.replaceAll(/\s/g, '')).toContain('since-the-beginning');
  rmSync(folder, { recursive: true });
});

test.each([
  [
    'a setting that cannot be used',
    'firm: {name: Test}\nspeed: 3\n',
    /^settings\.yaml: line 2: setting "speed": the setting cannot be used \(there is no such setting\)/,
  ],
  ['no settings', null, /: this folder has no settings\.yaml; .*--data/],
])('with %s there is no table', { timeout: 60_000 }, async (_, settings, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  if (settings !== null) writeFileSync(join(folder, 'settings.yaml'), settings);
  const { code, out, err } = await check(folder);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(said);
  expect(lastLines(err, 1)).toEqual(['1 error, 0 warnings, 0 notes']);
  rmSync(folder, { recursive: true });
});
