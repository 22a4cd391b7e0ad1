import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aligned, folded } from '../../scripts/columns.ts';

test('columns line up, numbers to the right, and no line ends in blanks', () => {
  expect(
    aligned(
      ['file', 'rows', 'zone'],
      [
        ['a.csv', '1,234', 'UTC'],
        ['ünï', '5', ''],
      ],
      { right: ['rows'] },
    ),
  ).toBe('file    rows  zone\na.csv  1,234  UTC\nünï        5\n');
});

test('what is too long folds, the widest first, where a word ends', () => {
  const rows = [
    ['exports/2026/board-of-the-north-2026-11-09.csv', 'ConnectWise PSA, service report', '1,204'],
    ['a.csv', 'Jira', '7'],
  ];
  expect(aligned(['file', 'export', 'rows'], rows, { right: ['rows'], folds: ['file', 'export'], width: 48 })).toBe(
    [
      'file                  export                rows',
      'exports/2026/board-   ConnectWise PSA,     1,204',
      'of-the-north-2026-    service report',
      '11-09.csv',
      'a.csv                 Jira                     7',
      '',
    ].join('\n'),
  );
});

test('folding keeps every sign but blanks, within the width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const pieces = folded(text, width);
      expect(pieces.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(Math.max(...pieces.map((piece) => [...piece].length))).toBeLessThanOrEqual(width);
    }),
  );
});

test('no line of a table is a command to a host of jobs, however its cells are folded', () => {
  const text = aligned(['file', 'rows'], [['exports of the week/::add-mask::a.csv', '1']], { right: [], folds: ['file'], width: 28 });
  expect(text).toContain('\n- ::add-mask::a.csv');
  expect(text).not.toMatch(/^\s*::/m);
});
