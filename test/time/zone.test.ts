import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { zoneOf, type Zone } from '../../src/time/zone.ts';

const HOUR = 3_600_000;
const IDS = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Pacific/Kiritimati',
];

function zone(id: string): Zone {
  const found = zoneOf(id);
  if (found === null) throw new Error(id);
  return found;
}

function utc(text: string): number {
  return Temporal.Instant.from(`${text}Z`).epochMilliseconds;
}

describe('which zones there are', () => {
  test('IANA ids in any case, UTC and fixed offsets', () => {
    expect(zoneOf('Europe/London')?.id).toBe('Europe/London');
    expect(zoneOf('europe/london')?.id).toBe('Europe/London');
    expect(zoneOf('UTC')?.offsetAt(0)).toBe(0);
    expect(zoneOf('+05:30')?.offsetAt(0)).toBe(5.5 * HOUR);
    expect(zoneOf('-03:00')?.offsetAt(0)).toBe(-3 * HOUR);
    expect(zoneOf('-00:00')?.offsetAt(0)).toBe(0);
  });

  test.each(['', 'Mars/Olympus', '+5:30', '+24:00', '05:30', '2026-01-01T00:00Z', '2026-01-01T00:00+01:00[Europe/Paris]'])('not %o', (id) =>
    expect(zoneOf(id)).toBeNull(),
  );

  test('the same zone every time', () => {
    expect(zoneOf('Asia/Tokyo')).toBe(zoneOf('Asia/Tokyo'));
  });
});

describe('changes of the clock', () => {
  test.each([
    ['Europe/London', '2026-03-29T00:59', '2026-03-29T00:59', 'plain'],
    ['Europe/London', '2026-03-29T01:00', '2026-03-29T01:00', 'gap'],
    ['Europe/London', '2026-03-29T01:30', '2026-03-29T01:30', 'gap'],
    ['Europe/London', '2026-03-29T02:00', '2026-03-29T01:00', 'plain'],
    ['Europe/London', '2026-10-25T00:59', '2026-10-24T23:59', 'plain'],
    ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30', 'overlap'],
    ['Europe/London', '2026-10-25T02:00', '2026-10-25T02:00', 'plain'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30', 'gap'],
    ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00', 'plain'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30', 'overlap'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00', 'plain'],
    ['Pacific/Kiritimati', '1994-12-30T23:59', '1994-12-31T09:59', 'plain'],
    ['Pacific/Kiritimati', '1994-12-31T12:00', '1994-12-31T22:00', 'gap'],
    ['Pacific/Kiritimati', '1995-01-01T00:00', '1994-12-31T10:00', 'plain'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45', 'gap'],
  ])('%s, %s on the wall is %s UTC: %s', (id, wall, instant, kind) => {
    expect(zone(id).toEpoch(utc(wall))).toBe(utc(instant));
    expect(zone(id).kind(utc(wall))).toBe(kind);
  });

  test('the instant a wall time is reached is that of the skip for every time in a gap', () => {
    const london = zone('Europe/London');
    for (const wall of ['01:00', '01:30', '02:00']) {
      expect(london.reaches(utc(`2026-03-29T${wall}`))).toBe(utc('2026-03-29T01:00'));
    }
    expect(london.reaches(utc('2026-10-25T01:30'))).toBe(utc('2026-10-25T00:30'));
  });

  test('missing stays missing', () => {
    const london = zone('Europe/London');
    expect([london.offsetAt(NaN), london.toEpoch(NaN), london.reaches(NaN)]).toEqual([NaN, NaN, NaN]);
    expect(london.kind(NaN)).toBe('plain');
  });

  test('outside 1970 to 2100 the nearest offset holds', () => {
    expect(zone('America/New_York').offsetAt(utc('1955-07-01T00:00'))).toBe(-5 * HOUR);
    expect(zone('America/New_York').offsetAt(utc('2150-07-01T00:00'))).toBe(-5 * HOUR);
  });
});

const instants = fc.integer({ min: 0, max: utc('2100-12-30T00:00') / 60_000 }).map((minute) => minute * 60_000);
const nearInstants = fc
  .record({
    year: fc.integer({ min: 1970, max: 2100 }),
    month: fc.constantFrom(3, 4, 9, 10, 11),
    minute: fc.nat(45_000),
  })
  .map(({ year, month, minute }) => Date.UTC(year, month - 1, 1) + minute * 60_000);
const anyTime = fc.oneof(instants, nearInstants);

describe.each(IDS)('%s agrees with Temporal', (id) => {
  test('offsets of instants', () => {
    fc.assert(
      fc.property(anyTime, (instant) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(id).offsetNanoseconds / 1e6;
        expect(zone(id).offsetAt(instant)).toBe(expected);
      }),
    );
  });

  test('instants of wall times, and what was ruled', () => {
    fc.assert(
      fc.property(anyTime, (wall) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
        const [earlier, later, compatible] = (['earlier', 'later', 'compatible'] as const).map(
          (disambiguation) => plain.toZonedDateTime(id, { disambiguation }).epochMilliseconds,
        );
        expect(zone(id).toEpoch(wall)).toBe(compatible);
        const kind = earlier === later ? 'plain' : compatible === later ? 'gap' : 'overlap';
        expect(zone(id).kind(wall)).toBe(kind);
      }),
    );
  });

  test('a wall time that exists comes back, and reaching never runs backwards', () => {
    fc.assert(
      fc.property(anyTime, fc.nat(200), (wall, minutes) => {
        const there = zone(id).toEpoch(wall);
        if (zone(id).kind(wall) !== 'gap') expect(there + zone(id).offsetAt(there)).toBe(wall);
        expect(zone(id).reaches(wall + minutes * 60_000)).toBeGreaterThanOrEqual(zone(id).reaches(wall));
      }),
    );
  });
});
