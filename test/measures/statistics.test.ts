import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval, newcombe, poissonRate, rateDifference, rateDifferenceOfFew, wilson, type Interval } from '../../src/measures/statistics.ts';

function rounded(interval: Interval | null, digits: number): readonly number[] | null {
  return interval === null ? null : [Number(interval.low.toFixed(digits)), Number(interval.high.toFixed(digits))];
}

const share = fc.integer({ min: 1, max: 1_000_000 }).chain((n) => fc.record({ n: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));

describe('Wilson interval of a share', () => {
  test.each([
    [19, 20, 76, 99],
    [9, 10, 60, 98],
  ])('%d of %d: %d to %d %', (hits, n, low, high) => {
    const found = wilson(hits, n) as Interval;
    expect([found.low, found.high].map((edge) => Math.round(edge * 100))).toEqual([low, high]);
  });

  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3; the others by the formula.
  test.each([
    [19, 20, 0.7639, 0.9911],
    [9, 10, 0.5958, 0.9821],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
  ])('%d of %d: %d to %d', (hits, n, low, high) => {
    expect(rounded(wilson(hits, n), 4)).toEqual([low, high]);
  });

  test('at 99 % by hand: 5 of 10, z = 2.575829, half width sqrt(2.5 + z^2 / 4) z / (10 + z^2)', () => {
    const half = (2.575829 / 16.634895) * Math.sqrt(2.5 + 6.634895 / 4);
    expect(rounded(wilson(5, 10, 0.99), 5)).toEqual([0.5 - half, 0.5 + half].map((edge) => Number(edge.toFixed(5))));
  });

  test('nobody asked is no value, and what is no share is refused', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
    expect(() => wilson(NaN, 2)).toThrow(RangeError);
  });

  test('holds the share, stays a share, and mirrors the misses', () => {
    fc.assert(
      fc.property(share, ({ hits, n }) => {
        const { low, high } = wilson(hits, n) as Interval;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(wilson(n - hits, n)?.low).toBeCloseTo(1 - high, 12);
      }),
    );
  });
});

describe('Newcombe interval of a difference of shares', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d of %d less %d of %d: %d to %d', (hits1, n1, hits2, n2, low, high) => {
    expect(rounded(newcombe(hits1, n1, hits2, n2), 4)).toEqual([low, high]);
  });

  test('one side without answers is no value', () => {
    expect(newcombe(0, 0, 1, 2)).toBeNull();
    expect(newcombe(1, 2, 0, 0)).toBeNull();
  });

  test('holds the difference and turns with its sign', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const { low, high } = newcombe(a.hits, a.n, b.hits, b.n) as Interval;
        expect(low).toBeLessThanOrEqual(a.hits / a.n - b.hits / b.n);
        expect(high).toBeGreaterThanOrEqual(a.hits / a.n - b.hits / b.n);
        expect(newcombe(b.hits, b.n, a.hits, a.n)?.high).toBeCloseTo(-low, 12);
      }),
    );
  });
});

describe('rates', () => {
  // F. Garwood, Biometrika 28 (1936) 437-442, and the tables made from it.
  test.each([
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [100, 81.364, 121.627],
  ])('the exact limits of a count of %d are %d and %d', (count, low, high) => {
    expect(rounded(poissonRate(count, 1), 3)).toEqual([low, high]);
  });

  test('are counts per exposure, per what is said', () => {
    const plain = poissonRate(10, 1) as Interval;
    const perThousand = poissonRate(10, 400, 1_000) as Interval;
    expect(perThousand.low).toBeCloseTo(plain.low * 2.5, 10);
    expect(perThousand.high).toBeCloseTo(plain.high * 2.5, 10);
    expect(poissonRate(3, 0)).toBeNull();
  });

  test('hold the rate', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 100_000 }), (count, exposure) => {
        const { low, high } = poissonRate(count, exposure) as Interval;
        expect(low).toBeLessThanOrEqual(count / exposure);
        expect(high).toBeGreaterThan(count / exposure);
      }),
    );
  });

  test('a difference by hand: 30/10 - 10/10 = 2, error sqrt(30/100 + 10/100) = 0.632456, times 1.959964 = 1.239590', () => {
    expect(rounded(rateDifference(30, 10, 10, 10), 5)).toEqual([0.76041, 3.23959]);
    // Breast cancer after fluoroscopy, Boice and Monson, JNCI 59 (1977) 823-832, as Stata's iri 41 15 28010 19017 gives it.
    expect(rounded(rateDifference(41, 28_010, 15, 19_017), 7)).toEqual([0.0000749, 0.0012751]);
    expect(rateDifference(1, 0, 1, 1)).toBeNull();
    expect(rateDifference(1, 1, 1, 0)).toBeNull();
  });

  test('a difference of few from the exact limits of each: 2 in 91 days (0.2422 to 7.2247) less 30 in 455 (20.2409 to 42.8269)', () => {
    const [low, high] = [Math.hypot((2 - 0.2422) / 91, (42.8269 - 30) / 455), Math.hypot((7.2247 - 2) / 91, (30 - 20.2409) / 455)];
    const difference = 2 / 91 - 30 / 455;
    expect(rounded(rateDifferenceOfFew(2, 91, 30, 455), 5)).toEqual([difference - low, difference + high].map((end) => Number(end.toFixed(5))));
    expect(rounded(rateDifferenceOfFew(30, 10, 10, 10), 5)).toEqual([0.71299, 3.38426]);
    expect(rateDifference(2, 91, 30, 455)!.high).toBeLessThan(0);
    expect(rateDifferenceOfFew(1, 0, 1, 1)).toBeNull();
    expect(rateDifferenceOfFew(1, 1, 1, 0)).toBeNull();
  });
});

describe('t interval of a mean', () => {
  test("Student's sleep data: 1.58, 0.7001 to 2.4599", () => {
    // Student, Biometrika 6 (1908) 1-25: hours of sleep gained by one drug over the other, ten patients.
    const extra = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];
    const sum = extra.reduce((total, value) => total + value, 0);
    const squares = extra.reduce((total, value) => total + value * value, 0);
    expect(rounded(meanInterval(10, sum, squares), 4)).toEqual([0.7001, 2.4599]);
  });

  test('large equal values have no width, and close ones theirs', () => {
    const large = 30_000_001;
    expect(meanInterval(3, 3 * large, 3 * large * large)).toEqual({ low: large, high: large });
    const offset = 10_000_000;
    const near = [offset, offset + 1, offset + 2];
    const squares = near.reduce((total, value) => total + value * value, 0);
    const width = 4.30265273 / Math.sqrt(3);
    expect(meanInterval(3, 3 * offset + 3, squares)?.high).toBeCloseTo(offset + 1 + width, 6);
  });

  test('a thousandth of variance survives sums of 1e18: 999 values of a million and one a unit higher', () => {
    const interval = meanInterval(1_000, 1_000_000_001, 1_000_000_002_000_001) as Interval;
    expect(interval.high - interval.low).toBeCloseTo(2 * 1.9623415 * Math.sqrt(0.001 / 1_000), 8);
  });

  test('one value has none', () => {
    expect(meanInterval(1, 5, 25)).toBeNull();
    expect(meanInterval(0, 0, 0)).toBeNull();
  });
});
