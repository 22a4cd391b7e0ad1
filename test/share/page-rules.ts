import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { lowTargets, sidewaysScroll, skippedHeadings, smallTexts, unfold, wordsOutside } from '../page-probes.ts';
import { shiftsInPieces } from '../pieces.ts';
import { findings } from '../visit.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN_AXE = `axe.run(document).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;
const MOST_SHEETS = 3;

/** The rules that every page for a client keeps, in real Chromium. `dir`, and `folders` in it to look at, are asked when the tests run. */
export function pageRules(dir: () => string, folders: () => readonly string[]): void {
  describe('every page for a client', () => {
    let browser: Browser;
    const isChosen = (path: string): boolean => folders().some((folder) => path.startsWith(`${folder}/`));
    beforeAll(async () => {
      browser = await openBrowser();
    }, 300_000);
    afterAll(() => browser.close());

    test('loads nothing, runs nothing and says so', () => {
      for (const path of folders().flatMap((folder) => [`${folder}/index.html`, `${folder}/review.html`])) {
        const { document } = parseHTML(readFileSync(join(dir(), path), 'utf8'));
        const policy = document.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy).not.toMatch(/unsafe|https?:|\*/);
        expect(document.querySelectorAll('script, [style], link[rel="stylesheet"], iframe, object, main img').length).toBe(0);
        const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!.replace(/,.*/, ''));
        expect(links).toEqual(path.endsWith('index.html') ? ['review.csv', 'review.html'] : ['data:text/csv;charset=utf-8;base64']);
        expect(document.querySelectorAll('h1').length).toBe(1);
      }
    });

    test.for(['light', 'dark'] as const)('passes axe in the %s, asks for nothing and is refused nothing', { timeout: 300_000 }, async (colorScheme) => {
      const asked: string[] = [];
      const found = await findings(
        browser,
        dir(),
        { colorScheme },
        async (page, path) => {
          if (!isChosen(path)) return [];
          await page.evaluate(unfold);
          const refused = await page.evaluate(() => window.refused);
          await page.evaluate(AXE);
          return [...refused, ...(await page.evaluate<string[]>(RUN_AXE)), ...(await page.evaluate(skippedHeadings))];
        },
        (page) => page.on('request', (request) => asked.push(request.url())),
      );
      const home = pathToFileURL(dir()).href;
      expect(asked.filter((url) => !url.startsWith(`${home}/`) && url !== 'data:,')).toEqual([]);
      expect(found).toEqual([]);
    });

    test.for([1280, 360])('stands still while it comes in pieces at %i px', { timeout: 180_000 }, async (width) => {
      expect(await shiftsInPieces(browser, dir(), [`${folders()[0]!}/index.html`], width)).toEqual([]);
    });

    test.for([320, 360, 1280])('fits %i px', { timeout: 300_000 }, async (width) => {
      const found = await findings(browser, dir(), { viewport: { width, height: 800 } }, async (page) => {
        const over = await page.evaluate(sidewaysScroll);
        const faults = [...(await page.evaluate(smallTexts, 12)), ...(await page.evaluate(lowTargets, 24)), ...(await page.evaluate(wordsOutside))];
        return over > 0 ? [`scrolls sideways by ${over} px`, ...faults] : faults;
      });
      expect(found).toEqual([]);
    });

    test('prints on three sheets at most, with the client at the foot of each', { timeout: 300_000 }, async () => {
      const found = await findings(browser, dir(), {}, async (page, path) => {
        if (path.endsWith('review.html')) return [];
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
        const sheets = (pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length;
        const client = await page.locator('.masthead b').innerText();
        const foot = await page.evaluate(() =>
          [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).find((rule) => rule.includes('bottom-left')),
        );
        const named = (foot ?? '').includes(/zq\d{3}name/.exec(client)![0]);
        return [...(sheets >= 1 && sheets <= MOST_SHEETS ? [] : [`${sheets} sheets`]), ...(named ? [] : ['has no client at its foot'])];
      });
      expect(found).toEqual([]);
    });
  });
}
