import { describe, expect, test } from 'vitest';
import type { History } from '../../src/report/material.ts';
import type { ProcessDrawing } from '../../src/report/model.ts';
import { processChart, processOf } from '../../src/report/process.ts';
import { trendTitle } from '../../src/report/trend.ts';
import { day } from '../measures/facts-of.ts';

const cell = { hits: NaN, exposure: NaN, low: NaN, high: NaN, p90: NaN, assumed: false };

/** Weeks from 6 January 2025 on, each with a value and its rows; a value of null is none. */
const weeks = (all: readonly (readonly [value: number | null, n: number])[]): History => ({
  starts: all.map((_, at) => day('2025-01-06') + 7 * at),
  cells: all.map(([value, n]) => ({ ...cell, value: value ?? NaN, n })),
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const titleOf = (all: Parameters<typeof weeks>[0]) => plain(trendTitle(processOf('duration', weeks(all), []), 'tickets'));

const HOUR = 3_600_000;
const steady = Array.from({ length: 20 }, (_, at) => [(98 + 4 * (at % 2)) * HOUR, 30] as const);
const far = [
  [150 * HOUR, 30],
  [50 * HOUR, 30],
] as const;
const none = (n: number) => Array.from({ length: 13 }, () => [null, n] as const);

describe('the title of a trend', () => {
  test('says of newest weeks without any row that there is no data, not that there is no signal', () => {
    expect(titleOf([...steady, ...far, ...none(0)])).toBe('No data since the week of 2 Jun 2025, 2 signals before');
    expect(titleOf([...steady, ...none(0)])).toBe('No data since the week of 19 May 2025');
  });

  test('says of newest weeks with too few rows just that', () => {
    expect(titleOf([...steady, ...far, ...none(3)])).toBe('None of the last 13 weeks has 10 tickets, 2 signals before');
  });

  test('speaks of no signal where there are weeks to show one', () => {
    expect(titleOf([...steady, ...far, ...steady.slice(0, 14)])).toBe('No signal in the last 13 weeks, 2 signals before');
  });
});

describe('the signals of a process', () => {
  /** Every 25th week stands far from the others, over and under them in turn. */
  const chartOf = (signals: number) => {
    const value = (at: number) => (at % 25 === 24 ? (at % 50 === 24 ? 150 : 50) : 98 + 4 * (at % 2));
    const all = Array.from({ length: 25 * signals }, (_, at) => [value(at), 30] as const);
    return processChart(processOf('count', weeks(all), []), { id: 'x', measure: 'A11-count', title: 'x', subtitle: 'x', foot: 'a.csv', rows: 'complaints' });
  };

  test('are marked, the newest six of more, and the foot says that there are more', () => {
    const nine = chartOf(9);
    const marks = (nine.drawing as ProcessDrawing).signals;
    expect(marks.map(({ to }) => to)).toEqual([99, 124, 149, 174, 199, 224]);
    expect(nine.foot).toBe('a.csv · at most the newest 6 of 9 signals are marked');
  });

  test('are all marked up to six, and nothing is said of it', () => {
    const three = chartOf(3);
    expect((three.drawing as ProcessDrawing).signals).toHaveLength(3);
    expect(three.foot).toBe('a.csv');
  });

  test('are worse over the mean of what there should be less of, and neither where nothing says so', () => {
    expect(chartOf(3).turn).toBe('worse');
    const process = processOf('count', weeks([...steady, ...far]), []);
    expect(processChart(process, { id: 'x', title: 'x', subtitle: 'x', foot: '', rows: 'contacts' })).not.toHaveProperty('turn');
  });
});
