import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** How a process ended; code null = it was killed. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** What was said on standard error so far. */
  readonly said: () => string;
}

/** The environment of a user: what the test runner adds is left out, since the tools under test mind it. Compiled code is kept for all tests. */
function userEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(names.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]));
}

/** Starts `node ...words` with these variables on top of a user's environment, in a working directory if one is named. */
export function start(words: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Running {
  const child = spawn(process.execPath, [...words], { cwd, env: { ...userEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { pid: child.pid!, ended, kill: (signal) => child.kill(signal), said: () => err };
}

/** Runs `node ...words` to its end. */
export function runNode(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return start(words, env).ended;
}

/** Waits until a process has said a text on standard error; fails after a minute. */
export async function saying(running: Running, text: string): Promise<string> {
  for (let tries = 0; tries < 3000; tries++) {
    if (running.said().includes(text)) return running.said();
    await setTimeout(20);
  }
  throw new Error(`never said "${text}": ${running.said()}`);
}
