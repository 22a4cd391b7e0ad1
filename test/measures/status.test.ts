import { describe, expect, test } from 'vitest';
import { satisfactionBand, statusOf, statusOfCell, type Target } from '../../src/measures/status.ts';
import { contextAt, factsOf } from './facts-of.ts';

const band: Target = { side: 'band', low: 0.85, high: 0.95 };

describe('the four words', () => {
  test.each([
    [0.85, 0.99, 'meets'],
    [0.96, 0.99, 'meets'],
    [0.849, 0.99, 'cannot tell'],
    [0.5, 0.85, 'cannot tell'],
    [0.5, 0.849, 'below'],
  ] as const)('%d to %d against a band from 0.85: %s', (low, high, status) => {
    expect(statusOf({ low, high }, 10, band)).toBe(status);
    expect(statusOf({ low, high }, 10, { side: 'at least', value: 0.85 })).toBe(status);
    expect(statusOf({ low, high }, 9, band)).toBe('not enough answers');
  });

  test.each([
    [10, 30, 'meets'],
    [10, 31, 'cannot tell'],
    [30, 40, 'cannot tell'],
    [31, 40, 'below'],
  ] as const)('%d to %d against at most 30: %s', (low, high, status) => {
    expect(statusOf({ low, high }, 10, { side: 'at most', value: 30 })).toBe(status);
  });

  test('without an interval nothing can be told', () => {
    expect(statusOf(null, 100, band)).toBe('cannot tell');
    expect(statusOf({ low: NaN, high: NaN }, 100, band)).toBe('cannot tell');
  });

  test('a rate has its exposure as population: no complaint in 500 contacts is an answer', () => {
    const rate = { value: 0, n: 0, hits: 0, exposure: 500, low: 0, high: 7.4, p90: NaN, assumed: false };
    expect(statusOfCell('rate', rate, { side: 'at most', value: 30 })).toBe('meets');
    expect(statusOfCell('share', rate, { side: 'at most', value: 30 })).toBe('not enough answers');
  });
});

test('a client’s own band goes before the firm’s', () => {
  const facts = factsOf({}, [{ name: 'Alder', targetLow: 90, targetHigh: 97 }, { name: 'Birch' }]);
  const context = contextAt('2026-03-15', facts, { targets: { satisfaction: [80, 92] } });
  expect(satisfactionBand(context, 0)).toEqual({ side: 'band', low: 0.9, high: 0.97 });
  expect(satisfactionBand(context, 1)).toEqual({ side: 'band', low: 0.8, high: 0.92 });
  expect(satisfactionBand(context, -1)).toEqual({ side: 'band', low: 0.8, high: 0.92 });
});
