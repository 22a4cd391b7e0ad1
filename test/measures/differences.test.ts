import { expect, test } from 'vitest';
import { mulberry32 } from '../../src/measures/bootstrap.ts';
import { meanDifference, medianDifference, rateRatio, type Moments } from '../../src/measures/differences.ts';

test('the ratio of two rates has its exact interval', () => {
  // Breast cancer after fluoroscopy (Boice and Monson 1977), 41 in 28,010 person-years against 15 in 19,017: exact limits 1.0057 to 3.6093.
  const ratio = rateRatio(41, 28_010, 15, 19_017)!;
  expect(ratio.low).toBeCloseTo(1.00568, 4);
  expect(ratio.high).toBeCloseTo(3.6093, 4);
  expect(rateRatio(0, 10, 0, 10)).toBeNull();
  expect(rateRatio(3, 0, 4, 10)).toBeNull();
  expect(rateRatio(0, 10, 4, 10)!.low).toBe(0);
  expect(rateRatio(4, 10, 0, 10)!.high).toBe(Infinity);
});

test('the difference of two medians by ranks', () => {
  // Nine values each: the 2nd and 8th of a sample span 2 × 2.0624 deviations of its median.
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const found = medianDifference(
    nine,
    nine.map((value) => value + 10),
  )!;
  expect(found.low).toBeCloseTo(-14.0297, 4);
  expect(found.high).toBeCloseTo(-5.9703, 4);
  expect(medianDifference(nine, [1, 2, 3, 4, 5])).toBeNull();
});

test('the interval of two medians holds the truth in about 95 of 100 samples', () => {
  const random = mulberry32(7);
  const sample = (n: number) => Array.from({ length: n }, () => -Math.log(1 - random())).sort((a, b) => a - b);
  const rounds = 2000;
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const { low, high } = medianDifference(sample(30), sample(45))!;
    if (low <= 0 && high >= 0) held++;
  }
  expect(held / rounds).toBeGreaterThan(0.935);
  expect(held / rounds).toBeLessThan(0.985);
});

test('Welch’s interval of two means', () => {
  const moments = (values: readonly number[]): Moments => ({
    n: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    sumSquares: values.reduce((sum, value) => sum + value ** 2, 0),
  });
  const a = moments([27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4]);
  const b = moments([27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4]);
  const { low, high } = meanDifference(a, b)!;
  // The published example has t = -2.46 on 24.99 degrees of freedom, whose 97.5 % quantile is 2.0596.
  const deviation = (high - low) / 2 / 2.0596;
  expect((low + high) / 2 / deviation).toBeCloseTo(-2.46, 2);
  expect(meanDifference(a, { n: 1, sum: 1, sumSquares: 1 })).toBeNull();
  expect(meanDifference({ n: 2, sum: 4, sumSquares: 8 }, { n: 2, sum: 6, sumSquares: 18 })).toBeNull();
});
