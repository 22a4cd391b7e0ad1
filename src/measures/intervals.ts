import { meanInterval, medianInterval, poissonRate, studentQuantile, type Interval } from './statistics.ts';

/** The intervals that cells share, kept by the whole numbers that they depend on. NaN bounds = no interval. */
export interface Intervals {
  /** Of a count's mean, to be multiplied by the factor of a rate. */
  count(count: number): Interval;
  /** Ranks (0 = smallest) of the values that hold the median of n values. */
  medianRanks(n: number): Interval;
  mean(n: number, sum: number, sumSquares: number): Interval;
}

export const NONE: Interval = { low: NaN, high: NaN };

/** What a mean can be of numbers that count or last, and of differences of two shares. */
export const NOT_NEGATIVE: Interval = { low: 0, high: Infinity };
export const SHARES_APART: Interval = { low: -1, high: 1 };

/** Intervals computed once each; a set serves one run, so that memory ends with it. */
export function intervalsKept(): Intervals {
  const counts = new Map<number, Interval>();
  const ranks = new Map<number, Interval>();
  const quantiles = new Map<number, number>();
  const student = (freedom: number): number => {
    const found = quantiles.get(freedom) ?? studentQuantile(freedom);
    quantiles.set(freedom, found);
    return found;
  };
  let ladder = new Float64Array(0);
  return {
    count: (count) => kept(counts, count, () => poissonRate(count, 1)),
    medianRanks: (n) =>
      kept(ranks, n, () => {
        if (ladder.length < n) ladder = Float64Array.from({ length: n * 2 }, (_, rank) => rank);
        return medianInterval(ladder.subarray(0, n));
      }),
    mean: (n, sum, sumSquares) => meanInterval(n, sum, sumSquares, student) ?? NONE,
  };
}

function kept<K>(store: Map<K, Interval>, key: K, compute: () => Interval | null): Interval {
  const found = store.get(key);
  if (found !== undefined) return found;
  const interval = compute() ?? NONE;
  store.set(key, interval);
  return interval;
}
