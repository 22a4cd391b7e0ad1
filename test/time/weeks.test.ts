import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayFromText,
  dayOf,
  dayStart,
  dayText,
  isoWeekText,
  lastCompleteWeekEnd,
  monthOf,
  periodEnd,
  periodStarts,
  quarterOf,
  weekday,
  weekOf,
  type Grain,
} from '../../src/time/weeks.ts';
import { zoneOf, type Zone } from '../../src/time/zone.ts';

function day(text: string): number {
  const found = dayFromText(text);
  if (found === null) throw new Error(text);
  return found;
}

function zone(id: string): Zone {
  const found = zoneOf(id);
  if (found === null) throw new Error(id);
  return found;
}

function texts(days: readonly number[]): string[] {
  return days.map(dayText);
}

function utc(text: string): number {
  return Temporal.Instant.from(`${text}Z`).epochMilliseconds;
}

const days = fc.integer({ min: day('1600-01-01'), max: day('2400-12-31') });
const grains = fc.constantFrom<Grain>('week', 'month', 'quarter');

describe('local days', () => {
  test('one instant is two days in two zones', () => {
    const instant = utc('2026-03-01T23:30');
    expect(dayText(dayOf(instant, zone('Europe/London')))).toBe('2026-03-01');
    expect(dayText(dayOf(instant, zone('Pacific/Kiritimati')))).toBe('2026-03-02');
    expect(dayText(dayOf(utc('2026-03-02T04:30'), zone('America/New_York')))).toBe('2026-03-01');
    expect(dayOf(NaN, zone('UTC'))).toBeNaN();
  });

  test('a day starts at midnight, or where midnight is skipped at the skip', () => {
    expect(dayStart(day('2026-07-01'), zone('Europe/London'))).toBe(utc('2026-06-30T23:00'));
    expect(dayStart(day('2018-11-04'), zone('America/Sao_Paulo'))).toBe(utc('2018-11-04T03:00'));
    expect(dayStart(day('1994-12-31'), zone('Pacific/Kiritimati'))).toBe(dayStart(day('1995-01-01'), zone('Pacific/Kiritimati')));
  });

  test('days start where Temporal says', () => {
    const ids = fc.constantFrom('Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Asia/Beirut', 'Atlantic/Azores');
    const known = fc.integer({ min: day('1970-01-02'), max: day('2100-12-31') });
    fc.assert(
      fc.property(ids, known, (id, n) => {
        const expected = Temporal.PlainDate.from(dayText(n)).toZonedDateTime(id).epochMilliseconds;
        expect(dayStart(n, zone(id))).toBe(expected);
        expect(dayOf(expected, zone(id))).toBe(n);
        expect(dayOf(expected - 1, zone(id))).toBe(n - 1);
      }),
    );
  });
});

describe('dates', () => {
  test('agree with Temporal', () => {
    fc.assert(
      fc.property(days, (n) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: n });
        expect(dayText(n)).toBe(date.toString());
        expect(dayFromText(date.toString())).toBe(n);
        expect(weekday(n)).toBe(date.dayOfWeek);
        expect(isoWeekText(n)).toBe(`${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`);
        expect(dayText(weekOf(n))).toBe(date.subtract({ days: date.dayOfWeek - 1 }).toString());
        expect(dayText(monthOf(n))).toBe(date.with({ day: 1 }).toString());
        expect(dayText(quarterOf(n))).toBe(date.with({ month: date.month - ((date.month - 1) % 3), day: 1 }).toString());
      }),
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01 ', '20260101', '', '2026-01-00', '02026-01-01'])('%o is no date', (text) =>
    expect(dayFromText(text)).toBeNull(),
  );

  test('the turn of a year', () => {
    expect(isoWeekText(day('2026-03-11'))).toBe('2026-W11');
    expect(isoWeekText(day('2027-01-03'))).toBe('2026-W53');
    expect(isoWeekText(day('2024-12-30'))).toBe('2025-W01');
    expect(dayText(addDays(day('2024-02-28'), 2))).toBe('2024-03-01');
  });

  test('missing stays missing', () => {
    expect([weekOf(NaN), monthOf(NaN), quarterOf(NaN), weekday(NaN), addDays(NaN, 1)]).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect([dayText(NaN), isoWeekText(NaN)]).toEqual(['', '']);
  });
});

describe('periods', () => {
  test('all that touch a span', () => {
    expect(texts(periodStarts('week', day('2026-03-01'), day('2026-03-09')))).toEqual(['2026-02-23', '2026-03-02', '2026-03-09']);
    expect(texts(periodStarts('month', day('2025-12-31'), day('2026-02-01')))).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
    expect(texts(periodStarts('quarter', day('2025-12-31'), day('2026-04-01')))).toEqual(['2025-10-01', '2026-01-01', '2026-04-01']);
    expect(periodStarts('week', day('2026-03-02'), day('2026-03-01'))).toEqual([]);
    expect(periodStarts('month', NaN, 20_000)).toEqual([]);
  });

  test('the last day of each', () => {
    expect(dayText(periodEnd('week', day('2026-03-02')))).toBe('2026-03-08');
    expect(dayText(periodEnd('month', day('2024-02-01')))).toBe('2024-02-29');
    expect(dayText(periodEnd('quarter', day('2026-10-01')))).toBe('2026-12-31');
  });

  test('cover the span without gaps', () => {
    fc.assert(
      fc.property(grains, days, fc.nat(1_000), (grain, from, length) => {
        const starts = periodStarts(grain, from, from + length);
        expect(starts[0]).toBeLessThanOrEqual(from);
        expect(periodEnd(grain, starts.at(-1) ?? NaN)).toBeGreaterThanOrEqual(from + length);
        expect(starts.slice(1)).toEqual(starts.slice(0, -1).map((start) => periodEnd(grain, start) + 1));
      }),
    );
  });

  test('the last complete week', () => {
    expect(dayText(lastCompleteWeekEnd(day('2026-03-15')))).toBe('2026-03-15');
    expect(dayText(lastCompleteWeekEnd(day('2026-03-16')))).toBe('2026-03-15');
    expect(dayText(lastCompleteWeekEnd(day('2026-03-21')))).toBe('2026-03-15');
    expect(lastCompleteWeekEnd(NaN)).toBeNaN();
  });
});
