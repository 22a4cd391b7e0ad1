import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock, type Lock } from '../../scripts/lock.ts';
import { start } from './processes.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, '.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The lock, which is free or can be taken over. */
async function taken(watched?: number): Promise<Lock> {
  const lock = await takeLock(file, watched);
  if (!('held' in lock)) throw new Error(`process ${lock.pid} holds the lock`);
  return lock;
}

/** What a lock of a process beside this one says. */
async function heldBy(pid: number): Promise<string> {
  const lock = await taken();
  const [, ...rest] = readFileSync(file, 'utf8').split(' ');
  lock.release();
  return [pid, ...rest].join(' ');
}

test('a free lock is taken with the pid in it, and given back without a trace', async () => {
  const lock = await taken();
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} [^ ]+ [^ ]+$`));
  expect(readdirSync(folder)).toEqual(['.lock']);
  expect(lock.held()).toBe(true);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a live process stays', async () => {
  const held = await heldBy(process.ppid);
  writeFileSync(file, held);
  expect(await takeLock(file)).toEqual({ pid: process.ppid });
  expect(readFileSync(file, 'utf8')).toBe(held);
  expect(readdirSync(folder)).toEqual(['.lock']);
});

test.each([
  ['of a dead process', () => heldBy(spawnSync(process.execPath, ['--version']).pid)],
  ['of this process, left by one that had its pid before', () => heldBy(process.pid)],
  ['without a pid', () => ''],
  ['with something else in it', () => 'nobody'],
])('a lock %s is taken over', async (_, content) => {
  writeFileSync(file, await content());
  const lock = await taken();
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  expect(readdirSync(folder)).toEqual(['.lock']);
  lock.release();
});

test('a lock of another machine or container stays as long as its holder renews it, and is taken over when nobody does', async () => {
  writeFileSync(file, '1 elsewhere token');
  const renewing = setInterval(() => utimesSync(file, new Date(), new Date()), 300);
  expect(await takeLock(file, 4000)).toEqual({ pid: 1 });
  clearInterval(renewing);
  const lock = await taken(1500);
  expect(lock.held()).toBe(true);
  lock.release();
});

test('a lock is renewed as long as it is held', async () => {
  const lock = await taken();
  const before = statSync(file, { bigint: true }).mtimeNs;
  await setTimeout(1600);
  expect(statSync(file, { bigint: true }).mtimeNs).toBeGreaterThan(before);
  lock.release();
});

test('a lock that another took over is not given back in its place', async () => {
  const lock = await taken();
  writeFileSync(file, '1 elsewhere token');
  expect(lock.held()).toBe(false);
  lock.release();
  expect(readFileSync(file, 'utf8')).toBe('1 elsewhere token');
});

test('of many that find a dead lock at once one takes it', { timeout: 180_000 }, async () => {
  writeFileSync(file, '');
  const script = join(import.meta.dirname, 'take-lock.ts');
  const running = Array.from({ length: 5 }, () => start([script, file]));
  let left = running.length;
  await new Promise<void>((alone) => running.forEach((one) => void one.ended.then(() => --left === 1 && alone())));
  running.forEach(({ kill }) => kill('SIGKILL'));
  const ended = await Promise.all(running.map((one) => one.ended));
  expect(ended.map(({ out }) => out).sort()).toEqual(['held', 'held', 'held', 'held', 'taken']);
  expect(readdirSync(folder)).toEqual(['.lock']);
});
