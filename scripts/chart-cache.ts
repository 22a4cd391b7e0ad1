import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { KeptCharts } from '../src/components/kept-charts.ts';
import { renderPages, WHOLE, type Part } from './astro.ts';
import { diskCache, versionOf, type DiskCache } from './cache.ts';

/** Everything that a drawing becomes an `<svg>` by. */
export const DRAWER: readonly string[] = [
  'src/charts',
  'src/components/drawn.ts',
  'src/components/kept-charts.ts',
  'src/report/words.ts',
  'src/report/forms.ts',
  'src/language',
  'src/time',
  'package-lock.json',
];

/** The charts of one site, in one entry of a cache. */
export interface ChartCache extends KeptCharts {
  /** Keeps the charts that were read or written, where these are others than it holds. */
  readonly save: () => Promise<void>;
}

const hashOf = (key: string, text: Uint8Array): Buffer => createHash('sha256').update(key).update(text).digest();

function entryOf(charts: ReadonlyMap<string, string>, key: string): readonly Uint8Array[] {
  const text = Buffer.from(JSON.stringify([...charts].sort(([a], [b]) => (a < b ? -1 : 1))));
  return [hashOf(key, text), text];
}

/** The charts in an entry, none where it is not what was written under the key. */
function chartsIn(entry: readonly Uint8Array[] | null, key: string): ReadonlyMap<string, string> {
  const [hash, text, ...more] = entry ?? [];
  if (hash === undefined || text === undefined || more.length > 0 || !hashOf(key, text).equals(hash)) return new Map();
  return new Map(JSON.parse(Buffer.from(text).toString()) as [string, string][]);
}

/**
 * The charts that the last build of a site drew; `site` tells it from the others whose charts lie in the same cache. Each part of the pages keeps
 * those that it draws, and finds those of all parts.
 */
export async function chartCache(disk: DiskCache, site: string, { at, of }: Part = WHOLE): Promise<ChartCache> {
  const keyOf = (part: number): string =>
    createHash('sha256')
      .update(JSON.stringify([disk.version, site, part, of]))
      .digest('hex');
  const entries = await Promise.all(Array.from({ length: of }, async (_, part) => chartsIn(await disk.read(keyOf(part)), keyOf(part))));
  const [key, own] = [keyOf(at), entries[at]!];
  const before = new Map(entries.flatMap((entry) => [...entry]));
  const used = new Map<string, string>();
  return {
    read(chart) {
      const svg = used.get(chart) ?? before.get(chart) ?? null;
      if (svg !== null) used.set(chart, svg);
      return svg;
    },
    write: (chart, svg) => void used.set(chart, svg),
    async save() {
      if (used.size !== own.size || [...used.keys()].some((chart) => !own.has(chart))) await disk.write(key, entryOf(used, key));
    },
  };
}

/** The stage of a build that renders the pages. */
export interface PagesStage {
  readonly pages: (reportFile: string, folder: string, work: string, part?: Part) => Promise<void>;
  /** As in `DiskCache`. */
  readonly sweep: () => Promise<void>;
}

/** Renders pages with the charts that the last build of a workspace drew, kept in the working directory; without them where the command was told so. */
export function pagesStage(without: string | undefined, workspace: string): PagesStage {
  if (without !== undefined)
    return { pages: (reportFile, folder, work, part) => renderPages(reportFile, folder, work, undefined, part), sweep: async () => {} };
  const here = process.cwd();
  const disk = diskCache(join(here, '.cache', 'charts'), Date.now(), versionOf(DRAWER));
  return {
    async pages(reportFile, folder, work, part) {
      const charts = await chartCache(disk, relative(here, workspace), part);
      await renderPages(reportFile, folder, work, charts, part);
      await charts.save();
    },
    sweep: disk.sweep,
  };
}
