import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { fixtures } from '../workspace.ts';
import { runNode, saying, start } from './processes.ts';

const DEV = join(import.meta.dirname, '..', '..', 'scripts', 'dev.ts');

/** Waits until the page says a text. */
async function showing(url: string, text: string): Promise<boolean> {
  for (let tries = 0; tries < 600; tries++) {
    const page = await fetch(url).then((response) => response.text());
    if (page.includes(text)) return true;
    await setTimeout(100);
  }
  return false;
}

test('shows what changes in the workspace, keeps the last good pages, and leaves nothing', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dev-'));
  const data = join(folder, 'data');
  cpSync(join(fixtures, 'canonical'), data, { recursive: true });
  const settings = join(data, 'settings.yaml');
  const text = readFileSync(settings, 'utf8');

  const running = start([DEV, '--data', data], { TMPDIR: folder });
  onTestFinished(() => running.kill('SIGKILL'));
  const url = /pages: (http:\S+)/.exec(await saying(running, 'stop with Ctrl+C'))![1]!;
  expect(await showing(url, 'Rowan IT')).toBe(true);
  writeFileSync(settings, 'firm: 3\n');
  await saying(running, 'refused: 1 error');
  expect(await showing(url, 'Rowan IT')).toBe(true);
  writeFileSync(settings, text.replace('Rowan IT', 'Elder Works'));
  expect(await showing(url, 'Elder Works')).toBe(true);

  running.kill('SIGINT');
  expect((await running.ended).code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('courtesy-'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('sees what changes behind a link', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dev-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  cpSync(join(fixtures, 'canonical'), data, { recursive: true });
  renameSync(join(data, 'exports'), join(folder, 'kept'));
  symlinkSync('../kept', join(data, 'exports'));
  mkdirSync(join(folder, 'far'));
  renameSync(join(folder, 'kept', 'tickets.csv'), join(folder, 'far', 'tickets.csv'));
  symlinkSync('../far', join(folder, 'kept', 'linked'));
  renameSync(join(data, 'settings.yaml'), join(folder, 'far.yaml'));
  symlinkSync('../far.yaml', join(data, 'settings.yaml'));

  const running = start([DEV, '--data', data], { TMPDIR: folder });
  onTestFinished(() => running.kill('SIGKILL'));
  const url = /pages: (http:\S+)/.exec(await saying(running, 'stop with Ctrl+C'))![1]!;
  const tickets = readFileSync(join(folder, 'far', 'tickets.csv'), 'utf8');
  const rows = tickets.trimEnd().split('\n').length - 1;
  writeFileSync(join(folder, 'far', 'tickets.csv'), tickets.split('\n').slice(0, rows).join('\n'));
  await saying(running, `(${rows - 1} tickets`);
  writeFileSync(join(folder, 'far.yaml'), readFileSync(join(folder, 'far.yaml'), 'utf8').replace('Rowan IT', 'Elder Works'));
  expect(await showing(url, 'Elder Works')).toBe(true);

  running.kill('SIGINT');
  expect((await running.ended).code).toBe(0);
});

test('does not start with data that are refused', { timeout: 180_000 }, async () => {
  const { code, err } = await runNode([DEV, '--data', join(fixtures, 'unrecognised')]);
  expect(code).toBe(1);
  expect(err.trimEnd().split('\n').at(-1)).toMatch(/^refused: 2 errors/);
});
