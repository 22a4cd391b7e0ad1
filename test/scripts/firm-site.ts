import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { progressOn } from '../../scripts/progress.ts';
import { buildSite } from '../../scripts/site.ts';
import type { Order, Stages } from '../../scripts/stages.ts';
import { buildReport } from '../../src/pipeline.ts';
import type { Report } from '../../src/report/model.ts';
import { tablesOf } from '../../src/report/tables.ts';
import type { Exports } from '../gates/firm.ts';

/** Real reports, and pages that hold nothing but what they say. */
export const plainStages: Stages = {
  report: ({ files, settings }, asOf, previous, _, published) => buildReport(files, settings, { previous, published, ...(asOf !== undefined && { asOf }) }),
  pages: async (reportFile, folder) => {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    mkdirSync(join(folder, 'data'), { recursive: true });
    for (const [name, table] of tablesOf(report)) writeFileSync(join(folder, 'data', `${name}.csv`), JSON.stringify(table));
    for (const page of report.pages) {
      mkdirSync(join(folder, page.path), { recursive: true });
      writeFileSync(join(folder, page.path, 'index.html'), JSON.stringify(page));
    }
  },
};

/** Writes a workspace anew: its exports and its settings. */
export function writeWorkspace(data: string, exports: Exports, settings = 'firm: { name: Rowan IT }\n'): void {
  rmSync(data, { recursive: true, force: true });
  for (const [name, text] of Object.entries(exports)) {
    mkdirSync(dirname(join(data, 'exports', name)), { recursive: true });
    writeFileSync(join(data, 'exports', name), text);
  }
  writeFileSync(join(data, 'settings.yaml'), settings);
}

/** Builds; the exit code and what was said, without the steps. */
export async function build(order: Omit<Order, 'asOf'> & Partial<Order>, stages = plainStages): Promise<{ code: number; said: readonly string[] }> {
  let text = '';
  const shown = progressOn({ write: (more: string) => (text += more) }, false);
  const code = await buildSite({ asOf: undefined, ...order }, stages, { ...shown, stage: () => {}, file: () => {} });
  return { code, said: text.trimEnd().split('\n') };
}
