import { expect, test } from 'vitest';
import { tally } from '../../scripts/tally.ts';

const outcomes = (failing: readonly string[]) => ['tsc', 'oxlint', 'vitest'].map((name) => ({ name, passed: !failing.includes(name) }));
const json = (numPassedTests: number, numFailedTests: number) => JSON.stringify({ numPassedTests, numFailedTests });

test.each([
  ['all is well', [], json(9, 0), { passed: 9, failed: 0 }],
  ['tests fail', ['vitest'], json(7, 2), { passed: 7, failed: 2 }],
  ['a part fails', ['oxlint'], json(9, 0), { passed: 9, failed: 1 }],
  ['parts and tests fail', ['tsc', 'oxlint', 'vitest'], json(7, 2), { passed: 7, failed: 4 }],
  ['a test file cannot be loaded', ['vitest'], json(9, 0), { passed: 9, failed: 1 }],
  ['the runner dies', ['vitest'], null, { passed: 0, failed: 1 }],
  ['the runner says nothing', [], null, { passed: 0, failed: 1 }],
])('when %s', (_, failing, results, expected) => {
  expect(tally(outcomes(failing), results)).toEqual(expected);
});
