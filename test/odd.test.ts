import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { oneLine } from '../src/charts/lettering.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, unlike, type Spot } from './odd-look.ts';
import { hostile, oddWorkspaces } from './odd-workspaces.ts';
import { runNode } from './scripts/processes.ts';
import { brokenLinks, excessWeight, sourceFaults } from './site-rules.ts';
import { documentOf, pagesOf, sourceOf } from './visit.ts';

let folder = '';
let browser: Browser;
const siteOf = (name: string): string => join(folder, name, 'site');

/** Of workspaces that are large rather than strange: the pages that grow with clients or with time. */
const GROWING = /^((clients|promises|response)\/)?index\.html$/;
const LARGE: readonly string[] = ['many', 'decade'];
/** Pages that repeat files, measures and columns: looked at where names are strange. */
const REPEATING = /^(data|definitions)\//;
const STRANGE: readonly string[] = ['long', 'right-to-left', 'marks', 'hostile'];

/** Pages looked at: every page of the firm that its workspace changes, and the first client's. */
function spotsOf(name: string): readonly Spot[] {
  let clients = 0;
  const firms = (path: string): boolean => (LARGE.includes(name) ? GROWING.test(path) : STRANGE.includes(name) || !REPEATING.test(path));
  const paths = pagesOf(siteOf(name)).filter((path) => (/^clients\/.+\//.test(path) ? ++clients === 1 : firms(path)));
  return paths.map((path) => ({ site: siteOf(name), path }));
}

const all = (check: (dir: string, path: string) => readonly string[], spots: (name: string) => readonly Spot[] = spotsOf): readonly string[] =>
  oddWorkspaces.flatMap(({ name }) => spots(name).flatMap(({ site, path }) => check(site, path).map((fault) => `${name}/${path}: ${fault}`)));

/** The workspaces in two parts that take about as long as each other, each built in a process of its own. */
const PARTS = [
  ['many', 'tickets', 'surveys', 'promises', 'contacts', 'week'],
  ['decade', 'one', 'long', 'right-to-left', 'marks', 'hostile'],
] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odd-'));
  const builds = PARTS.map((names) => runNode(['test/odd-build.ts', folder, ...names]));
  const ended = await Promise.all(builds);
  expect(ended.map(({ err }) => err)).toEqual(['', '']);
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the pages of odd workspaces', () => {
  test('are there', () => {
    expect(PARTS.flat().sort()).toEqual(oddWorkspaces.map(({ name }) => name).sort());
    const home = (name: string): string => documentOf(siteOf(name), 'index.html').querySelector('h1')?.textContent?.trim() ?? '';
    expect(oddWorkspaces.filter(({ name }) => home(name) === '')).toEqual([]);
    expect(pagesOf(siteOf('many')).length).toBeGreaterThan(400);
  });

  test('have what their heads must say and nothing that loads', () => expect(all(sourceFaults)).toEqual([]));
  test('link only to what is there', { timeout: 180_000 }, () => expect(all(brokenLinks)).toEqual([]));
  test('are light', () => {
    const every = (name: string): readonly Spot[] => pagesOf(siteOf(name)).map((path) => ({ site: siteOf(name), path }));
    expect(all(excessWeight, (name) => (name === 'many' ? spotsOf(name) : every(name)))).toEqual([]);
  });

  test('keep the rules in a browser', { timeout: 300_000 }, async () => {
    const spots = unlike(oddWorkspaces.flatMap(({ name }) => spotsOf(name)));
    expect(spots.length).toBeGreaterThan(60);
    const found = await faultsOf(browser, spots);
    expect(found.map((fault) => relative(folder, fault))).toEqual([]);
  });

  test('say no number that is none', () => {
    const none = /\bNaN\b|undefined|\bnull\b|Infinity|\[object|Invalid Date/;
    const words = (dir: string, path: string): readonly string[] => {
      const found = none.exec(sourceOf(dir, path).replace(/<(script|style)\b.*?<\/\1>/gs, ''));
      return found === null ? [] : [found[0]];
    };
    expect(all(words)).toEqual([]);
  });
});

/** Elements that hold a text by themselves and those that keep its direction to itself. */
const isolated = (element: Element | null): boolean =>
  element?.closest('bdi, title, text, option, [dir=auto], script') !== null || /^(SCRIPT|TITLE)$/.test(element?.tagName ?? '');

describe('names that run from right to left', () => {
  test.for(['right-to-left', 'marks'])('turn nothing around them in %s', (name) => {
    const foreign = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]/;
    const loose = (dir: string, path: string): readonly string[] => {
      const document = documentOf(dir, path);
      const walker = document.createTreeWalker(document.body, 4);
      const found: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (foreign.test(node.nodeValue ?? '') && !isolated(node.parentElement)) found.push((node.nodeValue ?? '').trim());
      }
      return found;
    };
    expect(spotsOf(name).flatMap(({ site, path }) => loose(site, path).map((text) => `${path}: ${text}`))).toEqual([]);
  });

  test('never begin a sentence that runs their way', () => {
    const found = ['right-to-left', 'marks'].flatMap((name) =>
      spotsOf(name).flatMap(({ site, path }) =>
        [...documentOf(site, path).querySelectorAll(':is(h1, h3, p, caption) > bdi:only-child')]
          .map((bdi) => ((bdi.parentElement?.textContent ?? '').trim() === (bdi.textContent ?? '').trim() ? (bdi.textContent ?? '') : ''))
          .filter((text) => /[\u0590-\u08ff].*[a-z]{3}.* [a-z]{3}/.test(text)),
      ),
    );
    expect(found).toEqual([]);
  });

  test('leave no mark that turns direction in a sentence or a drawing', () => {
    const turning = /[\u202a-\u202e\u2066-\u2069]/;
    const found = spotsOf('marks').flatMap(({ site, path }) => {
      const document = documentOf(site, path);
      return [...document.querySelectorAll('title, h1, h3, svg text, svg title')].map((one) => one.textContent).filter((text) => turning.test(text));
    });
    expect(found).toEqual([]);
  });
});

describe('hostile text', () => {
  const tags = (name: string): ReadonlySet<string> =>
    new Set(spotsOf(name).flatMap(({ site, path }) => [...documentOf(site, path).querySelectorAll('*')].map(({ localName }) => localName)));

  test('is on the pages, as text', () => {
    const texts = spotsOf('hostile').map(({ site, path }) => documentOf(site, path).body.textContent);
    const shown = hostile.filter((text) => texts.some((page) => page.includes(oneLine(text))));
    expect(shown).toEqual(hostile);
  });

  test('makes no element that other pages have not', () => {
    const demo = join(inject('site'), 'internal');
    const usual = new Set(pagesOf(demo).flatMap((path) => [...documentOf(demo, path).querySelectorAll('*')].map(({ localName }) => localName)));
    expect([...tags('hostile')].filter((name) => !usual.has(name))).toEqual([]);
  });

  test('is no formula in any download', () => {
    const data = join(siteOf('hostile'), 'data');
    const formulas = readdirSync(data)
      .filter((file) => file.endsWith('.csv'))
      .flatMap((file) => {
        const { data: rows } = papa.parse<string[]>(readFileSync(join(data, file), 'utf8'));
        return rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)));
      });
    expect(formulas).toEqual([]);
  });
});
