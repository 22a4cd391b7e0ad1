import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoFirm } from './demo/settings.ts';
import { demoWorkspace } from './demo/workspace.ts';

/** Whether a folder holds a workspace of somebody else. */
function isForeign(folder: string): boolean {
  const settings = join(folder, 'settings.yaml');
  return existsSync(settings) && !readFileSync(settings, 'utf8').includes(`name: ${demoFirm}`);
}

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** `npm run demo -- [DIR] [TRUTH]`: writes the demo workspace into DIR (data), and what is true of it into TRUTH where one is named. */
function run(words: readonly string[]): number {
  const [target = 'data', truthFile = words.length === 0 ? 'test/fixtures/demo-truth.json' : null] = words;
  if (words.length > 2 || words.some((word) => word.startsWith('-'))) {
    process.stderr.write('demo: used wrongly; use: npm run demo -- [DIR] [TRUTH]\n');
    return 2;
  }
  if (isForeign(target)) {
    process.stderr.write(`${target}: holds another firm's settings.yaml; nothing was written; name an empty folder\n`);
    return 2;
  }
  const { files, truth } = demoWorkspace();
  for (const [file, bytes] of files) write(join(target, file), bytes);
  if (truthFile !== null) write(truthFile, `${JSON.stringify(truth, null, 2)}\n`);
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  process.stderr.write(`${files.size} files, ${size} bytes in ${target}\n`);
  return 0;
}

process.exitCode = run(process.argv.slice(2));
