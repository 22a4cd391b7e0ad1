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

async function measured(what: string, ...words: readonly string[]): Promise<Run> {
  const { stdout } = await execute(process.execPath, [...process.execArgv, join(import.meta.dirname, 'bench', 'run.ts'), what, ...words]);
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

async function largest(folder: string, tickets: number): Promise<void> {
  const path = join(folder, 'many.csv');
  await writeTickets(path, tickets);
  const { seconds, megabytes } = await measured('facts', path);
  const size = ((await stat(path)).size / 1e6).toFixed(0);
  console.log(`\n${tickets.toLocaleString('en')} tickets, ${size} MB, to facts: ${seconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB`);
}

async function bench(tickets: number, runs: number, many: number | null): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'courtesy-bench-'));
  try {
    const path = join(folder, 'tickets.csv');
    await writeTickets(path, tickets);
    const [bare, facts, first, second]: [Run[], Run[], Run[], Run[]] = [[], [], [], []];
    for (let turn = 0; turn < runs; turn++) {
      const kept = join(folder, `kept-${turn}`);
      bare.push(await measured('bare', path));
      facts.push(await measured('facts', path));
      first.push(await measured('facts', path, kept));
      second.push(await measured('facts', path, kept));
    }
    const size = ((await stat(path)).size / 1e6).toFixed(0);
    console.log(`${tickets.toLocaleString('en')} tickets of 15 columns, ${size} MB, median of ${runs} runs in turn\n`);
    console.log(`${''.padEnd(34)} ${'time'.padStart(10)} ${'processor'.padStart(10)} ${'ratio'.padStart(7)} ${'peak'.padStart(10)}`);
    console.log(line('papaparse alone, into arrays', bare, bare));
    console.log(line('Courtesy, file to facts', facts, bare));
    console.log(line('the same, kept for the next time', first, bare));
    console.log(line('the same, the next time', second, bare));
    const share = median(second.map((one, at) => one.seconds / first[at]!.seconds));
    console.log(`\nthe next time takes ${share.toFixed(2)} of the first`);
    if (many !== null) await largest(folder, many);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** `npm run bench -- [--tickets N] [--runs N] [--many N]`: reading as ratios to papaparse alone; `--many` tickets once, for the memory they take. */
await run({ name: 'bench', options: { tickets: 'N', runs: 'N', many: 'N' } }, async ({ tickets, runs, many }) => {
  await bench(whole(tickets, 1_000_000, 'tickets'), whole(runs, 3, 'runs'), many === undefined ? null : whole(many, 1, 'many'));
  return 0;
});
