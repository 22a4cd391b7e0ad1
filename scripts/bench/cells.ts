import { dirname } from 'node:path';
import { exportFile } from '../../src/load/files.ts';
import { brokenAccounts } from '../../src/measures/accounts.ts';
import { figuresOf } from '../../src/measures/cells.ts';
import { contextOf } from '../../src/measures/context.ts';
import { measures } from '../../src/measures/index.ts';
import { gatherFacts } from '../../src/pipeline.ts';
import { zoneOf } from '../../src/time/zone.ts';
import { diskCache } from '../cache.ts';
import { benchSettings } from './settings.ts';

/** Peak memory of this process so far in MB. */
const peak = (): number => process.resourceUsage().maxRSS / 1024;

/**
 * All measures from facts to cells, as the build makes them; with `warm` for the second time in the process, when its code is compiled. Reading
 * is done before and left out of the time, with what was read kept in a folder. Gives seconds, processor seconds, the peak in MB as the facts stand ready, and the measures that found rows.
 */
export async function cells(kept: string, paths: readonly string[], warm: boolean): Promise<object> {
  const settings = benchSettings();
  const zone = zoneOf(settings.firm.zone)!;
  const files = await Promise.all(paths.map((path) => exportFile(dirname(path), path)));
  const { facts, asOf, issues } = await gatherFacts(files, settings, zone, { cache: diskCache(kept, Date.now()) });
  if (facts === null || asOf === null) throw new Error(issues[0]?.code ?? 'nothing was read');
  const counted = () => {
    const context = contextOf(facts, settings, asOf, zone);
    const figures = figuresOf(measures, context);
    return { figures, broken: brokenAccounts(figures, context) };
  };
  if (warm) counted();
  const [began, used, factsPeak] = [performance.now(), process.cpuUsage(), peak()];
  const {
    figures,
    broken: [broken],
  } = counted();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  if (broken !== undefined) throw new Error(`${broken.measure}: ${broken.says}`);
  const full = measures.filter(({ id }) => figures.grid(id, 'week')?.n.some((rows) => rows > 0)).length;
  return { seconds, cpu: (user + system) / 1e6, factsMegabytes: factsPeak, measures: full };
}
