import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { Refused } from './command.ts';
import { sheetsOf, steadyPdf } from './pdf-bytes.ts';

/** A published page that is to be printed. */
export interface Sheet {
  readonly client: string;
  /** Its folder on the disk. */
  readonly folder: string;
  /** Last day of the report: the day that the PDF carries. */
  readonly asOf: string;
  /** What it opens with, null where it is not locked. */
  readonly phrase: string | null;
}

/** A printed page. */
export interface Printed {
  readonly bytes: Uint8Array;
  readonly sheets: number;
}

/** Opens a locked page as its reader does. */
async function unlock(page: Page, { client, phrase }: Sheet): Promise<void> {
  await page.locator('#passphrase').fill(phrase!);
  await page.locator('#open').click();
  const [wrong, inside] = [page.locator('.locked #wrong'), page.locator('main:not(.locked)')];
  await wrong.or(inside).filter({ visible: true }).waitFor();
  if (await wrong.isVisible())
    throw new Refused(
      `${client}: the published page does not open with this passphrase; it was not printed; give the one that it was built with, or build again`,
    );
}

/**
 * Prints a published page on A4 in a browser, without any request: tagged, with bookmarks, title and language. The same page
 * gives the same bytes in the same browser with the same fonts.
 * @throws Refused where a locked page does not open with its passphrase.
 */
export async function printPage(browser: Browser, sheet: Sheet): Promise<Printed> {
  const context = await browser.newContext({ javaScriptEnabled: sheet.phrase !== null, offline: true });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(sheet.folder, 'index.html')).href);
    if (sheet.phrase !== null) await unlock(page, sheet);
    const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    return { bytes: steadyPdf(bytes, sheet.asOf), sheets: sheetsOf(bytes) };
  } finally {
    await context.close();
  }
}
