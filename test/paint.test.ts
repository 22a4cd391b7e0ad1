import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder } from '../scripts/server.ts';
import { openBrowser } from './browser.ts';
import { pagesOf } from './visit.ts';

/** Fast 3G as browsers' own tools emulate it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms to and fro. */
const FAST_3G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const SLOWER = 4;
const TIMES = 3;
/** A page shows itself within this, in ms. Served uncompressed here, as no host would: the line alone is held against it. */
const AIM = 1200;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 300_000);
afterAll(() => browser.close());

/** When a page first shows something, in ms from the start of the navigation. */
async function firstPaint(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  return page.evaluate(
    () =>
      new Promise<number>((told) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') told(startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

describe('the heaviest page', () => {
  test('shows itself on a slow phone with a slow line', { timeout: 300_000 }, async () => {
    const folder = join(inject('site'), 'internal');
    const size = (path: string): number => statSync(join(folder, path)).size;
    const heaviest = pagesOf(folder).toSorted((a, b) => size(b) - size(a))[0]!;
    const { server, url } = await serveFolder(folder, 0);
    const paints: number[] = [];
    try {
      for (let time = 0; time < TIMES; time++) {
        const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
        const page = await context.newPage();
        const wire = await context.newCDPSession(page);
        await wire.send('Network.enable');
        await wire.send('Network.emulateNetworkConditions', FAST_3G);
        await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
        paints.push(await firstPaint(page, `${url}${heaviest}`));
        await context.close();
      }
    } finally {
      server.close();
      server.closeAllConnections();
    }
    const middle = paints.toSorted((a, b) => a - b)[1]!;
    process.stdout.write(
      `first contentful paint of ${heaviest} (${size(heaviest)} bytes as served): ${Math.round(middle)} ms of ${paints.map(Math.round).join(', ')}\n`,
    );
    expect(middle).toBeGreaterThan(FAST_3G.latency);
    expect(middle).toBeLessThan(AIM);
  });
});
