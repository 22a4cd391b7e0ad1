import { expect, test } from 'vitest';
import { ledgerBlock } from '../../src/report/ledger-block.ts';

const entries = (many: number) => Array.from({ length: many }, (_, at) => ({ who: `Client ${at}`, what: 'Silent.', aside: [] }));

test('a short list stands whole', () => {
  expect(ledgerBlock(entries(12))).toEqual({ kind: 'ledger', entries: entries(12) });
});

test('of a long list ten stand, and the others are folded away, none lost', () => {
  const all = entries(1013);
  expect(ledgerBlock(all)).toEqual({ kind: 'ledger', entries: all.slice(0, 10), rest: { called: '1,003 more', entries: all.slice(10) } });
});
