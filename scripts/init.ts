import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { oneLine, run } from './command.ts';
import { commands } from './commands.ts';
import { initJob } from './init-job.ts';
import { init } from './init-workspace.ts';
import { startFolder } from './workspace.ts';

/** `npm run init -- [DIR] [--yes]`: a workspace to start from, and a mapping for every export in it that nothing recognises; `--ci HOST`: the weekly job. */
await run(commands.init, async (given) => {
  if (given.ci !== undefined) return initJob(given.ci, resolve(given.DIR ?? '.'), (text) => void process.stdout.write(text));
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const reader = isTerminal ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  try {
    return await init(given.DIR === undefined ? startFolder() : resolve(given.DIR), given.yes !== undefined, {
      ask: reader === null ? null : (question) => reader.question(question),
      out: (text) => void process.stdout.write(text),
      err: (line) => void process.stderr.write(`${oneLine(line)}\n`),
    });
  } finally {
    reader?.close();
  }
});
