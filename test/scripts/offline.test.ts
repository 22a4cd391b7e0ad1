import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtures } from '../workspace.ts';
import { ROOT } from './installed.ts';
import { runNode, start } from './processes.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Variables under which every Node.js, its threads and those that it starts write down each request and fail it. */
const guarded = (): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'no-network.ts')).href}`,
  REQUESTS: join(folder, 'requests'),
});
const requests = (): string => (existsSync(join(folder, 'requests')) ? readFileSync(join(folder, 'requests'), 'utf8') : '');

/** Whether a process may be parted from all networks here. */
const canPart = spawnSync('unshare', ['-rn', 'true']).status === 0;

function workspace(): string {
  const data = join(folder, 'data');
  cpSync(join(fixtures, 'overlapping-weeks'), data, { recursive: true });
  writeFileSync(join(data, 'settings.yaml'), `${readFileSync(join(data, 'settings.yaml'), 'utf8')}share: { clients: all }\n`);
  return data;
}
const words = (): readonly string[] => [join(ROOT, 'scripts/build.ts'), '--data', workspace(), '--out', join(folder, 'dist'), '--no-cache'];
const SECRET = { COURTESY_SECRET: '9d2b'.repeat(16) };

describe('a build asks nobody', () => {
  it('makes no request, nor tries to', { timeout: 180_000 }, async () => {
    const { code, err } = await start(words(), { ...guarded(), ...SECRET }, folder).ended;
    expect(requests()).toBe('');
    expect([code, err]).toEqual([0, expect.stringContaining('site: ')]);
  });

  it.runIf(canPart)('builds where there is no network at all', { timeout: 180_000 }, () => {
    const env = { PATH: process.env['PATH'], HOME: folder, ...SECRET };
    const { status, stderr } = spawnSync('unshare', ['-rn', process.execPath, ...words()], { cwd: folder, env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, expect.stringContaining('site: ')]);
  });

  it.each([
    ['fetch', "await fetch('http://127.0.0.1:18123/').catch(() => {})"],
    ['https', "try { (await import('node:https')).get('https://127.0.0.1:18123/').on('error', () => {}) } catch {}"],
    ['a socket', "try { (await import('node:net')).connect(9, '127.0.0.1').on('error', () => {}) } catch {}"],
    ['a name', "await (await import('node:dns/promises')).lookup('localhost').catch(() => {})"],
    ['a datagram', "try { (await import('node:dgram')).createSocket('udp4').send('a', 9, '127.0.0.1') } catch {}; process.exit()"],
    ['a thread', "new (await import('node:worker_threads')).Worker(\"fetch('http://127.0.0.1:18123/').catch(() => {})\", { eval: true })"],
    ['a process', "(await import('node:child_process')).spawnSync(process.execPath, ['-e', \"fetch('http://127.0.0.1:18123/').catch(() => {})\"])"],
  ])('and would be found out by %s', async (_, code) => {
    await runNode(['--input-type=module', '-e', code], guarded());
    expect(requests()).not.toBe('');
  });
});
