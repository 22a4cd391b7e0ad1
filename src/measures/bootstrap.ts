import { quantile, type Interval } from './statistics.ts';

/**
 * Percentile bootstrap interval (95 %) of a statistic of the values; null for fewer than 2 values and where a resample
 * has no value (NaN). The same values, seed and number of resamples give the same interval on every machine.
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 */
export function bootstrapInterval(
  values: readonly number[] | Float64Array,
  statistic: (sample: Float64Array) => number,
  seed: number,
  resamples: number = 2000,
): Interval | null {
  if (values.length < 2) return null;
  const random = mulberry32(seed);
  const sample = new Float64Array(values.length);
  const results = new Float64Array(resamples);
  for (let round = 0; round < resamples; round++) {
    for (let i = 0; i < sample.length; i++) sample[i] = values[Math.floor(random() * values.length)] as number;
    results[round] = statistic(sample);
  }
  if (results.some(Number.isNaN)) return null;
  results.sort();
  return { low: quantile(results, 0.025), high: quantile(results, 0.975) };
}

/**
 * Numbers from 0 up to 1 with 32 random bits each, always the same for one seed (an integer, taken modulo 2^32).
 * Source: mulberry32 by T. Ettinger (public domain): a Weyl sequence put through a mixing function, period 2^32.
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
