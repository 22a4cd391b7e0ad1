import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsKept } from '../../src/measures/columns-kept.ts';
import { addsExactly } from '../../src/measures/order.ts';

it('keeps one of columns that hold the same, and every one that differs in a single cell', () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 1000 }), fc.nat(), (cells, place) => {
      const shared = columnsKept();
      const first = shared(Float64Array.from(cells));
      const changed = Float64Array.from(cells);
      changed[place % cells.length] = first[place % cells.length] === 7 ? 8 : 7;
      expect(shared(Float64Array.from(cells))).toBe(first);
      expect(shared(changed)).toBe(changed);
      expect(shared(first)).toBe(first);
    }),
  );
});

it('tells 0 from -0, and an empty column from a longer one', () => {
  const shared = columnsKept();
  const columns = [[0], [-0], [], [0, 0]].map((cells) => Float64Array.from(cells));
  expect(new Set(columns.map(shared)).size).toBe(columns.length);
});

it.each([
  [[1, -3, NaN, 0], true],
  [[], true],
  [[1, 0.5], false],
  [[1, Infinity], false],
  [[2 ** 52, 1], false],
  [[2 ** 51, 1], true],
])('knows whether %j add up without rounding', (values, expected) => {
  expect(addsExactly(Float64Array.from(values))).toBe(expected);
});
