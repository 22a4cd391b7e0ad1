import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contrast, LEAST_CONTRAST, PAPER } from '../../src/contrast.ts';
import { issueText } from '../../src/issue.ts';
import { loadWorkspace } from '../../src/load/workspace.ts';
import { fixtures } from '../workspace.ts';
import { runNode } from './processes.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TOKENS = readFileSync(join(ROOT, 'src', 'styles', 'tokens.css'), 'utf8');
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script><circle cx="4" cy="4" r="4"/></svg>';

let folder = '';
let data = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'look-'));
  data = join(folder, 'data');
  cpSync(join(fixtures, 'canonical'), data, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setFirm(more: string, rest = ''): void {
  writeFileSync(join(data, 'settings.yaml'), `firm: { name: Rowan IT, zone: Europe/London, ${more} }\n${rest}`);
}

async function faults(): Promise<readonly string[]> {
  const loaded = await loadWorkspace(data);
  return 'issues' in loaded ? loaded.issues.map(issueText) : [];
}

test('the papers and the colour that settings replace are those of the style sheet', () => {
  for (const paper of Object.values(PAPER)) expect(TOKENS).toContain(`--paper: ${paper};`);
  const [light, dark] = [...TOKENS.matchAll(/--accent: (#[0-9a-f]{6});/g)].map((match) => match[1]!);
  expect(contrast(light!, PAPER.light)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  expect(contrast(dark!, PAPER.dark)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('the firm’s picture and colour stand on every page, under its policy', { timeout: 180_000 }, async () => {
  setFirm("logo: mark.svg, accent: { light: '#7a1f5c', dark: '#f0a6d8' }");
  writeFileSync(join(data, 'mark.svg'), LOGO);
  const out = join(folder, 'dist');
  const { code } = await runNode([join(ROOT, 'scripts', 'build.ts'), '--data', data, '--out', out, '--no-cache']);
  expect(code).toBe(0);
  const page = readFileSync(join(out, 'internal', 'index.html'), 'utf8');
  expect(page).toContain('--accent:#7a1f5c');
  expect(page).toContain('--accent:#f0a6d8');
  expect(page).not.toContain('#1a4c85');
  expect(page).toContain(`src="data:image/svg+xml;base64,${Buffer.from(LOGO).toString('base64')}"`);
  expect(page).not.toContain('alert(1)');
  expect((JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { inputs: { file: string }[] }).inputs.map(({ file }) => file)).toContain('mark.svg');
});

test.each([
  [
    "accent: { light: '#ffcc00', dark: '#f0a6d8' }",
    'firm.accent.light',
    'its contrast with the light page is 1.5 to 1, and text needs 4.5 to 1; take a darker one',
  ],
  [
    "accent: { light: '#7a1f5c', dark: '#222222' }",
    'firm.accent.dark',
    'its contrast with the dark page is 1.1 to 1, and text needs 4.5 to 1; take a lighter one',
  ],
  ["accent: { light: red, dark: '#f0a6d8' }", 'firm.accent.light', 'a colour is written #rrggbb'],
  ['logo: none.png', 'firm.logo', 'there is no such file in the workspace'],
  ['logo: settings.yaml', 'firm.logo', 'a logo is an SVG, PNG, JPEG or WebP file'],
])('what cannot be used is said: %s', async (more, setting, wrong) => {
  setFirm(more);
  const [said] = await faults();
  expect(said).toContain(`setting "${setting}"`);
  expect(said).toContain(wrong);
});

test('a picture too heavy for every page is refused, and a currency that is none', async () => {
  writeFileSync(join(data, 'mark.png'), new Uint8Array(24_001));
  setFirm('logo: mark.png');
  expect((await faults())[0]).toContain('the file has 25 kB, and every page carries it: 24 kB at most');
  setFirm('logo: mark.svg', 'money: { currency: euro, hour: 60 }\n');
  expect((await faults())[0]).toContain('a currency is written as its three letters: EUR');
});
