/** How one part of the checks ended. */
export interface Outcome {
  readonly name: string;
  readonly passed: boolean;
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/**
 * Tests that passed and failed by the JSON report of the test runner (null = it wrote none), with one failure for every
 * other part that failed, and one where the runner failed without a failed test.
 */
export function tally(outcomes: readonly Outcome[], json: string | null): { readonly passed: number; readonly failed: number } {
  const { numPassedTests, numFailedTests }: Results = json === null ? { numPassedTests: 0, numFailedTests: 0 } : (JSON.parse(json) as Results);
  const isWrong = ({ name, passed }: Outcome): boolean => (name === 'vitest' ? numFailedTests === 0 && (!passed || json === null) : !passed);
  return { passed: numPassedTests, failed: numFailedTests + outcomes.filter(isWrong).length };
}
