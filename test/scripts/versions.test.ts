import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Misuse } from '../../scripts/command.ts';
import { alone, checkPlace, freeName, placeAt, publish, published, versionBefore, versionsAt } from '../../scripts/versions.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'versions-')));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nameOf = (digit: number): string => String(digit).repeat(12);

/** Publishes a version that holds nothing but its receipt. */
function publishAs(name: string, sequence: number, asOf: string, at = out): Promise<void> {
  const place = placeAt(at);
  return alone(place, async (work) => {
    mkdirSync(join(work, 'site'));
    writeFileSync(join(work, 'site', 'build.json'), JSON.stringify({ sequence, asOf }));
    publish(place, work, name);
  });
}

describe('the place', () => {
  const refusal = (): string => {
    try {
      checkPlace(placeAt(out));
    } catch (error) {
      expect(error).toBeInstanceOf(Misuse);
      return (error as Error).message;
    }
    return '';
  };

  test('may be free, or hold what a build made', async () => {
    expect(refusal()).toBe('');
    await publishAs(nameOf(1), 1, '2026-03-15');
    expect(refusal()).toBe('');
    rmSync(`${out}.versions`, { recursive: true });
    expect(refusal()).toBe('');
  });

  test('may not hold a folder, a file or a link of somebody else', () => {
    mkdirSync(out);
    expect(refusal()).toBe(`${out}: a folder that no build made is there; nothing was touched; move it away, or name another place with --out`);
    rmSync(out, { recursive: true });
    writeFileSync(out, '');
    expect(refusal()).toContain('a file that no build made');
    rmSync(out);
    symlinkSync('/somewhere/site', out);
    expect(refusal()).toContain('a link to /somewhere/site that no build made');
  });

  test('may be reached through a link, and moved as a whole', async () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    await publishAs(nameOf(1), 1, '2026-03-15', join(folder, 'link', 'dist', '.'));
    checkPlace(placeAt(join(folder, 'real', 'dist')));
    await publishAs(nameOf(2), 2, '2026-03-15', join(folder, 'real', 'dist'));
    checkPlace(placeAt(join(folder, 'link', 'dist')));
    expect(readlinkSync(join(folder, 'real', 'dist'))).toBe(join('dist.versions', nameOf(2)));
    expect(readFileSync(join(folder, 'link', 'dist', 'build.json'), 'utf8')).toContain('"sequence":2');
  });
});

describe('versions', () => {
  test('are ordered by their sequence and named apart', async () => {
    await publishAs(nameOf(9), 1, '2026-03-08');
    await publishAs(nameOf(1), 2, '2026-03-15');
    const place = placeAt(out);
    expect(versionsAt(place).map(({ name }) => name)).toEqual([nameOf(1), nameOf(9)]);
    expect(published(place)).toBe(nameOf(1));
    expect(freeName(place, nameOf(2))).toBe(nameOf(2));
    expect(freeName(place, nameOf(1))).toBe(`${nameOf(1)}-2`);
    expect(versionBefore(versionsAt(place), '2026-03-15')?.name).toBe(nameOf(9));
    expect(versionBefore(versionsAt(place), '2026-03-08')).toBeNull();
  });

  test('are kept three, and the one that changes are told from', async () => {
    await publishAs(nameOf(1), 1, '2026-03-01');
    await publishAs(nameOf(2), 2, '2026-03-08');
    for (const digit of [3, 4, 5, 6]) await publishAs(nameOf(digit), digit, '2026-03-15');
    expect(readdirSync(`${out}.versions`).sort()).toEqual([2, 4, 5, 6].map(nameOf));
    await publishAs(nameOf(7), 7, '2026-03-22');
    expect(readdirSync(`${out}.versions`).sort()).toEqual([5, 6, 7].map(nameOf));
  });

  test('are kept where the firm went back to one of them', async () => {
    for (const digit of [1, 2, 3]) await publishAs(nameOf(digit), digit, '2026-03-15');
    await publishAs(nameOf(4), 0, '2026-03-15');
    expect(readdirSync(`${out}.versions`).sort()).toEqual([1, 2, 3, 4].map(nameOf));
    expect(published(placeAt(out))).toBe(nameOf(4));
  });

  test('leave alone what is not theirs', async () => {
    await publishAs(nameOf(1), 1, '2026-03-15');
    writeFileSync(join(`${out}.versions`, 'notes.txt'), '');
    mkdirSync(join(`${out}.versions`, '.building-1'));
    await publishAs(nameOf(2), 2, '2026-03-15');
    expect(readdirSync(`${out}.versions`).sort()).toEqual([nameOf(1), nameOf(2), 'notes.txt']);
  });

  test('a build that another took for dead publishes nothing and takes nothing from it', async () => {
    const place = placeAt(out);
    const lock = join(place.versions, '.lock');
    const taken = /another build took this one for dead and goes on in its place; this one published nothing$/;
    const over = (): void => writeFileSync(lock, '1 elsewhere token');
    await expect(alone(place, async (_, demandAlone) => (over(), demandAlone()))).rejects.toThrow(taken);
    expect(readFileSync(lock, 'utf8')).toBe('1 elsewhere token');
    rmSync(lock);
    await expect(alone(place, () => (over(), Promise.reject(new Error('no'))))).rejects.toThrow(taken);
  });

  test('a build that fails leaves nothing', async () => {
    await expect(alone(placeAt(out), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(`${out}.versions`)).toEqual([]);
  });
});
