import { bare } from './bare.ts';
import { facts } from './facts.ts';

const [, , what, path, kept] = process.argv;
const began = performance.now();
await (what === 'bare' ? bare(path!) : facts(path!, kept));
const seconds = (performance.now() - began) / 1000;
const cpu = process.cpuUsage();
process.stdout.write(JSON.stringify({ seconds, cpu: (cpu.user + cpu.system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));
