import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let made = '';

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** What a file holds. Packed files are compared unpacked: another version of zlib may pack the same bytes otherwise. */
function content(folder: string, file: string): Buffer {
  const bytes = readFileSync(join(folder, file));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'demo-'));
  const elsewhere = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const to = [join(made, 'data'), '--truth', join(made, 'truth.json')];
  execFileSync(process.execPath, ['scripts/demo.ts', ...to], { env: elsewhere, stdio: 'pipe' });
}, 300_000);

afterAll(() => rmSync(made, { recursive: true, force: true }));

describe('the demo workspace', () => {
  it('is made of the files that are committed', () => {
    expect(filesIn(join(made, 'data'))).toEqual(filesIn('data'));
  });

  it('is the same, byte for byte, in another zone and locale', () => {
    const different = filesIn('data').filter((file) => !content('data', file).equals(content(join(made, 'data'), file)));
    expect(different).toEqual([]);
  });

  it('says the same of itself', () => {
    expect(readFileSync(join(made, 'truth.json'), 'utf8')).toBe(readFileSync('test/fixtures/demo-truth.json', 'utf8'));
  });

  it('stays under 1.5 MB', () => {
    const size = filesIn('data').reduce((sum, file) => sum + statSync(join('data', file)).size, 0);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(1_500_000);
  });

  it('is never written over the workspace of another firm', () => {
    const other = join(made, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'settings.yaml'), 'firm:\n  name: Somebody Else\n');
    const run = spawnSync(process.execPath, ['scripts/demo.ts', other, '--truth', join(made, 'none.json')]);
    expect(run.status).toBe(2);
    expect(filesIn(other)).toEqual(['settings.yaml']);
  });
});
