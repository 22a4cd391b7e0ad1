import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bothWays, curve, SIZES } from './bench/curve.ts';
import { grouped, measured, median, type Run } from './bench/measured.ts';
import { site } from './bench/site.ts';
import { writeTickets } from './bench/tickets.ts';
import { Misuse, run } from './command.ts';

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

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'courtesy-bench-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function largest(folder: string, tickets: number): Promise<void> {
  const path = join(folder, 'many.csv');
  await writeTickets(path, tickets);
  const { seconds, megabytes } = await measured('facts', '', path);
  const size = ((await stat(path)).size / 1e6).toFixed(0);
  console.log(`\n${grouped(tickets)} tickets, ${size} MB, to facts: ${seconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB`);
}

async function reading(folder: string, tickets: number, runs: number): Promise<void> {
  const path = join(folder, 'tickets.csv');
  await writeTickets(path, tickets);
  const [bare, duck, facts, first, second]: [Run[], Run[], Run[], Run[], Run[]] = [[], [], [], [], []];
  for (let turn = 0; turn < runs; turn++) {
    const kept = join(folder, `kept-${turn}`);
    bare.push(await measured('bare', '', path));
    duck.push(await measured('duck', '', path));
    facts.push(await measured('facts', '', path));
    first.push(await measured('facts', kept, path));
    second.push(await measured('facts', kept, path));
  }
  const size = ((await stat(path)).size / 1e6).toFixed(0);
  console.log(`${grouped(tickets)} tickets of 15 columns, ${size} MB, median of ${runs} runs in turn\n`);
  console.log(`${''.padEnd(34)} ${'time'.padStart(10)} ${'processor'.padStart(10)} ${'ratio'.padStart(7)} ${'peak'.padStart(10)}`);
  console.log(line('papaparse alone, into arrays', bare, bare));
  console.log(line('DuckDB, read and grouped, no facts', duck, bare));
  console.log(line('Courtesy, file to facts', facts, bare));
  console.log(line('the same, kept for the next time', first, bare));
  console.log(line('the same, the next time', second, bare));
  const share = median(second.map((one, at) => one.seconds / first[at]!.seconds));
  console.log(`\nthe next time takes ${share.toFixed(2)} of the first`);
}

const OPTIONS = { tickets: 'N', runs: 'N', many: 'N', clients: 'N', measures: true, curve: true, site: true } as const;

/**
 * `npm run bench -- [--tickets N] [--runs N] [--many N] [--measures] [--curve] [--site [--clients N]]`: times as ratios to papaparse alone. Reading without
 * more words, and `--many` tickets once, for the memory they take; `--measures` facts to cells; `--curve` the same for tickets
 * from 10,000 to 1,000,000, and for `--many`; `--site` the whole build, from nothing and with a week more, once unless `--runs` says more.
 */
await run({ name: 'bench', options: OPTIONS }, async (given) => {
  const [tickets, runs] = [whole(given.tickets, 1_000_000, 'tickets'), whole(given.runs, 3, 'runs')];
  const many = given.many === undefined ? [] : [whole(given.many, 1, 'many')];
  await inFolder(async (folder) => {
    if (given.site) await site(folder, { tickets, clients: whole(given.clients, 300, 'clients') }, whole(given.runs, 1, 'runs'));
    else if (given.curve) await curve(folder, [...SIZES, ...many], runs);
    else if (given.measures) await bothWays(folder, tickets, runs);
    else {
      await reading(folder, tickets, runs);
      for (const count of many) await largest(folder, count);
    }
  });
  return 0;
});
