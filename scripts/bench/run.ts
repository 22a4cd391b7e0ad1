import { bare } from './bare.ts';
import { cells } from './cells.ts';
import { duck } from './duck.ts';
import { facts } from './facts.ts';

type Work = (paths: readonly string[], kept: string | undefined) => Promise<object | void>;

const works: Readonly<Record<string, Work>> = {
  bare: async (paths) => {
    for (const path of paths) await bare(path);
  },
  facts: async ([path], kept) => void (await facts(path!, kept)),
  duck: async ([path]) => void (await duck(path!)),
  cells: (paths, kept) => cells(kept!, paths, false),
  warm: (paths, kept) => cells(kept!, paths, true),
};

const [what, kept, ...paths] = process.argv.slice(2);
const [began, used] = [performance.now(), process.cpuUsage()];
const own = await works[what!]!(paths, kept === '' ? undefined : kept);
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(used);
process.stdout.write(JSON.stringify({ seconds, cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, ...own }));
