import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugs } from '../../src/report/slugs.ts';

describe('slugs', () => {
  it.each([
    ['Piekarnia Łódź', 'piekarnia-lodz'],
    ['Acme & Sons, Ltd.', 'acme-sons-ltd'],
    ['CON', 'client-con'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%s', (name, slug) => {
    expect(slugs([name])).toEqual([slug]);
  });

  it('keeps apart names that read the same', () => {
    expect(slugs(['Acme', 'ACME', 'Ácme'])).toEqual(['acme', 'acme-2', 'acme-3']);
  });

  it('gives any names folders of their own that every system takes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { maxLength: 20 }), (names) => {
        const made = slugs(names);
        expect(new Set(made).size).toBe(names.length);
        for (const slug of made) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});
