import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { lowTargets, sidewaysScroll, skippedHeadings, smallTexts, unfold, wordsOutside } from './page-probes.ts';
import { AXE, RUN_AXE } from './site-rules.ts';
import { documentOf, watch } from './visit.ts';

/** A page of one of several sites. */
export interface Spot {
  readonly site: string;
  readonly path: string;
}

const PHONE = 360;
const NARROWEST = 320;
const LEAST_TEXT = 12;
const LEAST_TARGET = 24;
/** Pages looked at side by side: one for each core of a small machine. */
const SIDES = 2;

const seen = ({ site, path }: Spot): string => createHash('sha256').update(documentOf(site, path).querySelector('main')!.innerHTML).digest('hex');

/** The pages of which no earlier one has the same matter: what to record reads the same in every workspace. */
export function unlike(spots: readonly Spot[]): readonly Spot[] {
  const known = new Set<string>();
  return spots.filter((spot) => {
    const hash = seen(spot);
    const fresh = !known.has(hash);
    known.add(hash);
    return fresh;
  });
}

async function faultsAt(page: Page): Promise<readonly string[]> {
  const { refused, shifted, executed } = await page.evaluate(() => ({ refused: window.refused, shifted: window.shifted, executed: 'executed' in window }));
  await page.evaluate(unfold);
  await page.evaluate(AXE);
  const found = [...(await page.evaluate<string[]>(RUN_AXE)), ...(await page.evaluate(skippedHeadings))];
  const narrow: string[] = [];
  for (const width of [PHONE, NARROWEST]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(sidewaysScroll);
    if (over > 0) narrow.push(`scrolls sideways by ${over} px at ${width}`);
    narrow.push(...(await page.evaluate(wordsOutside)));
  }
  const low = [...(await page.evaluate(smallTexts, LEAST_TEXT)), ...(await page.evaluate(lowTargets, LEAST_TARGET))];
  const still = shifted === 0 ? [] : [`shifts by ${shifted}`];
  return [...refused, ...still, ...(executed ? ['ran what a file said'] : []), ...found, ...narrow, ...low];
}

async function walk(browser: Browser, spots: Iterator<Spot>): Promise<readonly string[]> {
  const context = await browser.newContext();
  await context.addInitScript(watch);
  const page = await context.newPage();
  const found: string[] = [];
  let [home, at] = ['', ''];
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && request.url() !== 'data:,') found.push(`${at}: asks for ${request.url()}`);
  });
  page.on('pageerror', (error) => found.push(`${at}: ${error.message}`));
  page.on('dialog', (dialog) => {
    found.push(`${at}: says ${dialog.message()}`);
    void dialog.dismiss();
  });
  for (let next = spots.next(); next.done !== true; next = spots.next()) {
    const { site, path } = next.value;
    [home, at] = [`${pathToFileURL(site).href}/`, join(site, path)];
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(pathToFileURL(at).href);
    found.push(...(await faultsAt(page)).map((fault) => `${at}: ${fault}`));
  }
  await context.close();
  return found;
}

/**
 * Opens every page from the disk and gives what breaks a rule there, each led by its path: axe, refusals of the browser, requests
 * outside the site, errors of scripts, shifts, and at phone widths sideways scroll, small texts, low targets, words beyond drawings.
 */
export async function faultsOf(browser: Browser, spots: readonly Spot[]): Promise<readonly string[]> {
  const left = spots.values();
  return (await Promise.all(Array.from({ length: SIDES }, () => walk(browser, left)))).flat();
}
