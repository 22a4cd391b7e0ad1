import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, texts } from '../../src/facts/table.ts';
import { mulberry32 } from '../../src/measures/bootstrap.ts';
import { rowsById, rowsNamed } from '../../src/facts/joins.ts';
import { ascending, summingOrder } from '../../src/measures/order.ts';
import { factsOf } from '../measures/facts-of.ts';

describe('joins', () => {
  test('find what a map of the texts finds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.array(fc.option(fc.string({ unit: 'binary' }))), (ids, others) => {
        const wanted = [...others, ...ids];
        const tickets = ids.map((ticket_id) => ({ ticket_id, client: 'Alder' }));
        const surveys = wanted.map((ticket_id) => ({ response_id: '1', ticket_id }));
        const { tables } = factsOf({
          tickets: [{ ticket_id: '' }, ...tickets],
          surveys: [{ ticket_id: null }, ...surveys],
        });
        const column = texts(tables.tickets!, 'ticket_id')!;
        const rowOf = rowsById(column);
        const expected = [null, ...wanted].map((id) => (id === null || id === '' ? -1 : ids.indexOf(id) < 0 ? -1 : ids.indexOf(id) + 1));
        expect([...rowsNamed(codes(tables.surveys!, 'ticket_id'), wanted.length + 1, rowOf)]).toEqual(expected);
      }),
    );
  });

  test('no reference column names no row', () => {
    expect([...rowsNamed(null, 2, () => 0)]).toEqual([-1, -1]);
  });
});

describe('order', () => {
  test('is that of the numbers, NaN last, equal ones as they stood', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }))), (values) => {
        const numbers = Float64Array.from(values, (value) => value + 0);
        const rows = Int32Array.from(values, (_, row) => row);
        const expected = [...rows].sort((a, b) => {
          const [x, y] = [numbers[a]!, numbers[b]!];
          if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
          return x - y || a - b;
        });
        expect([...ascending(numbers, rows)].map((row) => numbers[row])).toEqual(expected.map((row) => numbers[row]));
      }),
    );
  });

  test('holds for many rows, which take another way', () => {
    const random = mulberry32(7);
    const numbers = new Float64Array(70_000).map(() => Math.round((random() - 0.3) * 1e5) / 8);
    const order = ascending(
      numbers,
      new Int32Array(numbers.length).map((_, row) => row),
    );
    expect(Float64Array.from(order, (row) => numbers[row]!)).toEqual(numbers.toSorted());
    expect([...order].every((row, at) => at === 0 || numbers[order[at - 1]!]! < numbers[row]! || order[at - 1]! < row)).toBe(true);
  });

  test('sums come out the same however the rows stand', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true })), (values) => {
        const sum = (some: Float64Array) => summingOrder(some).reduce((total, row) => total + some[row]!, 0);
        expect(sum(Float64Array.from(values.toReversed()))).toBe(sum(Float64Array.from(values)));
      }),
    );
  });
});
