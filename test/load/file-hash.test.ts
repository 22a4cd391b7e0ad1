import { expect, test } from 'vitest';
import { hashing, type Hashes } from '../../src/load/file-hash.ts';

const PINE = 'b4a85f6cd6d5ab24ac0b0f9ea3dd2b4fd5fbf2d9e1e7ea9e8a1cbb0f1a7e2a50';

/** A file in memory that counts how often it is read. */
function stored(known: Hashes) {
  const file = { state: 'one', text: 'pine', reads: 0 };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    file.reads++;
    yield Buffer.from(file.text);
  }
  return { file, hash: hashing({ state: async () => file.state, bytes }, known) };
}

test('a file is read for its hash once as long as it stays as it is, however many ask at a time', async () => {
  const { file, hash } = stored(new Map());
  const [first, second] = await Promise.all([hash(), hash()]);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect([second, await hash(), file.reads]).toEqual([first, first, 1]);
  Object.assign(file, { state: 'two', text: 'birch' });
  expect(await hash()).not.toBe(first);
  expect(file.reads).toBe(2);
});

test('what another has taken of the same file is not read again', async () => {
  const { file, hash } = stored(new Map([['one', PINE]]));
  expect([await hash(), file.reads]).toEqual([PINE, 0]);
  file.state = 'two';
  expect(await hash()).not.toBe(PINE);
});

test('a file that could not be read is read anew', async () => {
  let broken = true;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    if (broken) throw new Error('gone');
    yield Buffer.from('pine');
  }
  const hash = hashing({ state: async () => 'one', bytes }, new Map());
  await expect(hash()).rejects.toThrow('gone');
  broken = false;
  expect(await hash()).toMatch(/^[0-9a-f]{64}$/);
});
