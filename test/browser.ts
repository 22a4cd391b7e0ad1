import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const NONE = 'no Chromium: install Chromium or Google Chrome, or run the tests on 64-bit Linux';

/** Switches of the bundled browser that would loosen the rules under test, or that Playwright sets itself. */
const UNWANTED = /^--(disable-web-security|allow-running-insecure-content|headless|single-process|no-zygote)/;

async function bundled(): Promise<{ executablePath: string; args: string[] }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(NONE);
  const { default: build } = await import('@sparticuz/chromium');
  return {
    executablePath: await build.executablePath(),
    args: build.args.filter((argument) => !UNWANTED.test(argument)),
  };
}

/**
 * Readies a browser once: unpacks the bundled one when none is installed. For a global set-up, since two processes
 * that unpack at the same time break each other's file. Gives where it lies and how to start it.
 * @throws Error of one line when this machine has none.
 */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: ['--no-sandbox'] };
  try {
    return await bundled();
  } catch (cause) {
    throw new Error(NONE, { cause });
  }
}

/** Starts the browser that `findBrowser` gives; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await findBrowser());
}
