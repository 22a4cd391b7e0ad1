import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeTickets } from './bench/tickets.ts';

interface Run {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

const run = promisify(execFile);

async function measured(what: string, path: string): Promise<Run> {
  const { stdout } = await run(process.execPath, [...process.execArgv, join(import.meta.dirname, 'bench', 'run.ts'), what, path]);
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

const { values } = parseArgs({ options: { tickets: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } } });
const tickets = Number(values.tickets);
const folder = await mkdtemp(join(tmpdir(), 'courtesy-bench-'));
try {
  const path = join(folder, 'tickets.csv');
  await writeTickets(path, tickets);
  const bare: Run[] = [];
  const facts: Run[] = [];
  for (let turn = 0; turn < Number(values.runs); turn++) {
    bare.push(await measured('bare', path));
    facts.push(await measured('facts', path));
  }
  console.log(
    `${tickets.toLocaleString('en')} tickets of 15 columns, ${((await stat(path)).size / 1e6).toFixed(0)} MB, median of ${values.runs} runs in turn\n`,
  );
  console.log(`${''.padEnd(34)} ${'time'.padStart(10)} ${'processor'.padStart(10)} ${'ratio'.padStart(7)} ${'peak'.padStart(10)}`);
  console.log(line('papaparse alone, into arrays', bare, bare));
  console.log(line('Courtesy, file to facts', facts, bare));
} finally {
  await rm(folder, { recursive: true });
}
