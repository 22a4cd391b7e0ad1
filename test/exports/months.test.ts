import { describe, expect, it } from 'vitest';
import { monthNamed } from '../../src/exports/months.ts';

describe('monthNamed', () => {
  it.each(['en', 'es', 'pt', 'de', 'fr'])('knows every month of %s, whole and short', (locale) => {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
      const names = Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2026, at, 15)));
      expect(names.map((name) => monthNamed(name.slice(0, 4)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    }
  });

  it.each(['', 'jui', 'abc', 'so'])('"%s" is none', (letters) => {
    expect(monthNamed(letters)).toBe(-1);
  });
});
