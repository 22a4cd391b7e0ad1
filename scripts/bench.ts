import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeTickets } from './bench/tickets.ts';
import { Misuse, run } from './command.ts';

interface Run {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

const execute = promisify(execFile);

async function measured(what: string, path: string): Promise<Run> {
  const { stdout } = await execute(process.execPath, [...process.execArgv, join(import.meta.dirname, 'bench', 'run.ts'), what, path]);
  return JSON.parse(stdout) as Run;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function line(what: string, runs: readonly Run[], bare: readonly Run[]): string {
  const seconds = median(runs.map((one) => one.seconds));
  const ratio = median(runs.map((one, at) => one.seconds / bare[at]!.seconds));
  return `${what.padEnd(34)} ${seconds.toFixed(2).padStart(8)} s ${median(runs.map((one) => one.cpu))
    .toFixed(2)
    .padStart(8)} s ${ratio.toFixed(2).padStart(7)} ${median(runs.map((one) => one.megabytes))
    .toFixed(0)
    .padStart(7)} MB`;
}

function whole(text: string | undefined, otherwise: number, name: string): number {
  const value = Number(text ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Misuse(`--${name} takes a whole number from 1 on`);
  return value;
}

async function bench(tickets: number, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'courtesy-bench-'));
  try {
    const path = join(folder, 'tickets.csv');
    await writeTickets(path, tickets);
    const bare: Run[] = [];
    const facts: Run[] = [];
    for (let turn = 0; turn < runs; turn++) {
      bare.push(await measured('bare', path));
      facts.push(await measured('facts', path));
    }
    const size = ((await stat(path)).size / 1e6).toFixed(0);
    console.log(`${tickets.toLocaleString('en')} tickets of 15 columns, ${size} MB, median of ${runs} runs in turn\n`);
    console.log(`${''.padEnd(34)} ${'time'.padStart(10)} ${'processor'.padStart(10)} ${'ratio'.padStart(7)} ${'peak'.padStart(10)}`);
    console.log(line('papaparse alone, into arrays', bare, bare));
    console.log(line('Courtesy, file to facts', facts, bare));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** `npm run bench -- [--tickets N] [--runs N]`: reading as ratios to papaparse alone. */
await run({ name: 'bench', options: { tickets: 'N', runs: 'N' } }, async ({ tickets, runs }) => {
  await bench(whole(tickets, 1_000_000, 'tickets'), whole(runs, 3, 'runs'));
  return 0;
});
