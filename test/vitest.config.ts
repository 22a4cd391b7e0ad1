import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/seed.ts'],
    pool: 'threads',
    isolate: false,
    // Many tests wait for a process or a browser of their own, which leaves half of two processors idle.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
