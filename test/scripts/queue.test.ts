import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { queue } from '../../scripts/queue.ts';

test('each thing is taken once and in order, by those who wait for it too, and the end is told to all', async () => {
  const { put, end, next } = queue<string>();
  put('a');
  const taken: (string | undefined)[] = [];
  const taker = async (): Promise<void> => {
    for (let item = await next(); item !== undefined; item = await next()) taken.push(item);
  };
  const takers = [taker(), taker()];
  await setImmediate();
  expect(taken).toEqual(['a']);
  put('b');
  put('c');
  await setImmediate();
  expect(taken).toEqual(['a', 'b', 'c']);
  end();
  await Promise.all(takers);
  expect(await next()).toBeUndefined();
});
