import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refused } from '../../scripts/command.ts';
import { machineTrouble } from '../../scripts/trouble.ts';
import { fixtures } from '../workspace.ts';
import { build } from './firm-site.ts';
import { runNode } from './processes.ts';
import { PAGES, stagesSaying } from './stub.ts';

const DATA = join(fixtures, 'canonical');
const STUB = join(import.meta.dirname, 'stub-build.ts');
const FULL = join(import.meta.dirname, 'full-disk.ts');

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const words = (mark: string): string[] => [STUB, '--data', DATA, '--out', out, '--mark', mark];

/** What the site says, all of it the same. */
function siteMark(): string {
  const marks = new Set(PAGES.map((path) => readFileSync(join(out, 'internal', path, 'index.html'), 'utf8')));
  expect(marks.size).toBe(1);
  return [...marks][0]!;
}

describe('what a disk says', () => {
  const failed = (code: string, path?: string) => Object.assign(new Error(`${code}: something, write`), { code, path });

  test('is told in plain words, also from inside another error', () => {
    expect(machineTrouble(failed('ENOSPC', '/site/a'))).toEqual({ wrong: '/site/a: the disk is full', advice: 'make room on it' });
    expect(machineTrouble(new Error('rendering failed', { cause: failed('EROFS') }))).toEqual({
      wrong: 'the disk may only be read',
      advice: 'name a place that may be written to',
    });
    expect(machineTrouble(new Error('ENOSPC: no space left on device, write'))?.wrong).toBe('the disk is full');
    expect(machineTrouble(failed('EACCES', '/exports/a.csv'))?.wrong).toBe('/exports/a.csv: this user may not read or write this');
    expect(machineTrouble(failed('ERR_INVALID_ARG_TYPE'))).toBeNull();
    expect(machineTrouble('no')).toBeNull();
  });

  test.each(['ENOSPC', 'EACCES', 'EROFS'])('%s in the midst of a build leaves the last site and says so', async (code) => {
    await build({ data: DATA, out }, stagesSaying('old', 0));
    const stages = { ...stagesSaying('new', 0), pages: () => Promise.reject(failed(code, join(out, 'x'))) };
    const wrong = await build({ data: DATA, out }, stages).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(Refused);
    expect((wrong as Error).message).toMatch(/^.*dist\/x: [a-z ]+; the last site was left as it is; [a-z ,]+ and build again$/);
    expect(siteMark()).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.versions']);
    expect(readdirSync(`${out}.versions`)).toHaveLength(1);
  });

  test('a file where the place should lie is one plain line', { timeout: 60_000 }, async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, err } = await runNode([STUB, '--data', DATA, '--out', join(folder, 'file', 'dist')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^build: .*file\/dist: a file stands where a folder is needed; name another place\n$/);
  });
});

test.runIf(process.platform === 'linux')('a place where no folder can be made is one plain line, and the build ends', { timeout: 60_000 }, async () => {
  const { code, err } = await runNode([STUB, '--data', DATA, '--out', '/proc/some/site']);
  expect(code).toBe(1);
  expect(err).toMatch(/^build: \/proc\/some: (no folder can be made in \/proc; name another place|this user may not read or write this; .*)\n$/);
});

test.each([
  ['report', 'apart-worker'],
  ['pages', 'pages-worker'],
])('where the process of the %s is killed, the last site stays and one line says so', { timeout: 300_000 }, async (stage, worker) => {
  const killed = `data:text/javascript,${encodeURIComponent(`if (process.argv[1].includes('${worker}')) process.kill(process.pid, 'SIGKILL');`)}`;
  expect((await runNode(words('old'))).code).toBe(0);
  const { code, err } = await runNode(['--import', killed, ...words('new'), '--apart', stage]);
  expect(err.trimEnd().split('\n').at(-1)).toBe(
    'build: a process of the build was ended by SIGKILL, as where memory runs out; the last site was left as it is; ' +
      'close other programs or give the machine more memory and build again',
  );
  expect([code, siteMark()]).toEqual([1, 'old']);
});

test('a disk that is full from any change on leaves the old site or the new one, and no litter', { timeout: 300_000 }, async () => {
  expect((await runNode(words('0'))).code).toBe(0);
  let refused = 0;
  for (let at = 0; ; at += 3) {
    const before = siteMark();
    const { code, err } = await runNode(['--import', FULL, ...words(String(at + 1))], { FULL_AT: String(at), FULL_UNDER: folder });
    expect([before, String(at + 1)]).toContain(siteMark());
    expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.versions']);
    const strange = readdirSync(`${out}.versions`).filter((name) => !/^[0-9a-f]{12}(-\d+)?$/.test(name));
    expect(strange).toEqual([]);
    if (code === 0) break;
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^build: .*: the disk is full; the last site was left as it is; make room on it and build again$/);
    expect(siteMark()).toBe(before);
    refused++;
  }
  expect(refused).toBeGreaterThan(5);
  expect((await runNode(words('last'))).code).toBe(0);
  expect(siteMark()).toBe('last');
});

/** Whether this user may mount a disk of its own, which other processes do not see. */
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

/** Runs a shell script where `$DISK` is a disk of so many kilobytes; what it wrote, and how it ended. */
function onDisk(kilobytes: number, script: string): { readonly code: number | null; readonly said: string } {
  const env = { PATH: process.env['PATH'], DISK: folder, NODE: process.execPath, STUB, DATA };
  const mounted = `mount -t tmpfs -o size=${kilobytes}k tmpfs "$DISK" && ${script};`;
  const { status, stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', `{ ${mounted} } 2>&1`], { env, encoding: 'utf8' });
  return { code: status, said: stdout };
}

describe.skipIf(!mayMount)('on a disk of its own', () => {
  const RUN = '"$NODE" "$STUB" --data "$DATA" --out "$DISK/dist" --mark';
  const LOOK = 'cat "$DISK/dist/internal/index.html"; echo; ls -A "$DISK" "$DISK/dist.versions" | tr "\\n" " "';

  test('that fills up the old site stays, and the next build is well once there is room', { timeout: 300_000 }, () => {
    const filled = `${RUN} old 2>/dev/null; head -c 900000 /dev/zero > "$DISK/ballast" 2>/dev/null; dd if=/dev/zero of="$DISK/rest" bs=1k 2>/dev/null; ${RUN} new`;
    const { said } = onDisk(1024, `{ ${filled}; echo "code $?"; ${LOOK}; rm "$DISK/ballast" "$DISK/rest"; ${RUN} next 2>/dev/null; echo "code $?"; ${LOOK}; }`);
    expect(said).toMatch(/build: .*the disk is full; the last site was left as it is; make room on it and build again/);
    expect(said).toMatch(/code 1\nold\n\S+ ballast dist dist\.versions rest +\S+ [0-9a-f]{12} code 0\nnext\n/);
  });

  test('that may only be read the old site stays, and one plain line says so', { timeout: 300_000 }, () => {
    const { said } = onDisk(4096, `{ ${RUN} old 2>/dev/null; mount -o remount,ro "$DISK"; ${RUN} new; echo "code $?"; ${LOOK}; }`);
    expect(said).toMatch(/^build: .*: the disk may only be read; the last site was left as it is; name a place that may be written to and build again$/m);
    expect(said).toMatch(/code 1\nold\n/);
  });
});
