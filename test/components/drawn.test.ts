import { afterEach, expect, it, vi } from 'vitest';
import { draw } from '../../src/charts/index.ts';
import { keepCharts } from '../../src/components/kept-charts.ts';
import { CASES } from '../charts/cases.ts';

const ALL = Object.values(CASES);
/** What a build asks for, in a process of its own: nothing that another has drawn is at hand. */
async function builtAnew(charts: Map<string, string> | null): Promise<readonly string[]> {
  vi.resetModules();
  const { drawn } = await import('../../src/components/drawn.ts');
  keepCharts(charts === null ? undefined : { read: (key) => charts.get(key) ?? null, write: (key, svg) => void charts.set(key, svg) });
  return ALL.flatMap((drawing) => [drawn(drawing, 'wide', 'fig', 'what it shows', true), drawn(drawing, 'narrow', 'fig', 'what it shows', false)]);
}
afterEach(() => keepCharts(undefined));

it('the same is drawn with kept charts, from them and without them', async () => {
  const kept = new Map<string, string>();
  const plain = ALL.flatMap((drawing) => [
    draw(drawing, { width: 'wide', id: 'fig', label: 'what it shows', places: true }),
    draw(drawing, { width: 'narrow', id: 'fig', label: 'what it shows', places: false }),
  ]);
  expect(await builtAnew(null)).toEqual(plain);
  expect(await builtAnew(kept)).toEqual(plain);
  expect([...new Set(kept.values())].sort()).toEqual([...new Set(plain)].sort());
  expect(await builtAnew(kept)).toEqual(plain);
});

it('what is kept is not drawn again', async () => {
  const kept = new Map<string, string>();
  await builtAnew(kept);
  const size = kept.size;
  for (const key of kept.keys()) kept.set(key, 'kept');
  expect(new Set(await builtAnew(kept))).toEqual(new Set(['kept']));
  expect(kept.size).toBe(size);
});

it('whatever a drawing hangs on makes it another', async () => {
  const kept = new Map<string, string>();
  vi.resetModules();
  const { drawn } = await import('../../src/components/drawn.ts');
  keepCharts({ read: (key) => kept.get(key) ?? null, write: (key, svg) => void kept.set(key, svg) });
  const [one, other] = ALL;
  drawn(one!, 'wide', 'a', 'label', true);
  drawn(one!, 'wide', 'a', 'label', true);
  expect(kept.size).toBe(1);
  drawn(other!, 'wide', 'a', 'label', true);
  drawn(one!, 'narrow', 'a', 'label', true);
  drawn(one!, 'wide', 'b', 'label', true);
  drawn(one!, 'wide', 'a', 'other', true);
  drawn(one!, 'wide', 'a', 'label', false);
  expect(kept.size).toBe(6);
});
