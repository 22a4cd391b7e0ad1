import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reckon } from '../src/client/reckon.ts';
import { openBrowser } from './browser.ts';
import { pagesOf, sourceOf } from './visit.ts';

/** Opens the first page of a site whose source holds `mark`. */
async function openWith(browser: Browser, dir: string, mark: string): Promise<Page> {
  const path = pagesOf(dir).find((page) => sourceOf(dir, page).includes(mark));
  if (path === undefined) throw new Error(`no page has ${mark}`);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(dir, path)).href);
  return page;
}

/** What the scripts of a built site add, as tests in real Chromium; `dir` as in `siteRules`. */
export function siteScripts(dir: () => string): void {
  describe('scripts', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    }, 120_000);
    afterAll(() => browser.close());

    test('reckon the sentence anew as its numbers change', { timeout: 60_000 }, async () => {
      const page = await openWith(browser, dir(), 'class="whatif"');
      const fill = (name: string, value: string): Promise<void> => page.locator(`.whatif [name=${name}]`).fill(value);
      const outputs = (): Promise<string[]> => page.locator('.whatif output').allInnerTexts();
      const before = await outputs();
      await fill('contacts', '400');
      await fill('seconds', '45');
      await fill('avoided', '2.5');
      await fill('hoursEach', '');
      const expected = reckon({ contacts: 400, seconds: 45, avoided: 2.5, hoursEach: 0 });
      expect(await outputs()).toEqual([expected.spent, expected.returned, expected.net, expected.even]);
      expect(before).not.toEqual(await outputs());
    });

    test('sort a table by the column that is pressed, missing values last', { timeout: 60_000 }, async () => {
      const page = await openWith(browser, dir(), 'data-sortable');
      const table = page.locator('table[data-sortable]').first();
      const column = await table.locator('thead th').evaluateAll((heads) => heads.findIndex((head) => head.classList.contains('figure')));
      const values = (): Promise<(string | null)[]> =>
        table.locator('tbody tr').evaluateAll((rows, index) => rows.map((row) => row.children[index]?.getAttribute('data-value') ?? null), column);
      const known = (all: (string | null)[]): number[] => all.filter((value) => value !== null).map(Number);
      const sorted = known(await values()).sort((a, b) => a - b);
      expect(sorted.length).toBeGreaterThan(1);

      const head = table.locator('thead th').nth(column);
      await head.locator('button').press('Enter');
      expect(known((await values()).slice(0, sorted.length))).toEqual(sorted);
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      await head.locator('button').press('Enter');
      expect(known((await values()).slice(0, sorted.length))).toEqual(sorted.toReversed());
      expect(await head.getAttribute('aria-sort')).toBe('descending');
    });
  });
}
