import { expect, test } from 'vitest';
import { aligned } from '../../scripts/columns.ts';

test('columns line up, numbers to the right, and no line ends in blanks', () => {
  expect(
    aligned(
      ['file', 'rows', 'zone'],
      [
        ['a.csv', '1,234', 'UTC'],
        ['ünï', '5', ''],
      ],
      ['rows'],
    ),
  ).toBe('file    rows  zone\na.csv  1,234  UTC\nünï        5\n');
});
