import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that hold a time of the machine against a limit: anything that runs beside them would be measured too. */
const TIMED = ['test/paint.test.ts'];

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/seed.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: TIMED,
          // Many tests wait for a process or a browser of their own, which leaves half of two processors idle.
          maxWorkers: 2,
        },
      },
      { extends: true, test: { name: 'alone', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
