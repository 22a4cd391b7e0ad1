import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { runningHead } from '../../src/components/running.ts';

test('the head of the sheets is written in letters that end no string, and left out on the first sheet', () => {
  const { css, hash } = runningHead(['"}</style>', 'Ålesund\n\\', '']);
  expect(css).toMatch(/^@page\{@top-left\{content:"[A-Za-z0-9\\ ]*"\}\}@page:first\{@top-left\{content:none\}\}$/);
  expect(hash).toBe(`sha256-${createHash('sha256').update(css).digest('base64')}`);
});
