import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepCharts, type KeptCharts } from '../src/components/kept-charts.ts';
import { OWN_NUMBERS, sheetNumbers } from '../src/components/sheets.ts';
import { speaking } from '../src/language/language.ts';
import { showReport } from '../src/load/shown.ts';
import { tableCsv } from '../src/report/csv.ts';
import type { Report } from '../src/report/model.ts';
import { tablesOf } from '../src/report/tables.ts';
import { pagesFrom, reachPackages } from './reach.ts';
import { CODE, ROOT } from './root.ts';

/** The product's own colour, as the style sheet has it. */
const OWN = { light: '--accent: #1a4c85', dark: '--accent: #8db8ee' };

type Accent = Report['firm']['accent'];

/** Puts the firm's colour into the style sheet, before its hash is taken for the policy of every page. */
function accented(accent: Accent) {
  return {
    name: 'courtesy-accent',
    enforce: 'pre' as const,
    transform: (css: string, id: string): string | null =>
      accent === null || !id.split('?')[0]!.endsWith('/tokens.css')
        ? null
        : css.replaceAll(OWN.light, `--accent: ${accent.light}`).replaceAll(OWN.dark, `--accent: ${accent.dark}`),
  };
}

/** Numbers the sheets of paper in the language of the report, likewise. */
function numbered(locale: string) {
  const numbers = speaking(locale, sheetNumbers);
  return {
    name: 'courtesy-sheets',
    enforce: 'pre' as const,
    transform: (css: string, id: string): string | null =>
      id.split('?')[0]!.endsWith('.css') && css.includes(OWN_NUMBERS) ? css.replaceAll(OWN_NUMBERS, numbers) : null,
  };
}

const reportIn = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report;

/** The tables of a report as CSV, by name. */
const csvOf = (report: Report): ReadonlyMap<string, string> => new Map([...tablesOf(report)].map(([name, table]) => [name, tableCsv(table)]));

/** Settings that keep Astro to itself: no network, no caches outside `work`, nothing said but through errors. */
function settings({ firm }: Report, reportFile: string, work: string, mode: 'production' | 'development') {
  process.env['NODE_ENV'] = mode;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  process.env['COURTESY_REPORT'] = reportFile;
  reachPackages(ROOT, work);
  return {
    root: pagesFrom(work),
    cacheDir: join(work, 'astro'),
    vite: { cacheDir: join(work, 'vite'), plugins: [accented(firm.accent), numbered(firm.locale)] },
  };
}

/** One of several parts that pages are rendered in: which, from 0 on, and of how many. */
export interface Part {
  readonly at: number;
  readonly of: number;
}

export const WHOLE: Part = { at: 0, of: 1 };

/**
 * Renders the pages of the report in a file into `folder`, which lies inside `work`; all paths are absolute.
 * Astro renders from inside the working directory only where the output lies in it, and from a folder that all builds
 * share otherwise: so `work` becomes the working directory, with the project's packages in reach. With `kept` only those charts
 * are drawn that are not in it. With `part` only those pages are rendered, and their tables written, that fall to it.
 */
export async function renderPages(reportFile: string, folder: string, work: string, kept?: KeptCharts, part: Part = WHOLE): Promise<void> {
  const whole = reportIn(reportFile);
  const report = { ...whole, pages: whole.pages.filter((_, at) => at % part.of === part.at) };
  keepCharts(kept);
  showReport(report);
  try {
    await render(settings(report, reportFile, work, 'production'), folder, work);
  } finally {
    keepCharts(undefined);
    showReport(undefined);
  }
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const [name, csv] of csvOf(report)) writeFileSync(join(folder, 'data', `${name}.csv`), csv);
}

/**
 * Renders the pages for clients from their slices, a file each in `slices`, into `folder`, which lies inside `work`. They are a
 * site of their own, under `src/share`: nothing of the internal pages is in it.
 */
export function renderShares(slices: string, folder: string, work: string, reportFile: string): Promise<void> {
  const { cacheDir, ...config } = settings(reportIn(reportFile), reportFile, work, 'production');
  process.env['COURTESY_SHARES'] = slices;
  delete process.env['COURTESY_REPORT'];
  return render({ ...config, cacheDir: `${cacheDir}-shares`, srcDir: join(config.root, 'src', 'share') }, folder, work);
}

/** Loads what renders the pages, so that it is there when their report is. */
export async function readyPages(): Promise<void> {
  await import('astro');
}

async function render(config: object, folder: string, work: string): Promise<void> {
  const before = process.cwd();
  process.chdir(work);
  try {
    const { build } = await import('astro');
    await build({ ...config, outDir: folder, logLevel: 'silent' });
  } finally {
    process.chdir(before);
  }
}

/** A running development server. */
export interface LivePages {
  readonly url: string;
  /** Reads the report again and shows the pages anew. */
  readonly reload: () => void;
  readonly stop: () => Promise<void>;
}

/** Serves the pages of the report in a file as they stand in the source; caches lie in `work`. */
export async function servePages(reportFile: string, work: string): Promise<LivePages> {
  const config = settings(reportIn(reportFile), reportFile, work, 'development');
  const { dev } = await import('astro');
  const server = await dev({ ...config, logLevel: 'warn', server: { host: '127.0.0.1' } });
  return {
    url: `http://127.0.0.1:${server.address.port}/`,
    reload: () => void server.watcher.emit('change', join(config.root, 'src', 'load', `shown${CODE}`)),
    stop: () => server.stop(),
  };
}
