import { describe, expect, it } from 'vitest';
import { readFlag, readMinutes, readNumber } from '../../src/exports/values.ts';

describe('readNumber', () => {
  it.each([
    ['1234.5', '.', 1234.5, 'plain'],
    ['5,510,746', '.', 5_510_746, 'thousands grouped by commas'],
    ['1.234,5', ',', 1234.5, 'dots group, a comma marks the decimals'],
    ['7,5', ',', 7.5, 'a decimal comma'],
    ['-30', '.', -30, 'a sign'],
    ['7,5', 'either', 7.5, 'a comma before one digit'],
    ['1.234,50', 'either', 1234.5, 'a comma before two digits'],
    ['1,234', 'either', 1234, 'a comma before three digits groups'],
    ['1,234.5', 'either', 1234.5, 'the dot otherwise'],
  ] as const)('%s with decimal %s', (text, decimal, value, _ruling) => {
    expect(readNumber(text, decimal)).toBe(value);
  });

  it.each(['7,5', '1,23,456', '12 h', '', '1e5', '0x10', '1.2.3'])('"%s" is no number', (text) => {
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
  ] as const)('%s in %s', (text, unit, minutes) => {
    expect(readMinutes(text, unit, '.')).toBe(minutes);
  });

  it.each(['1:75', 'soon', '1:2:3:4'])('"%s" is no duration', (text) => {
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
