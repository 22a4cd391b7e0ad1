import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeDayAndMonth, readInstant, type InstantParts } from '../../src/exports/instants.ts';

function read(text: string, prefer: InstantParts['prefer'] = 'day-first') {
  const parts: InstantParts = { wall: NaN, prefer, absolute: false, offset: 0, hasTime: false, order: 'fixed' };
  return readInstant(text, parts) ? { at: new Date(parts.wall).toISOString(), order: parts.order, absolute: parts.absolute, hasTime: parts.hasTime } : null;
}

describe('readInstant', () => {
  it.each([
    ['2026-03-02T09:14Z', '2026-03-02T09:14:00.000Z', true, 'ISO with its offset'],
    ['2026-03-02T09:14:05Z', '2026-03-02T09:14:05.000Z', true, 'ISO in UTC with seconds'],
    ['2026-03-02T09:14:05', '2026-03-02T09:14:05.000Z', false, 'ISO without an offset'],
    ['2026-03-02T09:14:05.25Z', '2026-03-02T09:14:05.250Z', true, 'ISO in UTC with a part of a second'],
    ['2026-03-02 9:14 Z', '2026-03-02T09:14:00.000Z', true, 'an offset after a blank'],
    ['13/08/2026 10:07Z', '2026-08-13T10:07:00.000Z', true, 'slashes in UTC'],
    ['2026-03-02 09:14:05.250', '2026-03-02T09:14:05.250Z', false, 'ISO with a blank and milliseconds'],
    ['2026-03-02T09:14+02:00', '2026-03-02T07:14:00.000Z', true, 'an offset is taken off'],
    ['2026/03/02 7:16:38 PM GMT+2', '2026-03-02T17:16:38.000Z', true, 'Google Forms'],
    ['02-Mar-2026 12:00 am', '2026-03-02T00:00:00.000Z', false, 'twelve at night is hour zero'],
    ['02/Mar/26 12:05 PM', '2026-03-02T12:05:00.000Z', false, 'twelve at noon is hour twelve'],
    ['13/08/2026, 10:07', '2026-08-13T10:07:00.000Z', false, 'a comma between day and time'],
    ['24 Apr 2026 09:12 AM', '2026-04-24T09:12:00.000Z', false, 'a month by name'],
    ['19/ene/26 12:47 PM', '2026-01-19T12:47:00.000Z', false, 'a month in Spanish'],
    ['03/août/2026 08:05', '2026-08-03T08:05:00.000Z', false, 'a month with an accent'],
    ['3-juil.-2026', '2026-07-03T00:00:00.000Z', false, 'a month told by four letters'],
    ['31.12.2025', '2025-12-31T00:00:00.000Z', false, 'dots'],
  ])('%s', (text, at, absolute) => {
    expect(read(text)).toMatchObject({ at, absolute });
  });

  it.each([
    ['2026-02-30', 'no such day'],
    ['2025-02-29', 'not a leap year'],
    ['2026-13-01', 'no such month'],
    ['13/13/2026', 'no reading gives a month'],
    ['2026-03-02 24:10', 'no such hour'],
    ['2026-03-02T09:60Z', 'no such minute'],
    ['2026-03-02Z', 'an offset without a time'],
    ['2026-03-02 9:5', 'minutes have two digits'],
    ['2026-03-02 13:00 pm', 'no such hour of half a day'],
    ['0000-00-00', 'a stand-in for missing'],
    ['1/1/1900', 'before the year 1970'],
    ['1,234', 'a number'],
    ['3/jui/26', 'two months begin so'],
    ['3/foo/26', 'no month'],
    ['tomorrow', 'a word'],
    ['2026-03-02 09:14 or so', 'words behind'],
  ])('%s is refused: %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads an open order as preferred and says that it is open', () => {
    expect(read('04/08/2025', 'day-first')).toMatchObject({ at: '2025-08-04T00:00:00.000Z', order: 'either' });
    expect(read('04/08/2025', 'month-first')).toMatchObject({ at: '2025-04-08T00:00:00.000Z', order: 'either' });
    expect(read('21/08/2025')).toMatchObject({ order: 'day-first' });
    expect(read('08/21/2025')).toMatchObject({ order: 'month-first' });
    expect(read('08/08/2025')).toMatchObject({ order: 'fixed' });
  });

  it('exchanging day and month is reading the other way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1971, max: 2099 }), (a, b, year) => {
        const one: InstantParts = { wall: NaN, prefer: 'day-first', absolute: false, offset: 0, hasTime: false, order: 'fixed' };
        const other: InstantParts = { ...one, prefer: 'month-first' };
        expect(readInstant(`${a}/${b}/${year} 10:30`, one) && readInstant(`${a}/${b}/${year} 10:30`, other)).toBe(true);
        expect(exchangeDayAndMonth(one.wall)).toBe(other.wall);
      }),
    );
  });

  it('reads back every minute it is given as ISO text', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
        expect(read(date.toISOString())?.at).toBe(date.toISOString());
      }),
    );
  });

  it('the quick reading of common forms agrees with the careful one', () => {
    const two = fc.integer({ min: 0, max: 70 }).map(String);
    const form = fc.tuple(two, two, fc.integer({ min: 1960, max: 2110 }), two, fc.integer({ min: 0, max: 70 }), fc.constantFrom('', ':07', ':7', ':75', ' pm'));
    fc.assert(
      fc.property(form, fc.constantFrom('day-first', 'month-first'), ([a, b, year, hour, minute, rest], prefer) => {
        const time = `${hour}:${String(minute).padStart(2, '0')}${rest}`;
        expect(read(`${a}/${b}/${year} ${time}`, prefer)).toEqual(read(`${a}/${b}/${year}  ${time}`, prefer));
        expect(read(`${year}-${a.padStart(2, '0')}-${b.padStart(2, '0')} ${time}`)).toEqual(
          read(`${year}-${a.padStart(2, '0')}-${b.padStart(2, '0')}T${time}`),
        );
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => void read(text)));
  });
});
