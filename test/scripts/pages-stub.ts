import { pagesApart } from '../../scripts/pages-apart.ts';

const [reportFile, site, work] = process.argv.slice(2);
await pagesApart('data', undefined)(reportFile!, site!, work!);
