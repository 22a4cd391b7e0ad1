import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { own } from '../../scripts/root.ts';

/** A build that says that it has begun, lasts until it may end, and says that it has ended. */
const NPM = '#!/bin/sh\necho begun >>"$AT/begun"\nwhile [ ! -e "$AT/may-end" ]; do sleep 0.05; done\necho ended >>"$AT/ended"\n';
const BUSY = 'cron.sh: another run is at work; nothing was done\n';
const HELD = '.courtesy-cron';

let at = '';
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'cron-'));
  mkdirSync(join(at, 'programs'));
  writeFileSync(join(at, 'programs', 'npm'), NPM, { mode: 0o755 });
});
afterEach(() => rmSync(at, { recursive: true, force: true }));

/** All that this machine runs but for one program, as links. */
function without(program: string): string {
  const programs = join(at, 'programs');
  for (const folder of ['/usr/bin', '/bin'])
    for (const name of readdirSync(folder)) if (name !== program && !existsSync(join(programs, name))) symlinkSync(join(folder, name), join(programs, name));
  return programs;
}

/** A run, and what becomes of it. */
function begin(path: string): { readonly child: ChildProcess; readonly ended: Promise<{ code: number | null; said: string }> } {
  const child = spawn('/bin/sh', [own('scripts/workflows/cron.sh'), at], { env: { PATH: path, AT: at }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, ended: once(child, 'exit').then(([code]) => ({ code: code as number | null, said })) };
}

const begun = (): number => (existsSync(join(at, 'begun')) ? readFileSync(join(at, 'begun'), 'utf8').split('\n').length - 1 : 0);
async function building(): Promise<void> {
  for (let tries = 0; begun() === 0 && tries < 2000; tries++) await setTimeout(20);
  expect(begun()).toBe(1);
}
const mayEnd = () => writeFileSync(join(at, 'may-end'), '');

describe.each([
  ['with flock', () => `${join(at, 'programs')}:${process.env['PATH']}`],
  ['without flock', () => without('flock')],
])('cron.sh %s', (_, pathOf) => {
  it('runs once at a time, and what the second does harms nothing of the first', { timeout: 300_000 }, async () => {
    const path = pathOf();
    const first = begin(path);
    await building();
    for (const name of readdirSync(join(at, HELD))) if (name === 'pid') writeFileSync(join(at, HELD, name), '');
    expect(await begin(path).ended).toEqual({ code: 75, said: BUSY });
    expect(existsSync(join(at, HELD))).toBe(true);
    mayEnd();
    expect(await first.ended).toEqual({ code: 0, said: '' });
    expect(existsSync(join(at, HELD))).toBe(false);
    expect(begun()).toBe(1);
  });

  it('goes on where the run before was killed, though its number is that of another program now', { timeout: 300_000 }, async () => {
    const path = pathOf();
    const first = begin(path);
    await building();
    first.child.kill('SIGKILL');
    mayEnd();
    await first.ended;
    // The build outlives its killed run, and holds the lock until it ends.
    while (!existsSync(join(at, 'ended'))) await setTimeout(20);
    writeFileSync(join(at, HELD, 'pid'), `${process.pid}\n`);
    const link = join(at, '.cache', 'cron.run');
    if (path === join(at, 'programs')) {
      rmSync(link, { force: true });
      mkdirSync(join(at, '.cache'), { recursive: true });
      symlinkSync(`cron-${process.pid}`, link);
    }
    await setTimeout(200);
    expect(await begin(path).ended).toEqual({ code: 0, said: 'cron.sh: the run before did not end; going on without it\n' });
    expect(existsSync(join(at, HELD))).toBe(false);
    expect(existsSync(link)).toBe(false);
  });
});
