import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speaking } from '../../src/language/language.ts';
import {
  count,
  currency,
  date,
  duration,
  inWords,
  label,
  listed,
  number,
  openHours,
  percent,
  plural,
  regrouped,
  shortDate,
  weekdayDate,
} from '../../src/report/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [45_000, '45 s'],
    [59_700, '1 min'],
    [26 * MINUTE, '26 min'],
    [59.6 * MINUTE, '1 h'],
    [100 * MINUTE, '1 h 40 min'],
    [65 * MINUTE, '1 h 05 min'],
    [28 * HOUR + 20 * MINUTE, '28 h 20 min'],
    [51 * HOUR, '2 d 3 h'],
    [300 * HOUR, '13 d'],
    [-90 * MINUTE, '−1 h 30 min'],
    [NaN, '–'],
  ])('%d ms read %s', (ms, text) => {
    expect(plain(duration(ms))).toBe(text);
  });

  it('opening hours have no days', () => {
    expect(plain(openHours(97 * 24 * HOUR))).toBe('2,328 h');
    expect(plain(openHours(100 * MINUTE))).toBe('1 h 40 min');
  });

  it('never carry sixty minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * HOUR }), (ms) => {
        expect(duration(ms)).not.toMatch(/\b60\u00a0(s|min)|\b24\u00a0h\u00a0\d+\u00a0h/);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    [2609, '2,609', '2,609'],
    [208.4, '208', '208'],
    [18.83, '18.8', '18.8'],
    [7.6875, '7.69', '7.7'],
    [0.28, '0.28', '0.3'],
    [0.3, '0.30', '0.3'],
    [0, '0', '0'],
    [-3.19, '−3.19', '−3.2'],
    [NaN, '–', '–'],
  ])('%d reads %s, as a label %s', (value, text, short) => {
    expect([number(value), label(value)]).toEqual([text, short]);
  });

  it.each([
    ['en-GB', 'per 1,000 contacts, 3,600 × hours ÷ 100', 'per 1,000 contacts, 3,600 × hours ÷ 100'],
    ['de-DE', 'je 1.000 Kontakte, 3.600 × Stunden', 'je 1.000 Kontakte, 3.600 × Stunden'],
    [
      'de-AT',
      'je 1.000 Kontakte, 1.234.567',
      `je ${new Intl.NumberFormat('de-AT').format(1000)} Kontakte, ${new Intl.NumberFormat('de-AT').format(1_234_567)}`,
    ],
    ['de-CH', 'je 1.000 Kontakte, 2.66 mal', `je ${new Intl.NumberFormat('de-CH').format(1000)} Kontakte, 2.66 mal`],
  ])('in constants have the groups of %s', (locale, text, said) => {
    expect(speaking(locale, () => regrouped(text))).toBe(said);
  });

  it('percentages have a decimal from 200 answers on', () => {
    expect([percent(0.8714, 199), percent(0.8714, 200)]).toEqual(['87', '87.1']);
  });
});

describe('dates and lists', () => {
  it('read as a person writes them', () => {
    expect([date('2026-03-03'), shortDate('2026-03-03'), weekdayDate('2026-03-09')].map(plain)).toEqual(['3 Mar 2026', '3 Mar', 'Mon 9 Mar 2026']);
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect([inWords(4, true), inWords(4, false), inWords(40, true), plural(1, 'row'), plural(2609, 'row'), count(-1)]).toEqual([
      'Four',
      'four',
      '40',
      '1 row',
      '2,609 rows',
      '−1',
    ]);
  });
});

it('money is whole from a hundred, in the currency that the settings name', () => {
  expect([currency(1842.6, 'EUR'), currency(62.5, 'USD'), currency(65, 'GBP'), currency(-1200, 'EUR')]).toEqual(['€1,843', '$62.50', '£65', '−€1,200']);
});
