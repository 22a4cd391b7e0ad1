import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockedPage, seal, shellOf, unsealed, type Order } from '../../src/share/sealed/seal.ts';
import { weakness } from '../../src/share/sealed/strength.ts';

const SHELL = '<p>Rowan IT</p><template id="sealed"></template>';
const order: Order = { secret: 's'.repeat(32), client: 'alder', phrase: 'copper lantern orbit meadow', page: '<html>Żółć $& $1</html>' };
const locked = async (change: Partial<Order> = {}): Promise<string> => lockedPage(SHELL, await seal({ ...order, ...change }));

describe('a sealed page', { timeout: 180_000 }, () => {
  test('opens with its passphrase, however it is typed, and with no other', async () => {
    const page = await locked({ phrase: 'Äpfel und 5 Nüsse im Korb' });
    expect(await unsealed(page, 'Äpfel und 5 Nüsse im Korb')).toBe(order.page);
    expect(await unsealed(page, '  A\u0308pfel und\u00a05  Nu\u0308sse im Korb\n')).toBe(order.page);
    expect(await unsealed(page, 'äpfel und 5 nüsse im korb')).toBeNull();
    expect(await unsealed(page, '')).toBeNull();
    expect(await unsealed(SHELL, order.phrase)).toBeNull();
  });

  test('does not open where a byte of it was changed', async () => {
    const page = await locked();
    const at = page.indexOf('</template>') - 200;
    const changed = page.slice(0, at) + (page[at] === 'A' ? 'B' : 'A') + page.slice(at + 1);
    expect(await unsealed(changed, order.phrase)).toBeNull();
  });

  test('is the same for the same, and has another salt and nonce for anything else', async () => {
    expect(await seal(order)).toEqual(await seal(order));
    const changes: readonly Partial<Order>[] = [
      {},
      { page: `${order.page}.` },
      { phrase: `${order.phrase}s` },
      { client: 'birch' },
      { secret: 't'.repeat(32) },
    ];
    const all = await Promise.all(changes.map((change) => seal({ ...order, ...change })));
    expect(new Set(all.map(({ salt }) => salt)).size).toBe(changes.length);
    expect(new Set(all.map(({ iv }) => iv)).size).toBe(changes.length);
    for (const { salt, iv } of all) expect([Buffer.from(salt, 'base64').length, Buffer.from(iv, 'base64').length]).toEqual([16, 12]);
  });

  test('gives back whatever was sealed, and shows its length by steps alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 6000 }), async (text) => {
        const page = `<p>${text}</p>`;
        const sealed = await seal({ ...order, page });
        expect((Buffer.from(sealed.text, 'base64').length - 16) % 4096).toBe(0);
        expect(await unsealed(lockedPage(SHELL, sealed), order.phrase)).toBe(page);
      }),
      { numRuns: 8 },
    );
  });

  test('leaves nothing in the shell but the shell', async () => {
    expect(shellOf(await locked())).toBe('<p>Rowan IT</p>');
    expect(() => lockedPage('<p></p>', { salt: '', iv: '', text: '' })).toThrow('no place');
  });
});

test.for<readonly [string, string | null]>([
  ['copper lantern orbit meadow', null],
  ['copper-lantern-orbit-meadow', null],
  ['copper lantern 3 orbit', null],
  ['copper lantern orbit', 'it is fewer than four words, without a digit or sign'],
  ['incomprehensibilities', 'it is fewer than four words, without a digit or sign'],
  ['f3a9c0d2b7e641586aa0', null],
  ['fifteen letters', 'it has fewer than 16 characters'],
  ['a b c d e                 f', 'it has fewer than 16 characters'],
  ['aaaabbbbccccddddeeee', 'it has fewer than 8 different characters'],
  ['Alderr Wrks, Ald3r Worsk 1', 'it is little more than the names of the firm and of the client'],
  ['AlderWorks2026AlderWorks', 'it is little more than the names of the firm and of the client'],
  ['Fernbank2026-Fernbnak', 'it is little more than the names of the firm and of the client'],
  ['fernbank-it.example 1', 'it is little more than the names of the firm and of the client'],
  ['older copper 3 meadow', null],
  ['alder works copper lantern orbit', null],
  ['Rowan IT and Alder Works 2026', 'it is little more than the names of the firm and of the client'],
])('the strength of "%s"', ([phrase, fault]) => expect(weakness(phrase, ['Rowan IT', 'Alder Works', 'alder', 'Fernbank', 'fernbank-it.example'])).toBe(fault));
