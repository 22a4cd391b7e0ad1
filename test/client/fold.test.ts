import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, holds } from '../../src/client/fold.ts';

describe('what a filter finds', () => {
  test.for([
    ['Piekarnia Łódź', 'lodz', true],
    ['Beerzen Tandtechniek', 'TANDTECHNIEK beer', true],
    ['Straße 7', 'strasse', true],
    ['Ærø Ferries', 'aero', true],
    ['Kestrel Freight', 'kestrel tax', false],
    ['Kestrel Freight', '', true],
  ] as const)('%s by %s: %s', ([text, asked, found]) => expect(holds(text, asked)).toBe(found));

  test('holds any part of itself, whatever its case', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, from, length) => {
        expect(holds(text, text.slice(from, from + length).trim())).toBe(true);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
