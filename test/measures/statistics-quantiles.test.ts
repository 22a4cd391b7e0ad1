import { quantileSorted } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianInterval, quantile, type Interval } from '../../src/measures/statistics.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

describe('quantiles', () => {
  test('by hand: 0.9 of five values lies 0.6 of the way from the fourth to the fifth', () => {
    expect(quantile([1, 2, 4, 8, 16], 0.9)).toBeCloseTo(12.8, 12);
    expect(quantile([1, 2, 4, 8], 0.5)).toBe(3);
    expect(quantile(Float64Array.of(7), 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test('agree with d3, stay within the values and rise with p', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), p, p, (values, p1, p2) => {
        const ascending = sorted(values);
        const [lower, upper] = [quantile(ascending, Math.min(p1, p2)), quantile(ascending, Math.max(p1, p2))];
        expect(lower).toBeCloseTo(quantileSorted(ascending, Math.min(p1, p2)) ?? NaN, 6);
        expect(lower).toBeGreaterThanOrEqual(ascending[0] ?? NaN);
        expect(upper).toBeLessThanOrEqual(ascending.at(-1) ?? NaN);
        expect(lower - upper).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});

describe('order-statistic interval of the median', () => {
  test.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [20, 6, 15],
    [25, 8, 18],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %d values: the %dth and the %dth', (n, low, high) => {
    const ranks = Array.from({ length: n }, (_, index) => index + 1);
    expect(medianInterval(ranks)).toEqual({ low, high });
  });

  test('five values cannot give one', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
    expect(medianInterval([])).toBeNull();
  });

  test('leaves at most 2.5 % on each side, and not a value more than it must', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 500 }), (n) => {
        const { low, high } = medianInterval(Array.from({ length: n }, (_, index) => index)) as Interval;
        expect(high).toBe(n - 1 - low);
        expect(binomialTail(n, low)).toBeLessThanOrEqual(0.025);
        expect(binomialTail(n, low + 1)).toBeGreaterThan(0.025);
      }),
    );
  });

  test('holds the median', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 6, maxLength: 200 }), (values) => {
        const ascending = sorted(values);
        const { low, high } = medianInterval(ascending) as Interval;
        expect(low).toBeLessThanOrEqual(quantile(ascending, 0.5));
        expect(high).toBeGreaterThanOrEqual(quantile(ascending, 0.5));
      }),
    );
  });
});

function binomialTail(n: number, hits: number): number {
  let term = 0.5 ** n;
  let sum = term;
  for (let k = 1; k <= hits; k++) sum += term *= (n - k + 1) / k;
  return sum;
}
