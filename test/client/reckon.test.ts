import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourWords, reckon } from '../../src/client/reckon.ts';

const week = { contacts: 208, avoided: 3.5, hoursEach: 5.4 };

describe('reckon', () => {
  test.for([
    [15, '52 min', '18 h 02 min', '0.16'],
    [30, '1 h 44 min', '17 h 10 min', '0.32'],
    [60, '3 h 28 min', '15 h 26 min', '0.64'],
    [120, '6 h 56 min', '11 h 58 min', '1.28'],
  ] as const)('reckons %i seconds more by hand', ([seconds, spent, net, even]) => {
    const spaced = (text: string): string => text.replaceAll(' ', '\u00a0');
    expect(reckon({ ...week, seconds }, 'en')).toEqual({
      spent: spaced(spent),
      returned: spaced('18 h 54 min'),
      net: spaced(net),
      even,
    });
  });

  test('says a loss with a minus and never divides by no hours', () => {
    expect(reckon({ contacts: 60, seconds: 60, avoided: 0, hoursEach: 0 }, 'en')).toEqual({
      spent: '1\u00a0h\u00a000\u00a0min',
      returned: '0\u00a0min',
      net: '\u22121\u00a0h\u00a000\u00a0min',
      even: '\u2013',
    });
  });

  test('gives words that read back to the hours within half a minute', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (hours) => {
        const [, minus, whole = '0', rest] = /^(\u2212?)(?:(\d+)\u00a0h\u00a0)?(\d+)\u00a0min$/.exec(hourWords(hours)) ?? [];
        const back = (Number(whole) * 60 + Number(rest)) * (minus ? -1 : 1);
        expect(Math.abs(back - hours * 60)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(Number(rest)).toBeLessThan(60);
      }),
    );
  });
});
