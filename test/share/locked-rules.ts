import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { lowTargets, sidewaysScroll, smallTexts } from '../page-probes.ts';
import { watch } from '../visit.ts';
import { marker, nameOf } from './canaries.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RUN_AXE = `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;

export interface Case {
  /** The folder of the locked page, and of the same one without a passphrase. */
  readonly folder: () => string;
  readonly open: () => string;
  readonly phrase: string;
  readonly client: number;
}

/** What a page with a passphrase, and a page as one file, keep to in real Chromium. */
export function lockedRules({ folder, open, phrase, client }: Case): void {
  describe('in a browser', { timeout: 180_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    }, 300_000);
    afterAll(() => browser.close());

    /** Opens a page from the disk, looks at it, and gives what it asked for besides itself and what it was refused. */
    async function visit(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<readonly string[]> {
      const context = await browser.newContext(options);
      try {
        await context.addInitScript(watch);
        const page = await context.newPage();
        const found: string[] = [];
        const home = pathToFileURL(path).href;
        page.on('request', (request) => ![home, 'data:,'].includes(request.url()) && found.push(request.url()));
        page.on('console', (message) => found.push(message.text()));
        page.on('pageerror', (error) => found.push(error.message));
        await page.goto(home);
        await look(page);
        return [...found, ...(await page.evaluate(() => window.refused ?? []))];
      } finally {
        await context.close();
      }
    }

    async function tryPhrase(page: Page, typed: string): Promise<void> {
      await page.locator('#passphrase').fill(typed);
      await page.keyboard.press('Enter');
    }

    async function savedCsv(page: Page): Promise<readonly [string, string]> {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()]);
      return [saved.suggestedFilename(), readFileSync(await saved.path(), 'utf8')];
    }

    test('the page as one file asks for nothing, runs nothing and gives its CSV', async () => {
      const wanted = readFileSync(join(open(), 'review.csv'), 'utf8');
      const refused = await visit(join(open(), 'review.html'), { javaScriptEnabled: false, offline: true }, async (page) => {
        expect(await page.title()).toContain(nameOf(client));
        expect(await page.locator('h1').isVisible()).toBe(true);
        expect(await savedCsv(page)).toEqual(['review.csv', wanted]);
      });
      expect(refused).toEqual([]);
    });

    test('the right passphrase opens all of it, offline and without a request', async () => {
      const wanted = readFileSync(join(open(), 'review.csv'), 'utf8');
      const refused = await visit(join(folder(), 'review.html'), { offline: true }, async (page) => {
        await tryPhrase(page, `  ${phrase.replace(' ', '  ')} `);
        await page.getByText(marker(client, 'letter')).waitFor();
        expect(await page.title()).toContain(nameOf(client));
        expect(await page.locator('#passphrase').count()).toBe(0);
        expect(await page.locator('.band.first').evaluate((band) => getComputedStyle(band).display)).toBe('grid');
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
        expect(await savedCsv(page)).toEqual(['review.csv', wanted]);
      });
      expect(refused).toEqual([]);
    });

    test('a wrong one and none open nothing and say so', async () => {
      const refused = await visit(join(folder(), 'index.html'), {}, async (page) => {
        await tryPhrase(page, '   ');
        await page.getByText('Type the passphrase first').waitFor();
        await tryPhrase(page, phrase.toUpperCase());
        await page.getByText('This is not the passphrase of this page.').waitFor();
        expect(await page.locator('#passphrase').getAttribute('aria-invalid')).toBe('true');
        expect(await page.locator('body').innerText()).not.toContain('zq');
        expect(await page.title()).toBe('A page from Rowan IT');
        expect(page.url()).not.toContain('?');
        await tryPhrase(page, phrase);
        await page.getByText(marker(client, 'letter')).waitFor();
      });
      expect(refused).toEqual([]);
    });

    test('without scripts it says what to do, and shows no form', async () => {
      await visit(join(folder(), 'index.html'), { javaScriptEnabled: false }, async (page) => {
        expect(await page.locator('noscript p').isVisible()).toBe(true);
        expect(await page.locator('form').isVisible()).toBe(false);
      });
    });

    test('at an http:// address, where browsers decrypt nothing, it says what to do', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const body = readFileSync(join(folder(), 'index.html'));
      await page.route('**/*', (route) => route.fulfill({ body, contentType: 'text/html' }));
      await page.goto('http://reviews.example/x/');
      expect(await page.evaluate(() => isSecureContext)).toBe(false);
      expect(await page.getByText('Open the page at its address with https://').isVisible()).toBe(true);
      expect(await page.locator('form').isVisible()).toBe(false);
      await page.goto('https://reviews.example/x/');
      expect(await page.locator('form').isVisible()).toBe(true);
      await context.close();
    });

    test('in a browser that cannot unpack it, it says what to do, and shows no form', async () => {
      const context = await browser.newContext();
      await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder(), 'index.html')).href);
      expect(await page.getByRole('alert').innerText()).toBe(
        'Your browser is too old to open this page. Open it in a current browser, or ask us for the page as a PDF.',
      );
      expect(await page.locator('form').isVisible()).toBe(false);
      await context.close();
    });

    test.for(['light', 'dark'] as const)('the form passes axe in the %s and fits 320 px', async (colorScheme) => {
      const refused = await visit(join(folder(), 'index.html'), { colorScheme, viewport: { width: 320, height: 700 } }, async (page) => {
        await tryPhrase(page, 'wrong');
        await page.locator('#wrong').waitFor();
        await page.evaluate(AXE);
        expect(await page.evaluate<string[]>(RUN_AXE)).toEqual([]);
        expect(await page.evaluate(sidewaysScroll)).toBeLessThanOrEqual(0);
        expect([...(await page.evaluate(smallTexts, 12)), ...(await page.evaluate(lowTargets, 24))]).toEqual([]);
      });
      expect(refused).toEqual([]);
    });
  });
}
