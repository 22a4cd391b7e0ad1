import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY, GIVEN } from '../../src/exports/builders.ts';
import { codeBuilder } from '../../src/exports/code-builder.ts';

/** The word of every row, as the codes and the dictionary give it back; null where it is missing. */
function wordsOf(cells: readonly string[], meaning: (cell: string) => string): { words: (string | null)[]; dictionary: readonly string[] } {
  const builder = codeBuilder(cells.length, meaning);
  const outcomes = cells.map((cell, row) => builder.set(row, cell));
  const { codes, dictionary } = builder.finish(cells.length);
  const words = Array.from(codes, (code) => dictionary[code] ?? null);
  expect(outcomes).toEqual(words.map((word) => (word === null ? EMPTY : GIVEN)));
  return { words, dictionary };
}

const letters = fc.constantFrom('', 'a', 'b', 'c', 'd', 'a cell that is kept in a copy of its own');

test('every row has the word of its cell, and every word one code, whatever cells stand for one another', () => {
  const meanings = fc.dictionary(letters, letters);
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), meanings, (cells, table) => {
      const meaning = (cell: string): string => (Object.hasOwn(table, cell) ? table[cell]! : cell);
      const { words, dictionary } = wordsOf(cells, meaning);
      expect(words).toEqual(cells.map((cell) => (cell === '' ? null : meaning(cell) || null)));
      expect(new Set(dictionary).size).toBe(dictionary.length);
      expect([...dictionary].sort()).toEqual([...new Set(words.filter((word) => word !== null))].sort());
    }),
  );
});

test('the words of many different cells are told apart', () => {
  const cells = Array.from({ length: 20_000 }, (_, at) => `ticket ${(at * 7919) % 15_000}`);
  expect(wordsOf(cells, (cell) => cell).words).toEqual(cells);
});
