import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenIn, hashOf } from '../../src/client/hash.ts';

describe('the choices in an address', () => {
  test('are written by name and read back', () => {
    const chosen = new Map([
      ['sort-clients', '-3'],
      ['clock', 'open'],
      ['if', '208,30,3.5,5.4'],
    ]);
    expect(hashOf(chosen)).toBe('#clock=open&if=208,30,3.5,5.4&sort-clients=-3');
    expect(chosenIn(hashOf(chosen))).toEqual(chosen);
    expect(hashOf(new Map())).toBe('');
  });

  test('are none in an empty hash, and null where it names a place of the page', () => {
    expect(chosenIn('')).toEqual(new Map());
    expect(chosenIn('#')).toEqual(new Map());
    expect(chosenIn('#F1-elapsed')).toBeNull();
  });

  test('leave out what is no choice', () => {
    expect(chosenIn('#clock=open&=x&Clock=open&grain=&%E0%A4%A=1&__proto__=1&a b=2')).toEqual(new Map([['clock', 'open']]));
  });

  test('come back from any text', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ minLength: 1, unit: 'grapheme' })), (choices) => {
        const chosen = new Map(Object.entries(choices));
        expect(chosenIn(hashOf(chosen))).toEqual(chosen);
      }),
    );
  });
});
