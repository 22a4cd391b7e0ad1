import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALWAYS_OPEN, workingTime, type CalendarSpec, type Opening } from '../../src/time/calendar.ts';
import { dayFromText, dayOf, weekday } from '../../src/time/weeks.ts';
import { zoneOf } from '../../src/time/zone.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const OFFICE: readonly Opening[] = [
  [540, 750],
  [780, 1050],
];
const SHOP: CalendarSpec = {
  zone: 'Europe/London',
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  holidays: ['2026-04-03', '2026-04-06'],
};
const DAY = 8 * HOUR;

function day(text: string): number {
  return dayFromText(text) ?? NaN;
}

function london(wall: string): number {
  return zoneOf('Europe/London')?.toEpoch(Date.parse(`${wall}Z`)) ?? NaN;
}

function open(from: string, to: string, spec: CalendarSpec = SHOP): number {
  return workingTime(spec, day('2026-01-01'), day('2026-12-31')).between(london(from), london(to));
}

describe('working time', () => {
  test('within and across openings', () => {
    expect(open('2026-03-02T10:00', '2026-03-02T11:15')).toBe(75 * MINUTE);
    expect(open('2026-03-02T12:00', '2026-03-02T14:00')).toBe(90 * MINUTE);
    expect(open('2026-03-02T00:00', '2026-03-03T00:00')).toBe(DAY);
    expect(open('2026-03-02T18:00', '2026-03-02T23:00')).toBe(0);
    expect(open('2026-03-02T09:00', '2026-03-02T09:00')).toBe(0);
  });

  test('weekends and holidays do not count', () => {
    expect(open('2026-03-06T17:00', '2026-03-09T09:30')).toBe(HOUR);
    expect(open('2026-04-02T17:30', '2026-04-07T09:00')).toBe(0);
    expect(open('2026-03-30T00:00', '2026-04-13T00:00')).toBe(8 * DAY);
  });

  test('a day has 23 or 25 hours where the clock changes', () => {
    const night: CalendarSpec = { ...ALWAYS_OPEN, zone: 'Europe/London' };
    expect(open('2026-03-29T00:00', '2026-03-30T00:00', night)).toBe(23 * HOUR);
    expect(open('2026-10-25T00:00', '2026-10-26T00:00', night)).toBe(25 * HOUR);
    expect(open('2026-03-27T09:00', '2026-03-30T09:00')).toBe(DAY);
  });

  test('an opening in the skipped hour lasts no time, one across it the rest', () => {
    const sundays = (minutes: Opening): CalendarSpec => ({ ...SHOP, week: [[], [], [], [], [], [], [minutes]] });
    expect(open('2026-03-29T00:00', '2026-03-29T12:00', sundays([75, 105]))).toBe(0);
    expect(open('2026-03-29T00:00', '2026-03-29T12:00', sundays([90, 180]))).toBe(HOUR);
    expect(open('2026-03-29T00:00', '2026-03-29T12:00', sundays([30, 90]))).toBe(30 * MINUTE);
  });

  test('openings that overlap or come in any order count once', () => {
    const monday: readonly Opening[] = [
      [700, 800],
      [540, 720],
      [800, 810],
    ];
    expect(open('2026-03-02T00:00', '2026-03-03T00:00', { ...SHOP, week: [monday] })).toBe(270 * MINUTE);
  });

  test('missing and reversed instants have no value', () => {
    const { between } = workingTime(SHOP, 20_000, 20_100);
    expect([between(NaN, 0), between(0, NaN), between(1, 0)]).toEqual([NaN, NaN, NaN]);
    expect(between(Date.UTC(1899, 0, 1), 0)).toBeNaN();
    expect(between(0, Date.UTC(9999, 11, 31))).toBeNaN();
  });

  test('a calendar without openings never works', () => {
    expect(open('2026-03-02T00:00', '2026-04-02T00:00', { ...SHOP, week: [] })).toBe(0);
  });

  test('what is no calendar is refused', () => {
    expect(() => workingTime({ ...SHOP, zone: 'Nowhere' }, 0, 1)).toThrow(RangeError);
    expect(() => workingTime({ ...SHOP, week: [[[600, 540]]] }, 0, 1)).toThrow(RangeError);
    expect(() => workingTime({ ...SHOP, week: [[[600, 1441]]] }, 0, 1)).toThrow(RangeError);
    expect(() => workingTime({ ...SHOP, holidays: ['3 April'] }, 0, 1)).toThrow(RangeError);
  });
});

const minutes = (from: string, to: string): fc.Arbitrary<number> =>
  fc.integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE }).map((minute) => minute * MINUTE);

function ordered(instants: readonly number[]): [number, number, number] {
  return instants.toSorted((a, b) => a - b) as [number, number, number];
}

describe('laws', () => {
  test('time adds up, in whatever order the calendar grows', () => {
    const any = minutes('1995-01-01', '2050-01-01');
    fc.assert(
      fc.property(fc.tuple(any, any, any), (instants) => {
        const [a, b, c] = ordered(instants);
        const { between } = workingTime(SHOP, 20_000, 20_050);
        const parts = between(b, c) + between(a, b);
        expect(parts).toBe(between(a, c));
        expect(workingTime(SHOP, dayOfLondon(a), dayOfLondon(c)).between(a, c)).toBe(parts);
        expect(workingTime(SHOP, 1, 0).between(a, c)).toBe(parts);
        expect(workingTime(SHOP, NaN, NaN).between(a, c)).toBe(parts);
      }),
      { numRuns: 40 },
    );
  });

  test('always open equals elapsed', () => {
    const any = minutes('1970-01-01', '2100-01-01');
    const { between } = workingTime(ALWAYS_OPEN, 20_000, 20_050);
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(between(Math.min(a, b), Math.max(a, b))).toBe(Math.abs(b - a));
      }),
    );
  });

  test('equals the minutes at which the clock shows an opening', () => {
    const spring = minutes('2026-03-27T00:00Z', '2026-04-08T00:00Z');
    const { between } = workingTime(SHOP, day('2026-03-01'), day('2026-05-01'));
    fc.assert(
      fc.property(spring, spring, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        let counted = 0;
        for (let minute = from; minute < to; minute += MINUTE) if (isOpen(minute)) counted += MINUTE;
        expect(between(from, to)).toBe(counted);
      }),
      { numRuns: 25 },
    );
  });
});

function dayOfLondon(instant: number): number {
  const zone = zoneOf('Europe/London');
  return zone === null ? NaN : dayOf(instant, zone);
}

function isOpen(instant: number): boolean {
  const local = dayOfLondon(instant);
  const midnight = zoneOf('Europe/London')?.offsetAt(instant) ?? NaN;
  const minute = (instant + midnight - local * 24 * HOUR) / MINUTE;
  if (local === day('2026-04-03') || local === day('2026-04-06') || weekday(local) > 5) return false;
  return OFFICE.some(([from, to]) => minute >= from && minute < to);
}
