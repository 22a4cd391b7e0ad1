import { appendFileSync } from 'node:fs';

const file = process.env['COURTESY_BENCH_PEAK'];

if (file !== undefined) process.once('exit', () => appendFileSync(file, `${process.resourceUsage().maxRSS / 1024}\n`));
