import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenQuiet } from '../../scripts/live.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('acts once for calls that come together, and once more for calls while it acts', async () => {
  const done: string[] = [];
  const call = whenQuiet(20, () => new Promise((resolve) => setTimeout(() => resolve(void done.push('done')), 100)));
  call();
  await vi.advanceTimersByTimeAsync(15);
  call();
  await vi.advanceTimersByTimeAsync(15);
  call();
  await vi.advanceTimersByTimeAsync(119);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toEqual(['done']);

  call();
  await vi.advanceTimersByTimeAsync(40);
  call();
  await vi.advanceTimersByTimeAsync(30);
  call();
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toEqual(['done', 'done', 'done']);
});
