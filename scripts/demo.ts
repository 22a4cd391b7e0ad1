import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Misuse, run } from './command.ts';
import { commands } from './commands.ts';
import { demoFirm } from './demo/settings.ts';
import { demoWorkspace } from './demo/workspace.ts';
import { makeFolder } from './folder.ts';
import { isClone } from './root.ts';

/** Whether a folder holds a workspace of somebody else. */
function isForeign(folder: string): boolean {
  const settings = join(folder, 'settings.yaml');
  return existsSync(settings) && !readFileSync(settings, 'utf8').includes(`name: ${demoFirm}`);
}

function write(file: string, content: Uint8Array | string): void {
  makeFolder(dirname(file));
  writeFileSync(file, content);
}

/** `npm run demo -- [--truth FILE] [DIR]`: writes the demo workspace into DIR (data), and into FILE what is true of it; in the clone, without a DIR, both for the tests. */
await run(commands.demo, async (given) => {
  const target = given.DIR ?? 'data';
  if (isForeign(target)) throw new Misuse(`${target}: holds another firm's settings.yaml; nothing was written; name an empty folder`);
  const { files, truth } = demoWorkspace();
  for (const [file, bytes] of files) write(join(target, file), bytes);
  const told = given.truth ?? (given.DIR === undefined && isClone(process.cwd()) ? 'test/fixtures/demo-truth.json' : null);
  if (told !== null) write(told, `${JSON.stringify(truth, null, 2)}\n`);
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  process.stderr.write(`${files.size} files, ${size} bytes in ${target}\n`);
  return 0;
});
