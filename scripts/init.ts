import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { oneLine, run } from './command.ts';
import { init } from './init-workspace.ts';

/** `npm run init -- [DIR] [--yes]`: a workspace to start from, and a mapping for every export in it that nothing recognises. */
await run({ name: 'init', options: { yes: true }, operand: 'DIR', optional: true }, async (given) => {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const reader = isTerminal ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  try {
    return await init(resolve(given.DIR ?? 'workspace'), given.yes !== undefined, {
      ask: reader === null ? null : (question) => reader.question(question),
      out: (text) => void process.stdout.write(text),
      err: (line) => void process.stderr.write(`${oneLine(line)}\n`),
    });
  } finally {
    reader?.close();
  }
});
