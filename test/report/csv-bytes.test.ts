import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NUMBER_BYTES, putBytes, putNumber } from '../../src/report/csv-bytes.ts';

function written(value: number): string {
  const out = new Uint8Array(NUMBER_BYTES + 2).fill(33);
  const end = putNumber(out, 1, value);
  expect(end).toBeLessThanOrEqual(out.length - 1);
  expect([out[0], ...out.subarray(end)].every((byte) => byte === 33)).toBe(true);
  return Buffer.from(out.subarray(1, end)).toString();
}

test('a number is written as JavaScript writes it, and nothing beside it', () => {
  for (const value of [0, -0, 9, 10, 99, 100, 999_999, 1e6, 1e21, -1, -Number.MAX_VALUE, -1.23456789012345e-300, 0.1, 1 / 3, Infinity])
    expect(written(value)).toBe(`${value},`);
  fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true }), fc.integer()), (value) => written(value) === `${value},`));
});

test('no number leaves its field empty', () => {
  expect(written(NaN)).toBe(',');
});

test('bytes are put where they are to stand', () => {
  const out = new Uint8Array(5);
  expect(putBytes(out, 1, Uint8Array.of(7, 8))).toBe(3);
  expect([...out]).toEqual([0, 7, 8, 0, 0]);
});
