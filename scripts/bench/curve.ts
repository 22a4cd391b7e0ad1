import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { grouped, measured, median, type CellsRun, type Run } from './measured.ts';
import type { Size } from './ticket-sheet.ts';
import { writeWorkspace } from './workspace.ts';

export const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000] as const;
const CLIENTS = 300;
/** Tickets of one client in two years, where clients grow with the tickets. */
const EACH = 1_000_000 / CLIENTS;

const HEAD = ['tickets', 'clients', 'measures', 'files', 'papaparse', 'to cells', 'ratio', 'processor', 'ratio', 'a ticket', 'warm', 'facts', 'peak'];
const WIDTHS = [10, 9, 10, 9, 11, 10, 8, 11, 8, 11, 11, 9, 9];

const row = (cells: readonly string[]): string => cells.map((cell, at) => cell.padStart(WIDTHS[at]!)).join('');

/** Which files are read: all of the workspace, or tickets, their surveys and the list of clients. */
const ALL = /./;
const FEWEST = /(tickets|surveys|clients)\.csv$/;

/**
 * Facts to cells, all measures, for workspaces of so many tickets: the time as a ratio to papaparse alone over the same files, both the
 * medians of runs in turn, what a ticket costs, from a cold start and once the code is compiled, and the peak memory before and after, the facts included. First with clients that grow
 * with the tickets, which shows what a ticket costs; then with the same 300 clients, whose cells cost the same however few tickets there are.
 */
export async function curve(folder: string, sizes: readonly number[], runs: number): Promise<void> {
  const series = [(tickets: number) => Math.max(1, Math.round(tickets / EACH)), () => CLIENTS];
  for (const [at, clients] of series.entries()) {
    console.log(
      `${at === 0 ? '' : '\n'}facts to cells, ${at === 0 ? 'clients as tickets' : `${CLIENTS} clients`}, two years, median of ${runs} runs in turn\n`,
    );
    console.log(row(HEAD));
    for (const tickets of sizes) {
      const size = { tickets, clients: clients(tickets) };
      await inWorkspace(folder, size, async (paths) => console.log(await point(folder, paths, ALL, size, runs)));
    }
  }
}

/** The same for one size, over all files and over tickets and surveys alone. */
export async function bothWays(folder: string, tickets: number, runs: number): Promise<void> {
  const size = { tickets, clients: CLIENTS };
  console.log(`facts to cells, ${CLIENTS} clients, two years, median of ${runs} runs in turn: all files, then tickets and surveys alone\n`);
  console.log(row(HEAD));
  await inWorkspace(folder, size, async (paths) => {
    for (const files of [ALL, FEWEST]) console.log(await point(folder, paths, files, size, runs));
  });
}

async function inWorkspace(folder: string, size: Size, work: (paths: readonly string[]) => Promise<void>): Promise<void> {
  const made = join(folder, `workspace-${size.tickets}`);
  await work(await writeWorkspace(made, size));
  await rm(made, { recursive: true });
}

async function point(folder: string, all: readonly string[], files: RegExp, { tickets, clients }: Size, runs: number): Promise<string> {
  const paths = all.filter((path) => files.test(path));
  const [bare, cells, warm]: [Run[], CellsRun[], Run[]] = [[], [], []];
  const kept = join(folder, 'kept');
  for (let turn = 0; turn < runs; turn++) {
    bare.push(await measured('bare', '', ...paths));
    cells.push(await measured<CellsRun>('cells', kept, ...paths));
    warm.push(await measured('warm', kept, ...paths));
  }
  await rm(kept, { recursive: true, force: true });
  const size = (await Promise.all(paths.map((path) => stat(path)))).reduce((sum, file) => sum + file.size, 0);
  const of = <R extends Run>(some: readonly R[], value: (one: R) => number): number => median(some.map(value));
  const ratio = (time: (one: Run) => number): string => median(cells.map((one, at) => time(one) / time(bare[at]!))).toFixed(2);
  const seconds = of(cells, (one) => one.seconds);
  const aTicket = (time: number): string => `${((time / tickets) * 1e6).toFixed(1)} µs`;
  return row([
    grouped(tickets),
    grouped(clients),
    `${of(cells, (one) => one.measures)}`,
    `${(size / 1e6).toFixed(0)} MB`,
    `${of(bare, (one) => one.seconds).toFixed(2)} s`,
    `${seconds.toFixed(2)} s`,
    ratio((one) => one.seconds),
    `${of(cells, (one) => one.cpu).toFixed(2)} s`,
    ratio((one) => one.cpu),
    aTicket(seconds),
    aTicket(of(warm, (one) => one.seconds)),
    `${of(cells, (one) => one.factsMegabytes).toFixed(0)} MB`,
    `${of(cells, (one) => one.megabytes).toFixed(0)} MB`,
  ]);
}
