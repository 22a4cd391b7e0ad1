import { expect, test } from 'vitest';
import type { Material } from '../../src/report/material.ts';
import { firmRows, rowsByClient, type Counted } from '../../src/report/share-rows.ts';
import { settingsWith } from '../workspace.ts';

const SPAN = { from: '1970-01-01', to: '1970-12-31' };

/** The rows of the firm for the first client, where each client has so many rows. */
function rowsFor(counts: readonly number[], allowed = true): number | null {
  const client = Int32Array.from(counts.flatMap((count, at) => Array.from({ length: count }, () => at)));
  const day = new Int32Array(client.length).fill(100);
  const of = { population: { day, client }, rowsOf: rowsByClient(client, () => true) } as unknown as Counted;
  const settings = settingsWith({ share: { clients: 'all', firm_figures: allowed } });
  const material = { context: { settings }, clients: counts.map(() => ({})) } as unknown as Material;
  return firmRows(material, 'S1', of, 0, SPAN)?.length ?? null;
}

test('a figure of the firm needs leave, five other clients, and none that is most of it', () => {
  expect(rowsFor([3, 2, 2, 2, 2, 2])).toBe(13);
  expect(rowsFor([3, 2, 2, 2, 2, 2], false)).toBeNull();
  expect(rowsFor([3, 2, 2, 2, 2])).toBeNull();
  expect(rowsFor([3, 2, 2, 2, 2, 0])).toBeNull();
  expect(rowsFor([0, 2, 2, 2, 2, 2])).toBe(10);
  expect(rowsFor([3, 20, 2, 2, 2, 2])).toBeNull();
  expect(rowsFor([30, 2, 2, 2, 2, 2])).toBeNull();
});
