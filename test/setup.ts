import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';
import { runNode } from './scripts/processes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the demo site, with build.json and internal/. */
    readonly site: string;
  }
}

/** Once for all tests: readies a browser and builds the demo site, as a user would, into a folder that goes again. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const site = join(folder, 'dist');
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'code');
  const [{ code, err }] = await Promise.all([runNode(['scripts/build.ts', '--data', 'data', '--out', site]), findBrowser()]);
  if (code !== 0) throw new Error(`the demo site cannot be built: ${err}`);
  project.provide('site', site);
  return () => rmSync(folder, { recursive: true, force: true });
}
