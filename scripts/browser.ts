import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { Refused } from './command.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const NONE =
  'no browser was found; nothing was done; install Chromium or Google Chrome, or name the program of one that is installed in the environment variable CHROME_PATH';
const NO_DRIVER = 'the package playwright-core, which starts the browser, is not installed; nothing was done; install it with npm install playwright-core';

/** Switches of the bundled browser that would loosen the rules under test, or that Playwright sets itself. */
const UNWANTED = /^--(disable-web-security|allow-running-insecure-content|headless|single-process|no-zygote)/;

/** A browser may fail to start while another process unpacks it or the machine is short of memory for a moment. */
const STARTS = 3;
const PAUSE_MS = 1500;

/** A browser on the disk, and how it is started. */
export interface Found {
  readonly executablePath: string;
  readonly args: readonly string[];
}

async function bundled(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Refused(NONE);
  const { default: build } = await import('@sparticuz/chromium');
  return {
    executablePath: await build.executablePath(),
    args: build.args.filter((argument) => !UNWANTED.test(argument)),
  };
}

function installed({ PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const onPath = PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...INSTALLED, ...onPath].find((path) => existsSync(path));
}

/**
 * Finds a browser, and readies it: the one that CHROME_PATH names, else one that is installed, else on 64-bit Linux the one that comes with the
 * packages, which is unpacked once. For a global set-up of tests, since two processes that unpack at the same time break each other's file.
 * @throws Refused when CHROME_PATH leads nowhere, and when this machine has none.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Found> {
  const named = env['CHROME_PATH'] ?? '';
  if (named !== '' && !existsSync(named)) throw new Refused(`${named}: there is no such program; nothing was done; correct CHROME_PATH, or leave it out`);
  const path = named === '' ? installed(env) : named;
  if (path !== undefined) return { executablePath: path, args: ['--no-sandbox'] };
  try {
    return await bundled();
  } catch (cause) {
    throw new Refused(NONE, { cause });
  }
}

/**
 * Starts the browser that `findBrowser` gives; the caller closes it.
 * @throws Refused without a browser, without the package that drives it, and when it does not start.
 */
export async function openBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const driver = await import('playwright-core').catch((cause: unknown) => {
    throw new Refused(NO_DRIVER, { cause });
  });
  const { executablePath, args } = await findBrowser(env);
  let cause: unknown;
  for (let attempt = 0; attempt < STARTS; attempt++) {
    if (attempt > 0) await setTimeout(PAUSE_MS);
    try {
      return await driver.chromium.launch({ executablePath, args: [...args] });
    } catch (error) {
      cause = error;
    }
  }
  throw new Refused(`${executablePath}: this browser does not start; nothing was done; install another, or name one in CHROME_PATH`, { cause });
}
