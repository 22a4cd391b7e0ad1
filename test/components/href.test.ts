import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { href } from '../../src/components/href.ts';

describe('href', () => {
  test.for([
    ['', '', 'index.html'],
    ['', 'clients/', 'clients/index.html'],
    ['clients/', '', '../index.html'],
    ['clients/', 'clients/', 'index.html'],
    ['clients/pell/', 'clients/', '../index.html'],
    ['clients/pell/', 'clients/brook/', '../brook/index.html'],
    ['clients/pell/', 'data/pell.csv', '../../data/pell.csv'],
    ['data/', 'data/#refused', 'index.html#refused'],
    ['complaints/', 'definitions/#csat', '../definitions/index.html#csat'],
    ['', 'report.json', 'report.json'],
  ] as const)('leads from "%s" to "%s"', ([from, to, link]) => expect(href(from, to)).toBe(link));

  test('always resolves to the place meant and never starts at a root', () => {
    const folder = fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/), { maxLength: 4 }).map((parts) => parts.map((part) => `${part}/`).join(''));
    fc.assert(
      fc.property(folder, folder, (from, to) => {
        const link = href(from, to);
        expect(link.startsWith('/')).toBe(false);
        expect(posix.join('/', from, link)).toBe(posix.join('/', to, 'index.html'));
      }),
    );
  });
});
