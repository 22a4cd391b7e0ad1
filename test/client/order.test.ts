import { describe, expect, test } from 'vitest';
import { allNumbers, compareBy, type Key } from '../../src/client/order.ts';

const key = (value: string, rank = 0): Key => ({ value, rank });

function sorted(keys: readonly Key[], direction: 1 | -1 = 1): readonly string[] {
  return keys.toSorted(compareBy(allNumbers(keys), direction, 'en')).map(({ value }) => value);
}

describe('the order of a column', () => {
  test('is by number where every value is one', () => {
    expect(sorted(['90', '1500.5', '', '-3', '7'].map((value) => key(value)))).toEqual(['-3', '7', '90', '1500.5', '']);
    expect(
      sorted(
        ['90', '1500.5', '', '-3', '7'].map((value) => key(value)),
        -1,
      ),
    ).toEqual(['1500.5', '90', '7', '-3', '']);
  });

  test('is by day where values are ISO days, the missing last both ways', () => {
    const days = ['2026-08-26', '', '2025-12-31', '2026-04-07'].map((value) => key(value));
    expect(sorted(days)).toEqual(['2025-12-31', '2026-04-07', '2026-08-26', '']);
    expect(sorted(days, -1)).toEqual(['2026-08-26', '2026-04-07', '2025-12-31', '']);
  });

  test('is by the language where values are words', () => {
    expect(sorted(['Łódź', 'Zeta', 'ashdown', 'Brackley'].map((value) => key(value)))).toEqual(['ashdown', 'Brackley', 'Łódź', 'Zeta']);
  });

  test('is by status first, by figure within one status', () => {
    const keys = [key('0.94', 2), key('0.56', 0), key('0.91', 1), key(''), key('0.86', 3), key('0.84', 1)];
    expect(sorted(keys)).toEqual(['0.56', '0.84', '0.91', '0.94', '0.86', '']);
    expect(sorted(keys, -1)).toEqual(['0.86', '0.94', '0.91', '0.84', '0.56', '']);
  });
});
