import { describe, expect, test } from 'vitest';
import { isSpoken, named, nounFor, phrase, say, sayPieces, speaking, spokenLocale, translated } from '../../src/language/language.ts';
import { count, date, duration, inWords, listed, longDate, number, percent, plural, range, weekdayDate } from '../../src/report/words.ts';

const WORD = phrase`Clients`;
const inGerman = <Result>(run: () => Result): Result => speaking('de', run);

describe('a sentence', () => {
  test('is English where nothing else is spoken, with its values as texts', () => {
    expect(say`Half of ${3} had an answer within ${'2 h'}.`).toBe('Half of 3 had an answer within 2 h.');
    expect(translated(WORD)).toBe('Clients');
  });

  test('is German where German is spoken, and English again after that', () => {
    expect(inGerman(() => say`Week of ${'24. August'}`)).toBe('Woche ab 24. August');
    expect(inGerman(() => translated(WORD))).toBe('Kunden');
    expect(say`Week of ${'24 August'}`).toBe('Week of 24 August');
  });

  test('leaves its language behind when it throws', () => {
    expect(() =>
      inGerman(() => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(spokenLocale()).toBe('en-GB');
  });

  test('that no translation has is said in English', () => {
    expect(inGerman(() => say`A sentence of nobody with ${1} value`)).toBe('A sentence of nobody with 1 value');
  });

  test('may hold pieces that are more than text', () => {
    const strong = { strong: '3 h' };
    expect(sayPieces`${strong} a day`).toEqual([strong, ' a day']);
    expect(sayPieces`about ${strong}`).toEqual(['about ', strong]);
  });

  test('is never looked for in what every object has', () => {
    const names = { quote: phrase`Quotes` };
    expect(inGerman(() => [named(names, 'quote'), named(names, 'constructor'), translated('constructor')])).toEqual(['Angebote', null, 'constructor']);
  });

  test('never takes a value for a place of another', () => {
    expect(inGerman(() => say`${'{1}'} of ${'{0}'}`)).toBe('{1} von {0}');
  });
});

describe('numbers, dates and lists follow the locale', () => {
  const DAY = 20_699;
  test.for<readonly [string, readonly string[]]>([
    ['en-GB', ['12,346', '4.25', '1,234.5', '3 Sep 2026', 'Thu 3 Sep 2026', '3 September', 'a, b and c']],
    ['en-US', ['12,346', '4.25', '1,234.5', 'Sep 3, 2026', 'Thu Sep 3, 2026', 'September 3', 'a, b, and c']],
    ['de', ['12.346', '4,25', '1.234,5', '3. Sep 2026', 'Do 3. Sep 2026', '3. September', 'a, b und c']],
    ['de-CH', ["12'346", '4.25', "1'234.5", '3. Sep 2026', 'Do 3. Sep 2026', '3. September', 'a, b und c']],
  ])('%s', ([locale, expected]) => {
    const texts = speaking(locale, () => [
      count(12_345.6),
      number(4.25),
      percent(12.345, 1000),
      date(DAY),
      weekdayDate(DAY),
      longDate(DAY),
      listed(['a', 'b', 'c']),
    ]);
    expect(texts.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(expected);
  });

  test('durations keep their units, counted nouns take the form of their language', () => {
    expect(inGerman(() => [duration(5_400_000), plural(1, 'ticket'), plural(2, 'ticket'), nounFor(0, 'client', 'clients')])).toEqual([
      '1\u00a0h\u00a030\u00a0min',
      '1 Ticket',
      '2 Tickets',
      'Kunden',
    ]);
    expect(inGerman(() => [inWords(3, true), range(1, 2, count)])).toEqual(['Drei', '1 bis 2']);
  });
});

test('a locale is spoken where its language is', () => {
  expect(['en', 'en-GB', 'de', 'de-AT', 'de-CH'].filter((locale) => !isSpoken(locale))).toEqual([]);
  expect(['fr', 'german', '', 'de_DE', '*'].filter(isSpoken)).toEqual([]);
});
