import { expect, test } from 'vitest';
import { complaintsPage } from '../../src/report/complaints.ts';
import type { Chart } from '../../src/report/model.ts';
import { responsePage } from '../../src/report/response.ts';
import { durationScale, unitsOn } from '../../src/report/scales.ts';
import { openHours } from '../../src/report/words.ts';
import { demo } from './material-of.ts';
import { chartsOf } from './page-rules.ts';

const HOUR = 3_600_000;

test.each([
  [2 / 3, 'minutes'],
  [1.6, 'hours and minutes'],
  [3, 'hours'],
  [40, 'days and hours'],
  [120, 'days'],
  [9000, 'days'],
])('an axis up to %d hours is written in %s', (hours, units) => {
  expect(unitsOn(durationScale([hours * HOUR]))).toBe(units);
});

test('an axis of opening hours is never in days', () => {
  for (const hours of [3, 40, 120, 9000]) expect(unitsOn(durationScale([hours * HOUR], openHours), openHours)).toBe('hours');
});

test('the words under a title name the units that stand on the axis', async () => {
  const material = await demo();
  const unitsIn = ({ drawing }: Chart): readonly string[] => {
    const ticks = 'scale' in drawing ? drawing.scale.ticks.map(({ text }) => text) : [];
    return [/\u00a0d\b/, /\u00a0h\b/, /\u00a0min\b/]
      .map((unit, at) => (ticks.some((text) => unit.test(text)) ? ['days', 'hours', 'minutes'][at]! : ''))
      .filter(Boolean);
  };
  const told = [responsePage(material), complaintsPage(material)].flatMap(chartsOf).flatMap((chart) => {
    const units = /, ((?:days|hours|minutes)(?: and (?:hours|minutes))?), n\u00a0=/.exec(chart.subtitle)?.[1];
    return units === undefined ? [] : [{ id: chart.id, units, axis: unitsIn(chart).join(' and ') }];
  });
  expect(told.map(({ id, axis }) => [id, axis])).toEqual(told.map(({ id, units }) => [id, units]));
  expect(told.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['resolution-by-week', 'resolution-by-month', 'resolution-elapsed', 'complaint-answer-times']),
  );
  expect(new Set(told.map(({ units }) => units)).size).toBeGreaterThan(2);
});
