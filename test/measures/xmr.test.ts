import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segments, xmr } from '../../src/measures/xmr.ts';

// Sum 126 of 12, mean 10.5. Moving ranges 2 1 2 1 2 1 2 1 2 1 2: sum 17 of 11, mean 1.545455, times 2.66 = 4.110909.
const STEADY = [10, 12, 11, 9, 10, 12, 11, 9, 10, 12, 11, 9];
const UPPER = 14.610909;
const LOWER = 6.389091;
const BASELINE = { baseline: [0, 11] } as const;

function repeated(value: number, count: number): number[] {
  return Array.from({ length: count }, () => value);
}

function above(count: number): number[] {
  return repeated(11, count);
}

describe('limits', () => {
  test('are the mean and 2.66 mean moving ranges on either side', () => {
    const chart = xmr(STEADY);
    expect(chart.mean).toBe(10.5);
    expect(chart.upper).toBeCloseTo(UPPER, 6);
    expect(chart.lower).toBeCloseTo(LOWER, 6);
    expect(chart).toMatchObject({ baselineCount: 12, limited: true, signals: [] });
  });

  test('of a published series: NIST/SEMATECH e-Handbook 6.3.2.2, flow rates of ten batches, 45.82 to 55.80', () => {
    const chart = xmr([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1], { minBaseline: 10 });
    expect(chart.mean).toBeCloseTo(50.81, 10);
    expect([chart.lower, chart.upper].map((limit) => limit?.toFixed(2))).toEqual(['45.82', '55.80']);
    expect(chart.signals).toEqual([]);
  });

  test('come from the baseline only', () => {
    const chart = xmr([...STEADY, 100, 3], BASELINE);
    expect([chart.mean, chart.baselineCount]).toEqual([10.5, 12]);
    expect(chart.upper).toBeCloseTo(UPPER, 6);
  });

  test('a gap breaks the moving range', () => {
    // Without the ninth value and with 10 at the end: sum 126 of 12 again; ranges 2 1 2 1 2 1 2, then 1 2 1: 15 of 10.
    const chart = xmr([10, 12, 11, 9, 10, 12, 11, 9, null, 12, 11, 9, 10]);
    expect(chart.mean).toBe(10.5);
    expect(chart.upper).toBeCloseTo(10.5 + 2.66 * 1.5, 10);
  });

  test('an unusable point sets no limit and yet can signal', () => {
    const chart = xmr([...STEADY, 40], { usable: [...STEADY.map(() => true), false] });
    expect(chart.upper).toBeCloseTo(UPPER, 6);
    expect(chart.signals).toEqual([{ kind: 'outside', side: 'above', from: 12, to: 12, at: 12 }]);
  });

  test('beyond what is possible there are none', () => {
    expect(xmr(STEADY, { floor: 7 }).lower).toBeNull();
    expect(xmr(STEADY, { ceiling: 14 }).upper).toBeNull();
    expect(xmr(STEADY, { floor: 6, ceiling: 15 }).lower).toBeCloseTo(LOWER, 6);
    expect(xmr([...STEADY, 0, 1], { ...BASELINE, floor: 7 }).signals).toEqual([]);
    expect(xmr(STEADY, { floor: 7 }).limited).toBe(true);
  });

  test('fewer than 12 points give neither limits nor signals', () => {
    const chart = xmr([...STEADY.slice(0, 11), null, 500, 500], { baseline: [0, 11] });
    expect(chart).toEqual({ mean: 117 / 11, lower: null, upper: null, baselineCount: 11, limited: false, signals: [] });
    expect(xmr(STEADY.slice(0, 6), { minBaseline: 6 }).limited).toBe(true);
    expect(xmr([null, null])).toMatchObject({ mean: null, baselineCount: 0, limited: false });
    expect(xmr([]).mean).toBeNull();
  });

  test('points without neighbours give none either', () => {
    const scattered = STEADY.flatMap((value) => [value, null]);
    expect(xmr(scattered)).toMatchObject({ baselineCount: 12, limited: false, upper: null });
  });
});

describe('signals', () => {
  test('a point outside, on either side, but not one on the limit', () => {
    const onLimit = xmr(STEADY).upper as number;
    const chart = xmr([...STEADY, 14.7, 6.3, onLimit], BASELINE);
    expect(chart.signals).toEqual([
      { kind: 'outside', side: 'above', from: 12, to: 12, at: 12 },
      { kind: 'outside', side: 'below', from: 13, to: 13, at: 13 },
    ]);
  });

  test('eight in a row on one side, not seven', () => {
    expect(xmr([...STEADY, ...above(7)], BASELINE).signals).toEqual([]);
    expect(xmr([...STEADY, ...above(8)], BASELINE).signals).toEqual([{ kind: 'run', side: 'above', from: 12, to: 19, at: 19 }]);
    expect(xmr([...STEADY, 11, ...above(9), 9], BASELINE).signals).toEqual([{ kind: 'run', side: 'above', from: 12, to: 21, at: 19 }]);
    expect(xmr([...STEADY, 11, ...repeated(8, 8)], BASELINE).signals).toMatchObject([{ kind: 'run', side: 'below', from: 13, to: 20 }]);
  });

  test('a gap neither counts nor breaks a run', () => {
    expect(xmr([...STEADY, ...above(4), null, ...above(3)], BASELINE).signals).toEqual([]);
    expect(xmr([...STEADY, ...above(4), null, ...above(4)], BASELINE).signals).toEqual([{ kind: 'run', side: 'above', from: 12, to: 20, at: 20 }]);
  });

  test('a point on the mean breaks a run, also where the mean is not exact', () => {
    expect(xmr([...STEADY, ...above(4), 10.5, ...above(4)], BASELINE).signals).toEqual([]);
    const thousandths = STEADY.map((value) => value / 1_000);
    const run = above(4).map((value) => value / 1_000);
    expect(xmr(thousandths).mean).toBeLessThan(0.0105);
    expect(xmr([...thousandths, ...run, 0.0105, ...run], BASELINE).signals).toEqual([]);
  });

  test('equal values are quiet', () => {
    const anyValue = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0);
    fc.assert(
      fc.property(anyValue, fc.integer({ min: 12, max: 60 }), (value, n) => {
        const chart = xmr(repeated(value, n));
        expect(chart).toMatchObject({ mean: value, lower: value, upper: value, signals: [] });
      }),
    );
  });
});

const series = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 6 }), { minLength: 1, maxLength: 80 });

describe('laws', () => {
  test('mirrored values give mirrored limits and signals', () => {
    fc.assert(
      fc.property(series, (values) => {
        const chart = xmr(values);
        const mirror = xmr(values.map((value) => (value === null ? null : 100 - value)));
        if (chart.upper !== null) expect(mirror.lower).toBeCloseTo(100 - chart.upper, 9);
        const turned = mirror.signals.map((signal) => ({
          ...signal,
          side: signal.side === 'above' ? 'below' : 'above',
        }));
        expect(turned).toEqual(chart.signals);
      }),
    );
  });

  test('every signal is one by the rule', () => {
    fc.assert(
      fc.property(series, (values) => {
        const { mean, lower, upper, signals } = xmr(values);
        for (const { kind, from, to, at, side } of signals) {
          const points = values.slice(from, to + 1).filter((value) => value !== null);
          expect(points.every((value) => (side === 'above' ? value > Number(mean) : value < Number(mean)))).toBe(true);
          expect(values.slice(from, at + 1).filter((value) => value !== null)).toHaveLength(kind === 'run' ? 8 : 1);
          if (kind === 'outside') expect(Number(points[0]) > Number(upper) || Number(points[0]) < Number(lower)).toBe(true);
        }
      }),
    );
  });
});

describe('segments', () => {
  test('re-base at a break and are held against the one before', () => {
    const after = [8, 9, 8, 7, 8, 9, 8, 7, 8, 9, 8, 7];
    const [first, second] = segments([...STEADY, ...after], [12]);
    expect(first).toMatchObject({ from: 0, to: 11, againstPrevious: null, chart: { mean: 10.5 } });
    // Sum 96 of 12, mean 8; eleven moving ranges of 1, so the limits are 8 ± 2.66. All twelve lie under the old 10.5.
    expect(second).toMatchObject({ from: 12, to: 23, chart: { mean: 8, baselineCount: 12, signals: [] } });
    expect(second?.chart.upper).toBeCloseTo(10.66, 10);
    expect(second?.againstPrevious).toEqual([{ kind: 'run', side: 'below', from: 12, to: 23, at: 19 }]);
  });

  test('short ones still show against the one before, and nothing is held against them', () => {
    const [, second, third] = segments([...STEADY, 20, 9, 10, ...STEADY], [15, 12]);
    expect(second?.chart.limited).toBe(false);
    expect(second?.againstPrevious).toEqual([{ kind: 'outside', side: 'above', from: 12, to: 12, at: 12 }]);
    expect(third).toMatchObject({ from: 15, to: 26, againstPrevious: null, chart: { mean: 10.5, limited: true } });
  });

  test('a run does not cross a break within a segment of its own', () => {
    const values = [...STEADY, ...above(4), ...STEADY];
    expect(segments(values, [14]).flatMap(({ chart }) => chart.signals)).toEqual([]);
  });

  test('breaks that cut nothing off are left out', () => {
    expect(segments(STEADY, [0, -3, 12, 40])).toHaveLength(1);
    expect(segments(STEADY, [6, 6]).map(({ from, to }) => [from, to])).toEqual([
      [0, 5],
      [6, 11],
    ]);
    expect(segments([], [1])).toEqual([]);
  });

  test('without breaks there is one chart, that of the series', () => {
    fc.assert(
      fc.property(series, (values) => {
        expect(segments(values, [])[0]?.chart).toEqual(xmr(values));
      }),
    );
  });
});
