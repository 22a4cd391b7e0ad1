import { expect, test } from 'vitest';
import { issueLines, severities } from '../../scripts/messages.ts';
import { issue, issueText, type Issue } from '../../src/issue.ts';

const cells = (file: string, column: string, count: number): Issue[] =>
  Array.from({ length: count }, (_, at) => issue('cell-not-number', { file, column, line: at + 2, text: `x${at}` }));

test('five of a kind are said in the form of an issue, then how many more there are', () => {
  const found = cells('a.csv', 'minutes', 8);
  expect(issueLines(found, 'internal/data/refusals.csv')).toEqual([
    ...found.slice(0, 5).map(issueText),
    'a.csv: … and 3 more like it: see internal/data/refusals.csv',
  ]);
  expect(issueText(found[0]!)).toBe('a.csv: line 2: column "minutes": "x0": this is not a number; the cell was left empty; correct the cell in the tool');
});

test('exactly five stand alone, and without a list none is named', () => {
  expect(issueLines(cells('a.csv', 'minutes', 5), null)).toHaveLength(5);
  expect(issueLines(cells('a.csv', 'minutes', 6), null).at(-1)).toBe('a.csv: … and 1 more like it');
});

test('of the whole workspace, 20 are said', () => {
  expect(issueLines(cells('', '', 21), null)).toHaveLength(21);
  expect(issueLines(cells('', '', 21), null).at(-1)).toBe('… and 1 more like it');
});

test('kinds are told apart by file, code and column', () => {
  const interleaved = [0, 1, 2, 3, 4, 5].flatMap((at) => [cells('a.csv', 'n', 6)[at]!, cells('a.csv', 'm', 6)[at]!, cells('b.csv', 'n', 6)[at]!]);
  const lines = issueLines(interleaved, null);
  expect(lines).toHaveLength(18);
  expect(lines.filter((line) => line.includes('more like it'))).toHaveLength(3);
  expect(lines.slice(0, 5).every((line) => line.includes('column "n"'))).toBe(true);
});

test('errors come last', () => {
  const error = issue('file-unrecognised', { file: 'a.csv' });
  const lines = issueLines([error, ...cells('b.csv', 'n', 2)], null);
  expect(lines.at(-1)).toBe(issueText(error));
  expect(severities([error, ...cells('b.csv', 'n', 2)])).toEqual({ error: 1, warning: 2, note: 0 });
});
