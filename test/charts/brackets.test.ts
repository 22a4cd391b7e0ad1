import { expect, test } from 'vitest';
import { narrowTheme, wideTheme } from '../../src/charts/index.ts';
import type { ProcessDrawing, SignalMark } from '../../src/report/model.ts';
import { COMPLAINTS, periods, regime, scale } from './cases.ts';
import { find, number, svgOf, textBoxes, type Width } from './reading.ts';

const HOURS = scale(0, 48, [0, '0'], [12, '12 h'], [24, '24 h'], [36, '36 h'], [48, '2 d']);
const WEEKS = 78;
const AIR = 2;

/** A year and a half of weeks about 21 hours, but for those given. */
function weeks(values: Readonly<Record<number, number>>, signals: readonly SignalMark[]): ProcessDrawing {
  const points = periods(
    '2025-03-03',
    7,
    Array.from({ length: WEEKS }, (_, at) => values[at] ?? 20 + (at % 3)),
  );
  const own = regime(0, WEEKS - 1, 21, { now: true, upper: 30, lower: 12.4, meanText: 'mean 21 h', limitText: 'limits' });
  return { ...COMPLAINTS, scale: HOURS, points, regimes: [own], events: [], signals };
}

interface Bracket {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly foot: number;
}

/** Brackets of a drawing: a level stroke with a short leg at each end. */
function brackets(svg: string): readonly Bracket[] {
  const all = find(svg, 'line', 'ev').map((one) => ({ x1: number(one, 'x1'), x2: number(one, 'x2'), y1: number(one, 'y1'), y2: number(one, 'y2') }));
  return all
    .filter(({ y1, y2 }) => y1 === y2)
    .map(({ x1, x2, y1: y }) => {
      const leg = all.find((one) => one.x1 === x1 && one.x2 === x1 && Math.abs(one.y2 - one.y1) < 7)!;
      return { x1, x2, y, foot: Math.abs(leg.y1 - y) < 0.01 ? leg.y2 : leg.y1 };
    });
}

const MANY: readonly SignalMark[] = [
  { from: 5, to: 5, text: 'week of 7 Apr: under the limits' },
  { from: 22, to: 22, text: 'week of 4 Aug: under the limits' },
  { from: 38, to: 45, text: 'eight weeks in a row over the mean: a signal by 19 Jan' },
  { from: 56, to: 56, text: 'week of 30 Mar: over the limits' },
  { from: 70, to: 77, text: 'eight weeks in a row under the mean: a signal by 10 Aug' },
];
const VALUES = { 5: 11, 22: 8, 56: 34, ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [38 + at, 24])) };

test.each(['wide', 'narrow'] as const)('a bracket stands at its points, however far its words (%s)', (width: Width) => {
  const drawing = weeks(VALUES, MANY);
  const svg = svgOf(drawing, width);
  const spots = find(svg, 'line', 'base')[0]!;
  const [left, right, base] = [number(spots, 'x1'), number(spots, 'x2'), number(spots, 'y1')];
  const height = (width === 'wide' ? wideTheme() : narrowTheme()).plotHeight;
  const x = (at: number): number => left + ((right - left) * at) / (WEEKS - 1);
  const found = brackets(svg);
  expect(found).toHaveLength(MANY.length);
  for (const { from, to } of MANY) {
    const one = found.find(({ x1, x2 }) => Math.abs((x1 + x2) / 2 - (x(from) + x(to)) / 2) < 1)!;
    const own = drawing.points.slice(from, to + 1).map(({ value }) => base - (value! / 48) * height);
    const gap = one.foot > one.y ? Math.min(...own) - one.foot : one.foot - Math.max(...own);
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(34);
  }
});

test.each(['wide', 'narrow'] as const)('neither a bracket at the first week nor its words lie on the numbers of the axis (%s)', (width: Width) => {
  for (const low of [2, 5, 7, 9, 11, 12]) {
    const svg = svgOf(weeks({ 0: low }, [{ from: 0, to: 0, text: 'week of 3 Mar: under the limits' }]), width);
    const boxes = textBoxes(svg);
    const numbers = boxes.filter(({ text }) => HOURS.ticks.some((tick) => tick.text === text));
    const said = boxes.filter(({ text }) => /week|limits$/.test(text) && text !== 'limits');
    const [bracket] = brackets(svg);
    expect(said.length).toBeGreaterThan(0);
    const over = [...said, { left: bracket!.x1, right: bracket!.x2, top: Math.min(bracket!.y, bracket!.foot), bottom: Math.max(bracket!.y, bracket!.foot) }];
    for (const one of over)
      for (const other of numbers)
        expect(one.left < other.right + AIR && one.top < other.bottom && other.top < one.bottom, `${low} h, ${other.text}`).toBe(false);
  }
});
