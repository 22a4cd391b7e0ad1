import type { CellValue } from '../measures/measure.ts';
import { wilson } from '../measures/statistics.ts';

const NO_INTERVAL = { low: NaN, high: NaN };

/** Hits of a population as a figure with its Wilson interval; without a population it has no value. */
export function shareCell(hits: number, n: number): CellValue {
  const { low, high } = wilson(hits, n) ?? NO_INTERVAL;
  return { value: n === 0 ? NaN : hits / n, n, hits, low, high, exposure: NaN, p90: NaN, assumed: false };
}
