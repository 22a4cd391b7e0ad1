import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPages } from '../scripts/astro.ts';
import { writeContract, writeFigures } from '../scripts/contract.ts';
import { issueText } from '../src/issue.ts';
import { buildReport } from '../src/pipeline.ts';
import { oddWorkspaces, writeOdd } from './odd-workspaces.ts';
import { workspaceIn } from './workspace.ts';

/** `node test/odd-build.ts FOLDER NAME...`: writes and builds odd workspaces, one after the other, into FOLDER/NAME/site. */
const [folder = '', ...names] = process.argv.slice(2);
for (const odd of oddWorkspaces.filter(({ name }) => names.includes(name))) {
  const work = join(folder, odd.name);
  const site = join(work, 'site');
  mkdirSync(site, { recursive: true });
  writeOdd(odd, join(work, 'data'));
  const { files, settings } = await workspaceIn(join(work, 'data'));
  const { report, figures, issues } = await buildReport(files, settings);
  if (report === null || figures === undefined) throw new Error(`${odd.name}: ${issues.map(issueText).join('\n')}`);
  const beside = { report: join(work, 'report.json'), measures: join(work, 'measures.csv') };
  writeFileSync(beside.report, JSON.stringify(report));
  await writeFigures(figures, report, beside);
  await renderPages(beside.report, site, work);
  await writeContract(report, beside, site);
}
