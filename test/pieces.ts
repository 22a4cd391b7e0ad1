import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { sourceOf } from './visit.ts';

/** Tags in one piece: few enough that every part of a page is seen half come. */
const TAGS = 3;
const EMPTY = '<!doctype html><html><body></body></html>';

/** Writes a page piece by piece, a frame apart, until it reaches beyond the screen, and gives what moved; stands alone, since it is sent to the browser. */
async function write([head, ...pieces]: readonly string[]): Promise<readonly string[]> {
  const moved: string[] = [];
  let last = '';
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) moved.push(`moves by ${(entry as PerformanceEntry & { value: number }).value} at ${last}`);
  }).observe({ type: 'layout-shift' });
  const frame = (): Promise<void> => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
  document.open();
  document.write(head ?? '');
  await frame();
  for (const piece of pieces) {
    last = piece.slice(0, 80);
    document.write(piece);
    await frame();
    if (document.body.scrollHeight > 1.5 * innerHeight) break;
  }
  await frame();
  document.close();
  return moved;
}

/** A page in its head and pieces of some tags each; a drawing is one of them. */
function piecesOf(source: string): readonly string[] {
  const body = source.indexOf('<body');
  const tags = source.slice(body).match(/<svg\b[^]*?<\/svg>|<[^<]*/g) ?? [];
  const pieces = Array.from({ length: Math.ceil(tags.length / TAGS) }, (_, at) => tags.slice(at * TAGS, (at + 1) * TAGS).join(''));
  return [source.slice(0, body), ...pieces];
}

/** What moves on pages of a folder while they come over a slow line, each led by its path. */
export async function shiftsInPieces(browser: Browser, dir: string, paths: readonly string[], width: number): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const found: string[] = [];
  for (const path of paths) {
    const { href } = pathToFileURL(join(dir, path));
    await page.route(href, (route) => route.fulfill({ contentType: 'text/html', body: EMPTY }));
    await page.goto(href);
    found.push(...(await page.evaluate(write, piecesOf(sourceOf(dir, path)))).map((shift) => `${path}: ${shift}`));
  }
  await page.close();
  return found;
}
