import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** The HTML files of a folder, as paths under it, in order. */
export function pagesOf(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

const parsed = new Map<string, Document>();

/** One page as a document to read and never to change: it is parsed once. */
export function documentOf(dir: string, path: string): Document {
  const key = join(dir, path);
  const known = parsed.get(key) ?? parseHTML(sourceOf(dir, path)).document;
  parsed.set(key, known);
  return known;
}

/** The source of one page. */
export function sourceOf(dir: string, path: string): string {
  return readFileSync(join(dir, path), 'utf8');
}

declare global {
  interface Window {
    /** What the browser refused to load or run. */
    refused: string[];
    /** Sum of the layout's shifts. */
    shifted: number;
  }
}

/** Keeps what a page is refused and how far it shifts; stands alone, since it is sent to the browser. */
export function watch(): void {
  window.refused = [];
  window.shifted = 0;
  document.addEventListener('securitypolicyviolation', (event) => {
    window.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Opens every page of a folder in turn from the disk, as a reader would, and gathers what `look` finds wrong there,
 * each finding led by the page's path. `listen` is called once, before the first page.
 */
export async function findings(
  browser: Browser,
  dir: string,
  options: BrowserContextOptions,
  look: (page: Page, path: string) => Promise<readonly string[]>,
  listen: (page: Page) => void = () => {},
): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const found: string[] = [];
  try {
    await context.addInitScript(watch);
    const page = await context.newPage();
    listen(page);
    for (const path of pagesOf(dir)) {
      await page.goto(pathToFileURL(join(dir, path)).href);
      found.push(...(await look(page, path)).map((finding) => `${path}: ${finding}`));
    }
  } finally {
    await context.close();
  }
  return found;
}
