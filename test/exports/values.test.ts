import { describe, expect, it } from 'vitest';
import { readFlag, readMinutes, readNumber } from '../../src/exports/values.ts';

describe('readNumber', () => {
  it.each([
    ['1234.5', '.', 1234.5, 'plain'],
    ['5,510,746', '.', 5_510_746, 'thousands grouped by commas'],
    ['1.234,5', ',', 1234.5, 'dots group, a comma marks the decimals'],
    ['7,5', ',', 7.5, 'a decimal comma'],
    ['-30', '.', -30, 'a sign'],
    ['1 234,5', ',', 1234.5, 'blanks group'],
    ['1\u202f234,567', ',', 1234.567, 'a narrow blank groups, so the comma marks the decimals'],
    ["1'234.5", '.', 1234.5, 'apostrophes group'],
    ['0,125', ',', 0.125, 'a whole part of zero groups nothing'],
    ['1,234', '.', 1234, 'a comma before three digits groups where the dot marks the decimals'],
    ['1,234', ',', 1.234, 'and marks the decimals where it is their mark'],
    ['1.234.567', ',', 1_234_567, 'dots group'],
  ] as const)('%s with decimal %s', (text, decimal, value, _ruling) => {
    expect(readNumber(text, decimal)).toBe(value);
  });

  it.each(['7,5', '1,23,456', '12 h', '', '1e5', '1.23E+15', '0x10', '1.2.3', '1,234.567,8', '1.234,5', '12 34', '1,234,'])('"%s" is no number', (text) => {
    expect(readNumber(text, '.')).toBeNaN();
  });
});

describe('readMinutes', () => {
  it.each([
    ['0.75', 'hours', 45],
    ['1:30', 'hours', 90],
    ['26:00:30', 'hours', 1560.5],
    ['90', 'seconds', 1.5],
    ['18', 'minutes', 18],
    ['-0:15', 'hours', -15],
    ['45 minutes', 'hours', 45],
    ['1 hour', 'minutes', 60],
    ['1 days 2 hours 3 minutes', 'minutes', 1563],
    ['1h 30m', 'minutes', 90],
    ['2 hours, 5 mins', 'seconds', 125],
    ['90 sec', 'hours', 1.5],
  ] as const)('%s in %s', (text, unit, minutes) => {
    expect(readMinutes(text, unit, '.')).toBe(minutes);
  });

  it.each(['1:75', 'soon', '1:2:3:4', '3 days ago', '1/1/1970 0:27', '5 monkeys', 'hours'])('"%s" is no duration', (text) => {
    expect(readMinutes(text, 'hours', '.')).toBeNaN();
  });
});

describe('readFlag', () => {
  it.each([
    ['Yes', 1],
    ['FALSE', 0],
    ['1', 1],
    ['n', 0],
    ['perhaps', -1],
  ] as const)('%s', (text, flag) => {
    expect(readFlag(text)).toBe(flag);
  });
});
