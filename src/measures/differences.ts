import jstat from 'jstat';
import { quantile, type Interval } from './statistics.ts';

const UPPER_TAIL = 0.975;
const Z95 = jstat.normal.inv(UPPER_TAIL, 0, 1);

/**
 * Interval (95 %) of the ratio of two Poisson rates, (count1/exposure1) / (count2/exposure2), exact given the sum of
 * both counts; null without either exposure or without any count. A high bound of Infinity = none.
 * Source: J. Przyborowski and H. Wilenski, Biometrika 31 (1940) 313-323, with the binomial limits of C. J. Clopper and
 * E. S. Pearson, Biometrika 26 (1934) 404-413.
 */
export function rateRatio(count1: number, exposure1: number, count2: number, exposure2: number): Interval | null {
  const all = count1 + count2;
  if (!(exposure1 > 0) || !(exposure2 > 0) || all === 0) return null;
  const low = count1 === 0 ? 0 : jstat.beta.inv(1 - UPPER_TAIL, count1, count2 + 1);
  const high = count2 === 0 ? 1 : jstat.beta.inv(UPPER_TAIL, count1 + 1, count2);
  const ratio = (share: number): number => (share === 1 ? Infinity : (share / (1 - share)) * (exposure2 / exposure1));
  return { low: ratio(low), high: ratio(high) };
}

/** Fewest values from which the spread of a median is told. */
const FEWEST = 6;

/**
 * Interval (95 %) of the difference of the medians of two independent samples, first - second, each ascending and
 * without NaN; null for fewer than 6 values in either. The spread of each median comes from two of its own values in
 * their order, so that no shape of distribution is assumed and nothing is drawn by chance.
 * Source: R. M. Price and D. G. Bonett, Journal of Statistical Computation and Simulation 72 (2002) 119-124.
 */
export function medianDifference(first: Float64Array | readonly number[], second: Float64Array | readonly number[]): Interval | null {
  if (first.length < FEWEST || second.length < FEWEST) return null;
  const difference = quantile(first, 0.5) - quantile(second, 0.5);
  const half = Z95 * Math.hypot(medianDeviation(first), medianDeviation(second));
  return { low: difference - half, high: difference + half };
}

function medianDeviation(sorted: Float64Array | readonly number[]): number {
  const n = sorted.length;
  const rank = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  const outside = 2 * jstat.binomial.cdf(rank - 1, n, 0.5);
  return (sorted[n - rank]! - sorted[rank - 1]!) / (2 * jstat.normal.inv(1 - outside / 2, 0, 1));
}

/** How many values there are, their sum, and the sum of their squares. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/**
 * Welch's t interval (95 %) of the difference of two means, first - second, of samples with spreads of their own; null
 * for fewer than 2 values in either and where neither has any spread. Source: B. L. Welch, Biometrika 34 (1947) 28-35.
 */
export function meanDifference(first: Moments, second: Moments): Interval | null {
  if (first.n < 2 || second.n < 2) return null;
  const [a, b] = [squaredError(first), squaredError(second)];
  if (a + b === 0) return null;
  const freedom = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const half = jstat.studentt.inv(UPPER_TAIL, freedom) * Math.sqrt(a + b);
  const difference = first.sum / first.n - second.sum / second.n;
  return { low: difference - half, high: difference + half };
}

function squaredError({ n, sum, sumSquares }: Moments): number {
  return Math.max(0, sumSquares - sum ** 2 / n) / (n - 1) / n;
}
