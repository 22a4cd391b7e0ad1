import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { releaseLock, takeLock } from '../../scripts/lock.ts';
import { runNode } from './processes.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  lock = join(folder, '.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a free lock is taken with the pid in it, and given back without a trace', () => {
  expect(takeLock(lock)).toBeNull();
  expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
  expect(readdirSync(folder)).toEqual(['.lock']);
  releaseLock(lock);
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a live process stays', () => {
  writeFileSync(lock, String(process.ppid));
  expect(takeLock(lock)).toBe(process.ppid);
  expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
  expect(readdirSync(folder)).toEqual(['.lock']);
});

test.each([
  ['of a dead process', () => String(spawnSync(process.execPath, ['--version']).pid)],
  ['of this process, left by one that had its pid before', () => String(process.pid)],
  ['without a pid', () => ''],
  ['with something else in it', () => 'nobody'],
])('a lock %s is taken over', (_, content) => {
  writeFileSync(lock, content());
  expect(takeLock(lock)).toBeNull();
  expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
  expect(readdirSync(folder)).toEqual(['.lock']);
});

test('of many that find a dead lock at once one takes it', { timeout: 20_000 }, async () => {
  writeFileSync(lock, '');
  const script = join(import.meta.dirname, 'take-lock.ts');
  const ended = await Promise.all(Array.from({ length: 5 }, () => runNode([script, lock])));
  expect(ended.map(({ out }) => out).sort()).toEqual(['held', 'held', 'held', 'held', 'taken']);
  expect(readdirSync(folder)).toEqual(['.lock']);
});
