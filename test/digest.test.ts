import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { AXE, RUN_AXE } from './site-rules.ts';

const file = () => join(inject('site'), 'digest.html');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 300_000);
afterAll(() => browser.close());

test('the mail about the demo is a page of its own: no script, no link, no picture, and small', () => {
  const html = readFileSync(file(), 'utf8');
  expect(html).not.toMatch(/<(script|style|link|img|a|iframe|form)\b|https?:|url\(|@import|class=/i);
  expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  expect(html).toContain('Brackley &amp; Sons Builders’ Merchants');
});

test.each([
  [600, 'light'],
  [600, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const)('it reads well at %i px, %s', { timeout: 180_000 }, async (width, colorScheme) => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${file()}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await page.evaluate(() => document.querySelector('table')!.getBoundingClientRect().width)).toBeLessThanOrEqual(600);
  expect(asked).toEqual([`file://${file()}`]);
  await page.evaluate(AXE);
  expect(await page.evaluate(RUN_AXE)).toEqual([]);
  await page.close();
});
