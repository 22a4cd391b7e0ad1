import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPdf, removeOthers } from '../../scripts/pdf-made.ts';
import { runNode } from './processes.ts';
import { reportSaying } from './stub.ts';

let folder = '';
let made = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pdf-made-'));
  made = join(folder, 'dist.pdf');
  mkdirSync(made);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const kept = (): readonly string[] => readdirSync(made).filter((name) => !name.startsWith('.'));

test('only files that were printed there and are as they were give way', () => {
  for (const name of ['ash.pdf', 'birch.pdf', 'cedar.pdf', 'dogwood.pdf']) keepPdf(made, name, bytes(name));
  writeFileSync(join(made, 'birch-2026.pdf'), 'birch.pdf');
  writeFileSync(join(made, 'cedar.pdf'), 'signed by hand');
  rmSync(join(made, 'dogwood.pdf'));
  expect(removeOthers(made, new Set(['ash.pdf']))).toEqual(['birch.pdf']);
  expect(kept()).toEqual(['ash.pdf', 'birch-2026.pdf', 'cedar.pdf']);
  expect(removeOthers(made, new Set(['ash.pdf']))).toEqual([]);
  keepPdf(made, 'ash.pdf', bytes('anew'));
  expect(removeOthers(made, new Set())).toEqual(['ash.pdf']);
});

test('a list that somebody wrote leads to no file elsewhere, and one that cannot be read to none at all', () => {
  writeFileSync(join(folder, 'other.pdf'), '');
  keepPdf(made, 'ash.pdf', bytes(''));
  const list = join(made, '.printed.json');
  writeFileSync(list, readFileSync(list, 'utf8').replace('ash.pdf', '../other.pdf'));
  expect(removeOthers(made, new Set())).toEqual([]);
  writeFileSync(list, '{');
  expect(removeOthers(made, new Set())).toEqual([]);
  expect([existsSync(join(folder, 'other.pdf')), kept()]).toEqual([true, ['ash.pdf']]);
});

test('the command removes those of clients without a page, even where no page is left; one for a single client removes none', async () => {
  const out = join(folder, 'dist');
  mkdirSync(join(out, 'internal'), { recursive: true });
  const clients = [{ id: 'Ash', name: 'Ash', slug: 'ash', mapped: true }];
  const report = { ...reportSaying('x'), clients, shares: [{ client: 'Ash', name: 'Ash', state: 'expired', folder: null, locked: false }] };
  writeFileSync(join(out, 'internal', 'report.json'), JSON.stringify(report));
  keepPdf(made, 'ash.pdf', bytes('ash'));
  const one = await runNode(['scripts/pdf.ts', '--out', out, '--client', 'Ash']);
  expect([one.code, kept()]).toEqual([1, ['ash.pdf']]);
  const all = await runNode(['scripts/pdf.ts', '--out', out]);
  expect([all.code, kept()]).toEqual([1, []]);
  expect(all.err).toMatch(/^\/.*ash\.pdf: removed, for its client has no page now\npdf: .*: the last build made no pages for clients; nothing was printed; /);
});
