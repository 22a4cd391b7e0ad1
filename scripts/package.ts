import { join } from 'node:path';
import { run } from './command.ts';
import { PACKED, packInto } from './package-compile.ts';
import { ROOT } from './root.ts';

/** `npm run prepack`, as `npm pack` and an installation from Git do by themselves: makes the folder that the package consists of. */
await run({ name: 'prepack', options: {} }, async () => {
  packInto(join(ROOT, PACKED));
  return 0;
});
