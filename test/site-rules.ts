import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { focused, lowTargets, reachable, sidewaysScroll, skippedHeadings, smallTexts, unfold, wordsOfPage, wordsOutside } from './page-probes.ts';
import { shiftsInPieces } from './pieces.ts';
import { documentOf, findings, pagesOf, sourceOf } from './visit.ts';

const KILOBYTE = 1024;
const PAGE_LIMIT = 60 * KILOBYTE;
const SCRIPT_LIMIT = 15 * KILOBYTE;
const LEAST_TEXT = 12;
const LEAST_TARGET = 24;
/** What the margins leave of A4, in px. */
const SHEET = 658;
/** Long enough for a page on the disk to be painted and its scripts to have run, in ms. */
const SETTLED = 100;
/** The source of axe, which a page runs before `RUN_AXE`. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious on the page that is open, its folded tables open too. */
export const RUN_AXE = `axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
  violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;

const idsKept = new Map<string, ReadonlySet<string>>();

/** The ids of a page, read once: many pages link to the definitions. */
function idsOf(dir: string, path: string): ReadonlySet<string> {
  const key = join(dir, path);
  const ids = idsKept.get(key) ?? new Set([...documentOf(dir, path).querySelectorAll('[id]')].map(({ id }) => id));
  idsKept.set(key, ids);
  return ids;
}

/** Links of one page that leave the folder or lead nowhere. */
export function brokenLinks(dir: string, path: string): readonly string[] {
  const document = documentOf(dir, path);
  return [...document.querySelectorAll('[href], [src]')].flatMap((element) => {
    const link = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (link === 'data:,') return [];
    if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(link)) return [`${link} is not relative`];
    const [file = '', fragment] = link.split('#', 2);
    const target = file === '' ? path : join(dirname(path), decodeURI(file));
    if (target.startsWith('..') || !existsSync(join(dir, target))) return [`${link} is not there`];
    if (fragment === undefined || !target.endsWith('.html')) return [];
    return idsOf(dir, target).has(fragment) ? [] : [`${link} has no such id`];
  });
}

/** What the source of one page lacks or must not hold. */
export function sourceFaults(dir: string, path: string): readonly string[] {
  const document = documentOf(dir, path);
  const meta = (name: string): string => document.querySelector(`meta[${name}]`)?.getAttribute('content') ?? '';
  const policy = meta('http-equiv="content-security-policy"');
  const faults: readonly (readonly [boolean, string])[] = [
    [document.querySelectorAll('h1').length !== 1, 'has not one h1'],
    [meta('name="robots"') !== 'noindex', 'may be indexed'],
    [meta('name="referrer"') !== 'no-referrer', 'sends a referrer'],
    [(document.documentElement.getAttribute('lang') ?? '') === '', 'names no language'],
    [(document.querySelector('title')?.textContent ?? '') === '', 'has no title'],
    [document.querySelectorAll('[style]').length > 0, 'has style attributes'],
    [document.querySelectorAll('script[src], link[rel="stylesheet"], iframe, object').length > 0, 'loads something'],
    [!policy.includes("default-src 'none'"), "has no default-src 'none'"],
    [/unsafe|https?:|\*/.test(policy), 'has a loose policy'],
  ];
  return faults.filter(([faulty]) => faulty).map(([, text]) => text);
}

/** Where the weight of one page passes its limits. */
export function excessWeight(dir: string, path: string): readonly string[] {
  const source = sourceOf(dir, path);
  const scripts = [...documentOf(dir, path).querySelectorAll('script')].map((script) => script.textContent).join('');
  const [page, script] = [gzipSync(source).length, gzipSync(scripts).length];
  return [...(page > PAGE_LIMIT ? [`page of ${page} bytes`] : []), ...(script > SCRIPT_LIMIT ? [`scripts of ${script} bytes`] : [])];
}

/**
 * The rules that every page of a built site keeps, as tests in real Chromium.
 * `dir` gives the site's folder and is asked when the tests run.
 */
export function siteRules(dir: () => string): void {
  describe('every page', () => {
    let browser: Browser;
    const all = (check: (dir: string, path: string) => readonly string[]): readonly string[] =>
      pagesOf(dir()).flatMap((path) => check(dir(), path).map((fault) => `${path}: ${fault}`));

    beforeAll(async () => {
      browser = await openBrowser();
    }, 300_000);
    afterAll(() => browser.close());

    test('is there', () => expect(pagesOf(dir())).toContain('index.html'));
    test('has what its head must say and nothing that loads', () => expect(all(sourceFaults)).toEqual([]));
    test('links only to what is there', () => expect(all(brokenLinks)).toEqual([]));
    test('is light', () => expect(all(excessWeight)).toEqual([]));

    test.for(['light', 'dark'] as const)('passes axe in the %s', { timeout: 300_000 }, async (colorScheme) => {
      const found = await findings(browser, dir(), { colorScheme }, async (page) => {
        await page.evaluate(unfold);
        await page.evaluate(AXE);
        return page.evaluate<string[]>(RUN_AXE);
      });
      expect(found).toEqual([]);
    });

    test('asks for nothing outside its folder, is refused nothing and stands still', { timeout: 300_000 }, async () => {
      const home = pathToFileURL(dir()).href;
      const asked: string[] = [];
      const listen = (page: Page): void => {
        page.on('request', (request) => asked.push(request.url()));
        page.on('pageerror', (error) => asked.push(error.message));
      };
      const look = async (page: Page): Promise<readonly string[]> => {
        await page.waitForTimeout(SETTLED);
        const { refused, shifted } = await page.evaluate(() => ({ refused: window.refused, shifted: window.shifted }));
        return shifted === 0 ? refused : [...refused, `shifts by ${shifted}`];
      };
      const found = await findings(browser, dir(), {}, look, listen);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((url) => !url.startsWith(`${home}/`) && url !== 'data:,')).toEqual([]);
      expect(found).toEqual([]);
    });

    test.for([1280, 360])('stands still while it comes in pieces at %i px', { timeout: 300_000 }, async (width) => {
      const client = pagesOf(dir()).find((path) => /^clients\/.+\//.test(path))!;
      expect(await shiftsInPieces(browser, dir(), ['index.html', 'clients/index.html', client], width)).toEqual([]);
    });

    test('reads the same without scripts', { timeout: 300_000 }, async () => {
      const texts = new Map<string, string>();
      await findings(browser, dir(), {}, async (page, path) => {
        texts.set(path, await page.evaluate(wordsOfPage));
        return [];
      });
      const found = await findings(browser, dir(), { javaScriptEnabled: false }, async (page, path) =>
        (await page.evaluate(wordsOfPage)) === texts.get(path) ? [] : ['reads otherwise'],
      );
      expect(found).toEqual([]);
    });

    test.for([320, 360, 768, 1280])('fits %i px with no text too small and no target too low', { timeout: 300_000 }, async (width) => {
      const found = await findings(browser, dir(), { viewport: { width, height: 800 } }, async (page) => {
        await page.evaluate(unfold);
        const over = await page.evaluate(sidewaysScroll);
        const faults = [
          ...(await page.evaluate(smallTexts, LEAST_TEXT)),
          ...(await page.evaluate(lowTargets, LEAST_TARGET)),
          ...(await page.evaluate(wordsOutside)),
        ];
        return over > 0 ? [`scrolls sideways by ${over} px`, ...faults] : faults;
      });
      expect(found).toEqual([]);
    });

    test('cuts no words of a drawing on paper', { timeout: 300_000 }, async () => {
      const found = await findings(browser, dir(), { viewport: { width: SHEET, height: 930 } }, async (page) => {
        await page.emulateMedia({ media: 'print' });
        const over = await page.evaluate(sidewaysScroll);
        return [...(over > 0 ? [`is wider than the sheet by ${over} px`] : []), ...(await page.evaluate(wordsOutside))];
      });
      expect(found).toEqual([]);
    });

    test('has its headings in order', { timeout: 300_000 }, async () => {
      expect(await findings(browser, dir(), {}, (page) => page.evaluate(skippedHeadings))).toEqual([]);
    });

    test('shows where the keyboard stands', { timeout: 300_000 }, async () => {
      const found = await findings(browser, dir(), {}, async (page) => {
        const unseen: string[] = [];
        const count = await page.evaluate(reachable);
        for (let step = 0; step < count; step++) {
          await page.keyboard.press('Tab');
          const stop = await page.evaluate(focused);
          if (stop === null) return [...unseen, `reaches ${step} of ${count} controls`];
          if (!stop.seen) unseen.push(`hides the focus on ${stop.name}`);
        }
        return unseen;
      });
      expect(found).toEqual([]);
    });
  });
}
