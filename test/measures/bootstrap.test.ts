import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapInterval, mulberry32 } from '../../src/measures/bootstrap.ts';

function mean(sample: Float64Array): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length;
}

describe('seeded numbers', () => {
  test('are those of the published generator', () => {
    const random = mulberry32(42);
    const bits = [random(), random(), random()].map((value) => value * 2 ** 32);
    expect(bits).toEqual([2_581_720_956, 1_925_393_290, 3_661_312_704]);
    expect(mulberry32(0)() * 2 ** 32).toBe(1_144_304_738);
  });

  test('fill 0 to 1 evenly', () => {
    const random = mulberry32(7);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100_000; i++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? NaN) + 1;
    }
    const chiSquared = tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(21.67);
  });
});

describe('bootstrap interval', () => {
  const values = Array.from({ length: 100 }, (_, index) => index);

  test('is near the normal one for a mean: 49.5 ± 1.96 x 28.866 / 10', () => {
    const interval = bootstrapInterval(values, mean, 1, 4_000);
    expect(interval?.low).toBeGreaterThan(43.84 - 0.6);
    expect(interval?.low).toBeLessThan(43.84 + 0.6);
    expect(interval?.high).toBeGreaterThan(55.16 - 0.6);
    expect(interval?.high).toBeLessThan(55.16 + 0.6);
  });

  test('follows from the seed alone', () => {
    expect(bootstrapInterval(values, mean, 5, 200)).toEqual(bootstrapInterval(values, mean, 5, 200));
    expect(bootstrapInterval(values, mean, 5, 200)).not.toEqual(bootstrapInterval(values, mean, 6, 200));
  });

  test('has no value for one value, or where the statistic has none', () => {
    expect(bootstrapInterval([3], mean, 1)).toBeNull();
    expect(bootstrapInterval(values, () => NaN, 1, 10)).toBeNull();
  });

  test('stays within the values', () => {
    const samples = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(samples, fc.integer(), (sample, seed) => {
        const interval = bootstrapInterval(sample, (drawn) => drawn[0] ?? NaN, seed, 50);
        expect(interval?.low).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(interval?.high).toBeLessThanOrEqual(Math.max(...sample));
      }),
    );
  });
});
