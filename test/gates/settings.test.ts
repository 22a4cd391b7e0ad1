import { expect, test } from 'vitest';
import { readSettings, settingsHash } from '../../src/settings.ts';
import { settingsWith } from '../workspace.ts';

const gatesOf = (gates?: unknown) => settingsWith(gates === undefined ? {} : { gates }).gates;
const faults = (gates: unknown) => {
  const read = readSettings({ firm: { name: 'x' }, gates });
  return 'problems' in read ? read.problems.map(({ path, message }) => `${path}: ${message}`) : [];
};

test('what is not written has its usual limit and holds', () => {
  const usual = { grade: 'hold', written: false };
  expect(gatesOf()).toEqual({
    stale: { ...usual, limit: 14 * 86_400_000 },
    ahead: { ...usual, limit: 0 },
    rows_drop: { ...usual, limit: 50 },
    refused: { ...usual, limit: 5 },
    restated: { ...usual, limit: 10 },
    lost_client: { ...usual, limit: 0 },
    moved_links: { ...usual, limit: 0 },
    lost_file: { ...usual, limit: 0 },
    lost_column: { ...usual, limit: 0 },
    required: [],
  });
});

test('a gate is written by its grade, its limit or both', () => {
  expect(
    gatesOf({ stale: '3 d', rows_drop: '30 %', refused: 7.5, restated: { limit: '20%', grade: 'warn' }, lost_client: 'warn', lost_file: { grade: 'off' } }),
  ).toMatchObject({
    stale: { grade: 'hold', limit: 3 * 86_400_000, written: true },
    rows_drop: { grade: 'hold', limit: 30 },
    refused: { limit: 7.5 },
    restated: { grade: 'warn', limit: 20 },
    lost_client: { grade: 'warn', written: true },
    lost_file: { grade: 'off' },
  });
  expect(gatesOf({ refused: 'off' }).refused).toEqual({ grade: 'off', limit: 5, written: true });
});

test.each([
  [{ stale: '3 weeks' }, 'gates.stale: a gate is written hold, warn or off, or by its limit, such as 14 d, or both: { limit: 14 d, grade: warn }'],
  [
    { refused: { limit: '5 %', grade: 'stop' } },
    'gates.refused: a gate is written hold, warn or off, or by its limit, such as 5 %, or both: { limit: 5 %, grade: warn }',
  ],
  [{ rows_drop: '150 %' }, 'gates.rows_drop: a part is written 5 %, up to 100 %'],
  [{ lost_client: '5 %' }, 'gates.lost_client: a gate is written hold, warn or off'],
  [{ cadence: '7 d' }, 'gates.cadence: there is no such setting'],
])('%j is said to be wrong', (gates, said) => {
  expect(faults(gates)).toEqual([said]);
});

test('gates change no figure, so they are no change of the settings', () => {
  expect(settingsHash(settingsWith({ gates: { stale: 'off' } }))).toBe(settingsHash(settingsWith()));
});
