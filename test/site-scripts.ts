import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reckon } from '../src/client/reckon.ts';
import { openBrowser } from './browser.ts';
import { pagesOf, sourceOf } from './visit.ts';

/** Opens the first page of a site whose source holds `mark`. */
async function openWith(browser: Browser, dir: string, mark: string, options: BrowserContextOptions = {}): Promise<Page> {
  const path = pagesOf(dir).find((page) => sourceOf(dir, page).includes(mark));
  if (path === undefined) throw new Error(`no page has ${mark}`);
  return openAt(browser, dir, path, options);
}

const CLIENTS = 'clients/index.html';

async function openAt(browser: Browser, dir: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(pathToFileURL(join(dir, path)).href);
  return page;
}

/** Waits until tables that are wider than the page say so, which a browser finds out some frames after it has laid them out. */
async function hintsShown(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.scroll:has(.hint)')].every((one) => one.scrollWidth > one.clientWidth === one.querySelector('.hint')!.checkVisibility()),
  );
}

/** Asks again until it is so: a page that a hash or a link changes does so in its own time. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 60_000 });

const READING = '.chart > .reading';

/** Boxes of the reading and of the mark on the point that it tells of. */
async function readingBoxes(page: Page): Promise<{ readonly note: DOMRect; readonly ring: DOMRect }> {
  return page.evaluate(() => {
    const box = (selector: string): DOMRect => document.querySelector(selector)!.getBoundingClientRect().toJSON() as DOMRect;
    return { note: box('.chart > .reading:not(:empty)'), ring: box('circle.at') };
  });
}

const apart = (a: DOMRect, b: DOMRect): boolean => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

/** What the scripts of a built site add, as tests in real Chromium; `dir` as in `siteRules`. */
export function siteScripts(dir: () => string): void {
  describe('scripts', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    }, 300_000);
    afterAll(() => browser.close());

    test('reckon the sentence anew as its numbers change', { timeout: 180_000 }, async () => {
      const page = await openWith(browser, dir(), 'class="whatif"');
      const fill = (name: string, value: string): Promise<void> => page.locator(`.whatif [name=${name}]`).fill(value);
      const outputs = (): Promise<string[]> => page.locator('.whatif output').allInnerTexts();
      const before = await outputs();
      await fill('contacts', '400');
      await fill('seconds', '45');
      await fill('avoided', '2.5');
      await fill('hoursEach', '');
      const expected = reckon({ contacts: 400, seconds: 45, avoided: 2.5, hoursEach: 0 }, 'en');
      expect(await outputs()).toEqual([expected.spent, expected.returned, expected.net, expected.even]);
      expect(before).not.toEqual(await outputs());
    });

    test('sort a table by the column that is pressed, missing values last', { timeout: 180_000 }, async () => {
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

    test('read a chart out of its table, by the arrow keys and until Escape', { timeout: 180_000 }, async () => {
      const page = await openWith(browser, dir(), 'data-along="x"');
      const figure = page.locator('figure.chart:has([data-along="x"])').first();
      const rows = await figure
        .locator('details table')
        .evaluate((table: HTMLTableElement) => [...table.tBodies[0]!.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
      const reading = figure.locator('.reading');
      const told = async (): Promise<string> => (await reading.textContent()) ?? '';
      await figure.locator('svg.wide').focus();
      expect(await told()).toBe('');
      await page.keyboard.press('End');
      const last = rows.findLast((row) => row[1] !== '–')!;
      for (const text of last) expect(await told()).toContain(text);
      expect(await reading.getAttribute('aria-live')).toBe('polite');
      await page.keyboard.press('ArrowLeft');
      expect(await told()).toContain(rows[rows.indexOf(last) - 1]![0]);
      await page.keyboard.press('Escape');
      expect(await told()).toBe('');
      expect(await page.locator('.at').count()).toBe(0);
      expect(await figure.locator('svg.wide').evaluate((svg) => svg === document.activeElement)).toBe(true);
    });

    test.for([
      [1280, 'wide', 'x'],
      [1280, 'wide', 'y'],
      [1280, 'wide', 'xy'],
      [360, 'narrow', 'x'],
      [360, 'narrow', 'y'],
      [360, 'narrow', 'xy'],
    ] as const)(
      'tell the point under the pointer at %i px, %s, along %s, never cover it, and nothing of a narrow drawing',
      { timeout: 180_000 },
      async ([width, size, along]) => {
        const page = await openWith(browser, dir(), `data-along="${along}"`);
        await page.setViewportSize({ width, height: 900 });
        const svg = page.locator(`svg.${size}[data-along="${along}"]:visible`).first();
        await svg.scrollIntoViewIfNeeded();
        const before = await page.evaluate(() => document.documentElement.scrollHeight);
        const { x, y, width: wide, height } = (await svg.boundingBox())!;
        const heard = new Set<string>();
        for (const part of [0.2, 0.4, 0.6, 0.8]) {
          await page.mouse.move(x + wide * part, y + height * part);
          const { note, ring } = await readingBoxes(page);
          expect(apart(note, ring), `at ${part}`).toBe(true);
          expect(note.left).toBeGreaterThanOrEqual(0);
          expect(note.right).toBeLessThanOrEqual(width);
          if (size === 'narrow') expect(note.bottom <= y || note.top > y + height - 1, `outside at ${part}`).toBe(true);
          heard.add(await page.locator(`${READING}:not(:empty)`).innerText());
        }
        expect(heard.size).toBeGreaterThan(1);
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
        await page.mouse.move(2, 2);
        expect(await page.locator(`${READING}:not(:empty)`).count()).toBe(0);
      },
    );

    test('tell the point that a finger touches where the whole drawing is seen, and shift nothing', { timeout: 180_000 }, async () => {
      const page = await openAt(browser, dir(), 'promises/index.html', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
      await hintsShown(page);
      const svg = page.locator('svg.narrow[data-along="xy"]').first();
      await svg.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      const tops = (): Promise<number[]> =>
        page.locator('main > *, figure.chart > *:not(.reading)').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      const before = await tops();
      const { x, y, width, height } = (await svg.boundingBox())!;
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      const { note, ring } = await readingBoxes(page);
      expect(apart(note, ring)).toBe(true);
      expect(note.top).toBeGreaterThan(y + height - 1);
      expect(note.bottom).toBeLessThanOrEqual(740);
      expect(await tops()).toEqual(before);
    });

    test('show the rows that hold some words, and say how many', { timeout: 180_000 }, async () => {
      const page = await openAt(browser, dir(), CLIENTS);
      const field = page.locator('[data-filter="clients"]');
      const rows = page.locator('table[data-sortable="clients"] tbody tr');
      const all = await rows.count();
      await field.fill('LODZ');
      expect(await rows.filter({ visible: true }).allInnerTexts()).toEqual([expect.stringContaining('Łódź')]);
      expect(await page.locator('.filter output').first().innerText()).toBe(`1 of ${all} rows`);
      await page.reload();
      expect(await field.inputValue()).toBe('LODZ');
      expect(await rows.filter({ visible: true }).count()).toBe(1);
      await field.press('Escape');
      expect(await rows.filter({ visible: true }).count()).toBe(all);
      expect(new URL(page.url()).hash).toBe('');
    });

    test('show one way of a switch, move all of its name, and come back by the address', { timeout: 180_000 }, async () => {
      const page = await openAt(browser, dir(), 'response/index.html');
      const clocks = page.locator('[data-switch="clock"]');
      const shown = (): Promise<string[]> => clocks.locator('> .way').filter({ visible: true }).locator('h3').allInnerTexts();
      const first = await shown();
      expect(first.length).toBe(await clocks.count());
      await clocks.first().locator('input').nth(1).focus();
      await page.keyboard.press('ArrowRight');
      await clocks.first().getByText('opening hours').first().click();
      const open = await shown();
      expect(open.length).toBe(first.length);
      expect(open.filter((title) => first.includes(title))).toEqual([]);
      expect(new URL(page.url()).hash).toBe('#clock=open');
      await page.reload();
      expect(await shown()).toEqual(open);
      await page.evaluate(() => location.assign('#clock=nonsense'));
      await eventually(shown).toEqual(first);
      await page.evaluate(() => location.assign('#clock=open&grain=month'));
      await eventually(() => page.locator('[data-switch="grain"] > .way:nth-of-type(2)').first().isVisible()).toBe(true);
      await page.evaluate(() => location.assign('#report'));
      expect(await page.locator('[data-switch="grain"] > .way:nth-of-type(2)').first().isVisible()).toBe(true);
    });

    test('leave every way of a switch where no script runs', { timeout: 180_000 }, async () => {
      const page = await openWith(browser, dir(), 'data-switch=', { javaScriptEnabled: false });
      const ways = page.locator('.way');
      expect(await ways.count()).toBeGreaterThan(1);
      expect(await ways.filter({ visible: true }).count()).toBe(await ways.count());
      expect(await page.locator('.tools').filter({ visible: true }).count()).toBe(0);
      await page.emulateMedia({ media: 'print' });
      expect(await ways.filter({ visible: true }).count()).toBe(await ways.count());
    });

    test('print the way that is chosen, without controls', { timeout: 180_000 }, async () => {
      const page = await openWith(browser, dir(), 'data-switch="grain"');
      await page.locator('[data-switch="grain"]').first().getByText('month', { exact: true }).click();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.tools').filter({ visible: true }).count()).toBe(0);
      const ways = page.locator('[data-switch="grain"]').first().locator('> .way');
      expect(await Promise.all([0, 1, 2].map((at) => ways.nth(at).isVisible()))).toEqual([false, true, false]);
    });

    test('move sentence, drawing and address by a slider', { timeout: 180_000 }, async () => {
      const page = await openWith(browser, dir(), 'class="whatif"');
      const even = (): Promise<string | null> => page.locator('.crossing svg.wide .t-b').textContent();
      const before = await even();
      await page.locator('[data-of=seconds]').focus();
      for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
      const numbers = await page.locator('.whatif input[name]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      expect(await even()).not.toBe(before);
      expect(await even()).toBe(`even at ${await page.locator('.whatif [name=even]').innerText()}`);
      expect(new URL(page.url()).hash).toBe(`#if=${numbers.join(',')}`);
      await page.evaluate(() => location.assign('#if=400,45,2.5,6'));
      const expected = reckon({ contacts: 400, seconds: 45, avoided: 2.5, hoursEach: 6 }, 'en');
      await eventually(() => page.locator('.whatif output').allInnerTexts()).toEqual([expected.spent, expected.returned, expected.net, expected.even]);
      await page.evaluate(() => location.assign('#if=1,2,x,-4'));
      await eventually(even).toBe(before);
    });

    test('keep the order of a table in the address', { timeout: 180_000 }, async () => {
      const page = await openAt(browser, dir(), CLIENTS);
      const names = (): Promise<string[]> => page.locator('table[data-sortable="clients"] tbody th').allInnerTexts();
      const first = await names();
      await page.evaluate(() => location.assign('#sort-clients=-1'));
      await eventually(names).toEqual(first.toReversed());
      await page.evaluate(() => location.assign('#sort-clients=99'));
      await eventually(names).toEqual(first);
      await page.evaluate(() => location.assign('#sort-clients=1'));
      await eventually(() => page.locator('table[data-sortable="clients"] th').first().getAttribute('aria-sort')).toBe('ascending');
    });

    test('lead from any page to the client that is named, else to the rows that hold the words', { timeout: 180_000 }, async () => {
      const page = await openWith(browser, dir(), 'class="definition"');
      const arrive = async (words: string): Promise<string> => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type(words);
        const [before] = [page.url()];
        await page.keyboard.press('Enter');
        await eventually(() => page.url()).not.toBe(before);
        await page.waitForLoadState();
        return page.url();
      };
      expect(await arrive('kestrel')).toMatch(/\/clients\/kestrel\/index\.html$/);
      expect(await arrive('er')).toMatch(/\/clients\/index\.html#(go|find-clients)=er$/);
      await eventually(() => page.locator('[data-filter="clients"]').inputValue()).toBe('er');
      await page.goto(page.url().replace(/#.*/, '#go=lodz'));
      await eventually(() => page.url()).toMatch(/\/clients\/lodz\/index\.html$/);
    });
  });
}
