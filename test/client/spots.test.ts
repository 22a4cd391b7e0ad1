import { describe, expect, test } from 'vitest';
import { led, nearest, spotsOf } from '../../src/client/spots.ts';

describe('the places of a drawing', () => {
  test('are read in order, those without a value left out', () => {
    expect(spotsOf('42,102.7LL60.9,93.3', [])).toEqual([
      { x: 42, y: 102.7, row: 0 },
      { x: 60.9, y: 93.3, row: 2 },
    ]);
    expect(spotsOf('1,2L3,4', [7, 5]).map(({ row }) => row)).toEqual([7, 5]);
    expect(spotsOf('', [])).toEqual([]);
    expect(spotsOf('nonsenseL1', [])).toEqual([]);
  });

  test('are found by the axis that they follow each other on, then by the other', () => {
    const spots = spotsOf('10,50L20,10L20,90', []);
    expect(nearest(spots, { x: 12, y: 0 }, 'x')).toBe(0);
    expect(nearest(spots, { x: 40, y: 80 }, 'x')).toBe(2);
    expect(nearest(spots, { x: 0, y: 14 }, 'y')).toBe(1);
    expect(nearest([], { x: 0, y: 0 }, 'y')).toBe(-1);
  });

  test('are found by both axes where they lie anywhere', () => {
    const spots = spotsOf('10,50L20,10L24,90', []);
    expect(nearest(spots, { x: 22, y: 45 }, 'xy')).toBe(0);
    expect(nearest(spots, { x: 12, y: 14 }, 'xy')).toBe(1);
    expect(nearest([], { x: 0, y: 0 }, 'xy')).toBe(-1);
  });

  test('are gone through by arrow keys, from either end, and not beyond', () => {
    expect(led('ArrowRight', -1, 3)).toBe(0);
    expect(led('ArrowLeft', -1, 3)).toBe(2);
    expect(led('ArrowDown', 1, 3)).toBe(2);
    expect(led('ArrowRight', 2, 3)).toBe(2);
    expect(led('ArrowUp', 0, 3)).toBe(0);
    expect(led('Home', 2, 3)).toBe(0);
    expect(led('End', 0, 3)).toBe(2);
    expect(led('Tab', 0, 3)).toBeNull();
  });
});
