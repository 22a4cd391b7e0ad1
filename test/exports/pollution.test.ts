import { describe, expect, it } from 'vitest';
import { readRows } from './rows-of.ts';

/**
 * Every pollution of the public benchmark of damaged files (Vitagliano et al., Pollock, PVLDB 16, 2023), each row and each
 * cell in turn, done to a table of the same traits: texts with commas, doubled quotes, apostrophes and a backslash,
 * quotes around some columns only, an empty last column.
 */
const HEADER = ['Date', 'Time', 'Qty', 'Item', 'Price', 'Kind', 'Description', 'Link', 'Comments'];
const QUOTED = new Set([6, 7]);
const KINDS = ["Men's boots", 'Table, round 48"', 'Rod 8 Wt.', 'Shirt, plaid', 'Boxer, 5" inseam, men\'s', 'Lamp', 'Shoes, 10"'];
const TEXTS = [
  'Light, warm and quick enough to keep feet dry on any trail.',
  'Crisp in our 8\\\'9" length, made for her.',
  "It won't let you down. From walking, biking or running, the make is sound.",
  'Soft cotton',
];

const rows: readonly (readonly string[])[] = [
  HEADER,
  ...Array.from({ length: 24 }, (_, at) => [
    `${13 + (at % 15)}/0${1 + (at % 6)}/2018`,
    `0${at % 10}:15`,
    String(at % 9),
    `RI-${1000 + at}`,
    `$${at * 3}.81`,
    KINDS[at % KINDS.length]!,
    TEXTS[at % TEXTS.length]!,
    `https://www.example.com/RI_${1000 + at}.html`,
    '',
  ]),
];

const quoted = (cell: string, quote = '"', escape = quote) => `${quote}${cell.replaceAll(quote, `${escape}${quote}`)}${quote}`;
const written = (cell: string, at: number, quote = '"', escape = quote) => (QUOTED.has(at) || /[",]/.test(cell) ? quoted(cell, quote, escape) : cell);
const cellsOf = (row: readonly string[], quote?: string, escape?: string) => row.map((cell, at) => written(cell, at, quote, escape));
const lineOf = (row: readonly string[]) => cellsOf(row).join(',');
const file = (lines: readonly string[], end = '\r\n') => lines.map((line) => line + end).join('');
const clean = rows.map(lineOf);
/** The table with one line in place of another. */
const withLine = (at: number, line: string) => file(clean.toSpliced(at, 1, line));
const plain = (table: readonly (readonly string[])[]) =>
  table.map((row) => `${row.map((cell) => (/[",]/.test(cell) ? quoted(cell) : cell)).join(',')}\n`).join('');

type Pollution = readonly [name: string, content: string, clean?: readonly (readonly string[])[]];

const whole: readonly Pollution[] = [
  ['none', file(clean)],
  ['no payload', ''],
  ['no line end at the end', file(clean).slice(0, -2)],
  ['two line ends at the end', `${file(clean)}\r\n`],
  ['no header', file(clean.slice(1)), rows.slice(1)],
  ['a header of two rows', file([clean[0]!, ...clean])],
  ['a header of three rows', file([clean[0]!, clean[0]!, ...clean])],
  ['a preamble', file([`PREAMBLE${','.repeat(8)}`, ','.repeat(8), ...clean])],
  ['a second table of fewer columns', file([...clean, ...rows.map((row) => cellsOf(row).slice(0, 8).join(','))])],
  ['a second table of the same columns', file([...clean, ...clean])],
  ['a second table of more columns', file([...clean, ...clean.map((line) => `${line},more`)])],
  ['a header alone', file(clean.slice(0, 1)), rows.slice(0, 1)],
  ['one row', file(clean.slice(0, 2)), rows.slice(0, 2)],
  ['LF', file(clean, '\n')],
  ['CR', file(clean, '\r')],
  ...[';', '\t', ', ', ' '].map((delimiter): Pollution => [`divided by "${delimiter}"`, file(rows.map((row) => cellsOf(row).join(delimiter)))]),
  ['apostrophes for quotes', file(rows.map((row) => cellsOf(row, "'").join(',')))],
  ['a backslash for escape', file(rows.map((row) => cellsOf(row, '"', '\\').join(',')))],
  ['no escape', file(rows.map((row) => cellsOf(row, '"', '').join(',')))],
];

const each: readonly Pollution[] = rows.flatMap((row, at) => {
  const cells = cellsOf(row);
  const inCells = cells.flatMap((cell, column): Pollution[] => {
    const before = cells.slice(0, column);
    const opened = cell.startsWith('"') ? `""${cell.slice(1)}` : `"${cell}`;
    const less = [...before.slice(0, -1), `${before.at(-1) ?? ''}${cell}`, ...cells.slice(column + 1)].join(',');
    return [
      [`a delimiter too many in row ${at} before column ${column}`, withLine(at, [...before, '', ...cells.slice(column)].join(','))],
      ...(column === 0 ? [] : [[`a delimiter lost in row ${at} before column ${column}`, withLine(at, less)] as const]),
      [`a quote too many in row ${at}, column ${column}`, withLine(at, [...before, opened, ...cells.slice(column + 1)].join(','))],
    ];
  });
  return [...inCells, [`row ${at} divided by blanks`, withLine(at, cells.join(' '))]];
});

describe('of the pollutions of the public benchmark none is read wrongly without a word', () => {
  it.each([
    ['of the whole file', whole, 22],
    ['of one row or cell', each, 25 * 27],
  ])('%s', { timeout: 300_000 }, async (_, pollutions, count) => {
    expect(pollutions).toHaveLength(count);
    for (const [name, content, right = rows] of pollutions) {
      const { csv, issues, whole: refused } = await readRows(content);
      if (refused !== null) continue;
      const original = new Set(plain(right).split('\n'));
      expect(csv === plain(right) || issues.length > 0, name).toBe(true);
      expect(
        csv.split('\n').filter((line) => !original.has(line)),
        name,
      ).toEqual([]);
    }
  });

  it('and what is sound in a damaged file is read', { timeout: 300_000 }, async () => {
    for (const [name, content] of each.slice(27)) {
      const { csv, whole: refused, issues } = await readRows(content);
      expect(refused, name).toBe(null);
      const missing = plain(rows)
        .split('\n')
        .filter((line) => !csv.split('\n').includes(line));
      expect([missing.length, issues.length], name).toEqual([1, 1]);
    }
  });
});
