import jstat from 'jstat';

/** A two-sided confidence interval, 95 % where nothing else is said. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const LEVEL = 0.95;
const UPPER_TAIL = (1 + LEVEL) / 2;
const Z95 = jstat.normal.inv(UPPER_TAIL, 0, 1);

/**
 * Wilson score interval of a share hits/n, within 0 to 1; null without a population (n = 0).
 * Throws RangeError when hits are no part of n. Source: E. B. Wilson, JASA 22 (1927) 209-212.
 */
export function wilson(hits: number, n: number, level: number = LEVEL): Interval | null {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`No share: ${hits} of ${n}.`);
  if (n === 0) return null;
  const z = level === LEVEL ? Z95 : jstat.normal.inv((1 + level) / 2, 0, 1);
  const centre = (hits + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4);
  return { low: hits === 0 ? 0 : centre - half, high: hits === n ? 1 : centre + half };
}

/**
 * Interval of the difference of two independent shares, hits1/n1 - hits2/n2; null when either has no population.
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10 (Wilson score limits, no correction).
 */
export function newcombe(hits1: number, n1: number, hits2: number, n2: number): Interval | null {
  const first = wilson(hits1, n1);
  const second = wilson(hits2, n2);
  if (first === null || second === null) return null;
  const [share1, share2] = [hits1 / n1, hits2 / n2];
  return {
    low: share1 - share2 - Math.hypot(share1 - first.low, second.high - share2),
    high: share1 - share2 + Math.hypot(first.high - share1, share2 - second.low),
  };
}

/**
 * Exact interval of the rate count/exposure * per of a Poisson count; null without exposure.
 * Source: F. Garwood, Biometrika 28 (1936) 437-442, by quantiles of chi-squared.
 */
export function poissonRate(count: number, exposure: number, per: number = 1): Interval | null {
  if (exposure === 0) return null;
  const scale = per / exposure;
  const low = count === 0 ? 0 : jstat.chisquare.inv(1 - UPPER_TAIL, 2 * count) / 2;
  return { low: low * scale, high: (jstat.chisquare.inv(UPPER_TAIL, 2 * count + 2) / 2) * scale };
}

/**
 * Wald interval of the difference of two Poisson rates, count1/exposure1 - count2/exposure2; null without either
 * exposure. Two counts of zero give an interval without width, which says nothing about certainty.
 */
export function rateDifference(count1: number, exposure1: number, count2: number, exposure2: number): Interval | null {
  if (exposure1 === 0 || exposure2 === 0) return null;
  const difference = count1 / exposure1 - count2 / exposure2;
  const half = Z95 * Math.sqrt(count1 / exposure1 ** 2 + count2 / exposure2 ** 2);
  return { low: difference - half, high: difference + half };
}

/**
 * Interval of the difference of two Poisson rates, count1/exposure1 - count2/exposure2, that holds for few rows too: made
 * from the exact interval of each; null without either exposure.
 * Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693-1702, with Garwood's limits.
 */
export function rateDifferenceOfFew(count1: number, exposure1: number, count2: number, exposure2: number): Interval | null {
  const [one, two] = [poissonRate(count1, exposure1), poissonRate(count2, exposure2)];
  if (one === null || two === null) return null;
  const [rate1, rate2] = [count1 / exposure1, count2 / exposure2];
  const difference = rate1 - rate2;
  return { low: difference - Math.hypot(rate1 - one.low, two.high - rate2), high: difference + Math.hypot(one.high - rate1, rate2 - two.low) };
}

/**
 * Student's t interval of a mean from n values, their sum and the sum of their squares; null for n < 2. The variance is
 * taken from n * sumSquares - sum^2 without rounding in between, so that large equal values have none.
 */
export function meanInterval(n: number, sum: number, sumSquares: number, student: (freedom: number) => number = studentQuantile): Interval | null {
  if (n < 2) return null;
  const variance = Math.max(0, differenceOfProducts(n, sumSquares, sum, sum)) / n / (n - 1);
  const half = student(n - 1) * Math.sqrt(variance / n);
  return { low: sum / n - half, high: sum / n + half };
}

/** An interval within what is possible: a mean of values that are never below zero is not below it either. Bounds of NaN stay. */
export function within({ low, high }: Interval, possible: Interval): Interval {
  return { low: Math.max(low, possible.low), high: Math.min(high, possible.high) };
}

/** How far a two-sided 95 % interval of Student's t reaches at some degrees of freedom. */
export function studentQuantile(freedom: number): number {
  return jstat.studentt.inv(UPPER_TAIL, freedom);
}

/**
 * The quantile at p (0 to 1) of ascending values without NaN, by linear interpolation; NaN when there are none.
 * Source: definition 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361-365.
 */
export function quantile(sorted: Float64Array | readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[below + 1] ?? low;
  return Math.min(high, low + (high - low) * (place - below));
}

/**
 * Distribution-free interval of the median of ascending values without NaN: two order statistics that hold it with at
 * least 95 %; null for fewer than 6 values, which cannot. Source: H. A. David and H. N. Nagaraja, Order Statistics (2003), 7.1.
 */
export function medianInterval(sorted: Float64Array | readonly number[]): Interval | null {
  const n = sorted.length;
  if (n < 6) return null;
  const tail = (outside: number): number => jstat.binomial.cdf(outside, n, 0.5);
  let outside = Math.max(0, Math.floor((n - Z95 * Math.sqrt(n)) / 2) - 1);
  while (outside > 0 && tail(outside) > 1 - UPPER_TAIL) outside--;
  while (tail(outside + 1) <= 1 - UPPER_TAIL) outside++;
  return { low: sorted[outside] as number, high: sorted[n - 1 - outside] as number };
}

/** a*b - c*d with the rounding errors of both products kept (Dekker's product, Numerische Mathematik 18 (1971) 224-242). */
function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  return a * b - c * d + (productError(a, b) - productError(c, d));
}

function productError(a: number, b: number): number {
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return aLow * bLow - (a * b - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function halves(value: number): readonly [high: number, low: number] {
  const spread = value * 134_217_729;
  const high = spread - (spread - value);
  return [high, value - high];
}
