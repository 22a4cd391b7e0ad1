import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, monthTicks } from '../../src/charts/days.ts';
import { fit, oneLine, textWidth, wrap } from '../../src/charts/lettering.ts';
import { nudge } from '../../src/charts/place.ts';
import { narrowTheme, wideTheme } from '../../src/charts/theme.ts';

describe('nudge', () => {
  const heights = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 8 });

  test('keeps the gap, the order and the bounds', () => {
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = nudge(
          wanted,
          wanted.map(() => 16),
          -8,
          408,
        );
        const order = wanted.map((_, index) => index).sort((a, b) => (placed[a] ?? 0) - (placed[b] ?? 0));
        order.slice(1).forEach((index, rank) => {
          const before = order[rank] ?? 0;
          expect((placed[index] ?? 0) - (placed[before] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-6);
          expect(wanted[index]).toBeGreaterThanOrEqual(wanted[before] ?? 0);
        });
        expect(Math.min(...placed)).toBeGreaterThanOrEqual(-1e-6);
        expect(Math.max(...placed)).toBeLessThanOrEqual(400 + 1e-6);
      }),
    );
  });

  test('moves nothing that has room, and both alike when two meet', () => {
    expect(nudge([300, 20, 100], [16, 16, 16], 0, 400)).toEqual([300, 20, 100]);
    expect(nudge([100, 104], [16, 16], 0, 400)).toEqual([94, 110]);
    expect(nudge([100, 100, 100], [16, 16, 16], 0, 400)).toEqual([84, 100, 116]);
    expect(nudge([399, 2], [16, 16], 2, 398)).toEqual([390, 10]);
  });

  test('leaves a thing of two lines the room of both', () => {
    expect(nudge([100, 100], [16, 32], 0, 400)).toEqual([88, 112]);
    expect(nudge([399], [32], 0, 400)).toEqual([384]);
  });
});

describe('lettering', () => {
  test('widths are those of DejaVu Sans at 13 px or a little more', () => {
    for (const [text, regular, bold] of [
      ['mean before 7.6', 107.6, 120.4],
      ['Confirmed with them', 137.3, 154.3],
      ['eight weeks in a row under the old mean: a signal by 3 Nov', 387.8, 436.2],
      ['112 of 114 complaints', 145.9, 162.8],
      ['Northgate Dental Labs', 147.1, 166.3],
    ] as const) {
      for (const [estimate, drawn] of [
        [textWidth(text, 13), regular],
        [textWidth(text, 13, true), bold],
      ] as const) {
        expect(estimate).toBeGreaterThanOrEqual(drawn);
        expect(estimate).toBeLessThanOrEqual(drawn * 1.05);
      }
    }
    expect(textWidth('漢字', 13)).toBeGreaterThan(26);
    expect(textWidth('e\u0301', 13)).toBe(textWidth('e', 13));
  });

  test('a fitted text is never wider than its room, and says what it stood for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 220 }), fc.integer({ min: 20, max: 400 }), (text, room) => {
        const { text: shown, full } = fit(text, room, 13);
        expect(textWidth(shown, 13)).toBeLessThanOrEqual(room + 0.5);
        expect(full ?? shown).toBe(oneLine(text));
        expect(shown).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  test('lines are as few as will do, about alike, and within the room', () => {
    const lines = wrap('the last week is under its own lower limit, for the first time', 200, 3, 13);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(textWidth(line.text, 13)).toBeLessThanOrEqual(200.5);
    expect(wrap('', 100, 2, 13).every((line) => line.text === '')).toBe(true);
    const cut = wrap('one two three four five six seven eight nine ten', 60, 2, 13);
    expect(cut.at(-1)).toMatchObject({ full: 'one two three four five six seven eight nine ten' });
  });
});

describe('month ticks', () => {
  function texts(first: string, last: string, length: number, theme = wideTheme()): string[] {
    return monthTicks(dayMs(first), dayMs(last), length, theme).map((tick) => tick.text);
  }

  test('are months up to about 14, then quarters, then years', () => {
    expect(texts('2025-03-10', '2026-03-09', 772)).toEqual('Apr 2025,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan 2026,Feb,Mar'.split(','));
    expect(texts('2024-09-02', '2026-03-09', 772)).toEqual('Oct 2024,Jan 2025,Apr,Jul,Oct,Jan 2026'.split(','));
    expect(texts('2020-03-02', '2026-03-09', 772)).toEqual('2021,2022,2023,2024,2025,2026'.split(','));
    expect(texts('1990-03-02', '2026-03-09', 256, narrowTheme())).toEqual(['2000', '2010', '2020']);
  });

  test('are fewer on a phone', () => {
    expect(texts('2025-03-10', '2026-03-09', 256, narrowTheme())).toEqual(['Apr 2025', 'Jul', 'Oct', 'Jan 2026']);
  });

  test('leave the first year to the tick where it changes, when both have no room', () => {
    expect(texts('2025-11-24', '2026-12-28', 790)[0]).toBe('Dec');
    expect(texts('2025-11-24', '2026-12-28', 790)[1]).toBe('Jan 2026');
  });

  test('name the first day of a span without a first of the month', () => {
    expect(monthTicks(dayMs('2026-03-09'), dayMs('2026-03-23'), 772, wideTheme())).toEqual([{ ms: Date.UTC(2026, 2, 9), text: 'Mar 2026' }]);
    expect(monthTicks(Number.NaN, Number.NaN, 772, wideTheme())).toEqual([]);
  });

  test('stand at first days inside the span, in order', () => {
    const day = fc.integer({ min: dayMs('1995-01-01'), max: dayMs('2035-01-01') });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const ticks = monthTicks(first, last, 772, wideTheme());
        const alone = ticks.length === 1 && ticks[0]?.ms === first;
        expect(alone || ticks.every(({ ms }) => new Date(ms).getUTCDate() === 1)).toBe(true);
        expect(ticks.every(({ ms }) => ms >= first && ms <= last)).toBe(true);
        expect([...ticks].sort((x, y) => x.ms - y.ms)).toEqual(ticks);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(16);
      }),
    );
  });

  test('read days as UTC and nothing else as a day', () => {
    expect(dayMs('1970-01-02')).toBe(86_400_000);
    expect(dayMs('yesterday')).toBeNaN();
  });
});
