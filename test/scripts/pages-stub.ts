import { setTimeout } from 'node:timers/promises';
import { pagesApart } from '../../scripts/pages-apart.ts';

const [reportFile, site, work, late] = process.argv.slice(2);
const pages = pagesApart('data', undefined);
if (late !== undefined) await setTimeout(Number(late));
await pages(reportFile!, site!, work!);
