import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { faultsOf } from '../odd-look.ts';
import { runNode } from '../scripts/processes.ts';
import { brokenLinks, excessWeight, sourceFaults } from '../site-rules.ts';
import { documentOf, pagesOf } from '../visit.ts';

let folder = '';
let browser: Browser;
const internal = (): string => join(folder, 'dist', 'internal');
const shared = (): string => join(folder, 'dist', 'share');

/** The demo firm, who now reports in German and sends its clients their pages, without the letters of its people. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'german-'));
  cpSync('data', join(folder, 'data'), { recursive: true, filter: (path) => !path.endsWith('clients') });
  const settings = join(folder, 'data', 'settings.yaml');
  const text = readFileSync(settings, 'utf8').replace(/^firm:$/m, 'firm:\n  locale: de-DE');
  writeFileSync(settings, `${text}\nshare: { clients: all, firm_figures: true }\n`);
  const env = { COURTESY_SECRET: 'thirty-two-letters-are-enough-for-it' };
  const { code, err } = await runNode(['scripts/build.ts', '--data', join(folder, 'data'), '--out', join(folder, 'dist')], env);
  if (code !== 0) throw new Error(err);
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Words of English that are none of German, and that no client of the demo is named by. */
const ENGLISH = /(?<![\p{L}/._-])(the|of|and|with|which|were|are|our|than|since|weeks?|by|no|every|only|half|time)(?![\p{L}/_(.-])/giu;
/** What files and people wrote stands in quotes; columns and messages about files keep their words. */
const QUOTED = /„[^“]*“|“[^”]*”|\([^)]*\)/g;

/** Wordings, quotes and categories of the demo's files: English in every language. */
const given = (): readonly string[] =>
  ['promises.csv', 'surveys-2026.csv']
    .flatMap((name) => papa.parse<string[]>(readFileSync(join('data', 'exports', name), 'utf8')).data.flat())
    .filter((cell) => cell.includes(' '));
const OF_FILES = [...new Set(given()), 'Line of business'].sort((a, b) => b.length - a.length);

const matterOf = (dir: string, path: string): string => {
  const main = documentOf(dir, path).body.cloneNode(true) as HTMLElement;
  for (const one of main.querySelectorAll('script, style, template, datalist')) one.remove();
  for (const one of main.querySelectorAll('td, th, p, li, text, figcaption, dd, dt')) one.append(' ');
  return OF_FILES.reduce((text, cell) => text.replaceAll(cell, ' '), (main.textContent ?? '').replace(QUOTED, ' '));
};

describe('the demo firm in German', () => {
  test('has every page in its language', () => {
    const pages = [...pagesOf(internal()).map((path) => [internal(), path] as const), ...pagesOf(shared()).map((path) => [shared(), path] as const)];
    expect(pages.length).toBeGreaterThan(45);
    expect(pages.filter(([dir, path]) => documentOf(dir, path).documentElement.getAttribute('lang') !== 'de-DE')).toEqual([]);
  });

  test('says nothing in English', () => {
    const spots = [...pagesOf(internal()).map((path) => [internal(), path] as const), ...pagesOf(shared()).map((path) => [shared(), path] as const)];
    const left = spots.flatMap(([dir, path]) =>
      [...matterOf(dir, path).matchAll(ENGLISH)].map(({ 0: word, index, input }) => `${path}: ${word}: ${input.slice(index - 30, index + 30)}`),
    );
    expect(left.slice(0, 60)).toEqual([]);
  });

  test('has the same figures as in English', () => {
    const figures = (site: string): string => readFileSync(join(site, 'data', 'measures.csv'), 'utf8');
    expect(figures(internal())).toBe(figures(join(inject('site'), 'internal')));
  });

  test('keeps the rules of pages', () => {
    const broken = pagesOf(internal()).flatMap((path) => [brokenLinks, sourceFaults, excessWeight].flatMap((rule) => rule(internal(), path)));
    expect(broken.filter((fault) => !fault.startsWith('../../share/'))).toEqual([]);
  });

  test('keeps the rules in a browser', { timeout: 300_000 }, async () => {
    const firms = pagesOf(internal()).filter((path) => !/^(clients\/.|definitions)/.test(path));
    expect(
      await faultsOf(
        browser,
        firms.map((path) => ({ site: internal(), path })),
      ),
    ).toEqual([]);
    expect(
      await faultsOf(
        browser,
        pagesOf(shared())
          .filter((path) => path.endsWith('index.html'))
          .slice(0, 3)
          .map((path) => ({ site: shared(), path })),
      ),
    ).toEqual([]);
  });

  test('has its whole menu on one line of a common screen, the search for a client with it', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const parted: string[] = [];
    for (const path of pagesOf(internal()).filter((one) => one.split('/').length < 3)) {
      await page.goto(pathToFileURL(join(internal(), path)).href);
      const boxes = await page.locator('.menu li, .menu .find').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      const lowest = Math.max(...boxes.map(({ top }) => top));
      if (boxes.length < 10 || boxes.some(({ bottom }) => bottom <= lowest)) parted.push(path);
    }
    await context.close();
    expect(parted).toEqual([]);
  });

  test('has every column of the list of clients on a common screen', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(pathToFileURL(join(internal(), 'clients', 'index.html')).href);
    const over = await page.locator('.scroll').evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    await page.close();
    expect(over[0]).toBe(0);
  });

  test('names firm, page and week at the head of every sheet but the first', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(internal(), 'response', 'index.html')).href);
    const rules = await page.evaluate(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)));
    await page.close();
    const heads = rules.filter((rule) => rule.includes('@top-left'));
    expect(heads).toHaveLength(2);
    expect(heads[0]).toMatch(/content: "Quillstone IT · Reaktion · Woche ab /);
    expect(heads[1]).toMatch(/^@page :first .*content: none/);
  });

  test('refers on paper to no table that a client’s page leaves out there', async () => {
    const page = await browser.newPage();
    const said = { screen: 0, print: 0 };
    for (const path of pagesOf(shared()).filter((one) => one.endsWith('index.html'))) {
      await page.goto(pathToFileURL(join(shared(), path)).href);
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media });
        said[media] += [...(await page.locator('.band:not(.whole)').allInnerTexts()).join(' ').matchAll(/Tabelle/g)].length;
      }
    }
    await page.close();
    expect(said.screen).toBeGreaterThan(0);
    expect(said.print).toBe(0);
  });

  test('its tables for spreadsheets have German heads and numbers that any program reads', () => {
    const [heads, row] = papa.parse<string[]>(readFileSync(join(internal(), 'data', 'clients.csv'), 'utf8')).data;
    expect(heads).toContain('Kunde');
    expect(row!.filter((cell) => /^\d+,\d+$/.test(cell))).toEqual([]);
  });
});
