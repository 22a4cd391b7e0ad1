import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import type { TableName } from '../../src/facts/table.ts';
import { GRAINS } from '../../src/measures/axis.ts';
import { figuresOf } from '../../src/measures/cells.ts';
import type { Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { contextAt, factsOf, type Rows } from '../measures/facts-of.ts';
import { demo } from '../report/material-of.ts';
import { anyFacts } from './any-facts.ts';
import { anyRecovery } from './any-recovery.ts';
import { anyStorms } from './any-storms.ts';
import { anyService, calendars, clientList } from './any-service.ts';
import { disagreements, type Both } from './disagreements.ts';
import type { Proof } from './kinds.sql.ts';
import { NOT_YET_PROVED } from './not-yet.ts';
import { paradox } from './paradox.sql.ts';
import { core, proofs } from './proved.ts';
import { secondFigures, type SecondFigures } from './second.ts';

const ids = measures.map(({ id }) => id);
const proved = proofs.map(({ id }) => id);

function measureOf(id: string): Measure {
  const found = measures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is proved and is no measure.`);
  return found;
}

describe('every measure is proved or named as one that is not', () => {
  it('each id is proved once', () => {
    expect(new Set(proved).size).toBe(proved.length);
  });

  it('nothing proved has gone', () => {
    expect(proved.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('the others are those named', () => {
    expect(ids.filter((id) => !proved.includes(id)).toSorted()).toEqual(Object.keys(NOT_YET_PROVED).toSorted());
  });
});

describe('the demo’s figures come out the same in SQL', () => {
  let facts: Facts;
  let first: Figures;
  let second: SecondFigures;

  beforeAll(async () => {
    const { context, figures } = await demo();
    facts = context.facts;
    first = figures;
    second = await secondFigures(context, '2026-08-30', proofs);
  }, 300_000);

  it.each(GRAINS)('the same periods by %s', (grain) => {
    const starts = new Set([...second.keys()].map((key) => key.split(' ')).flatMap(([id, of, start]) => (id === 'S1' && of === grain ? [Number(start)] : [])));
    expect(starts.size).toBeGreaterThan(0);
    expect([...first.grid('S1', grain)!.starts].slice(-starts.size)).toEqual([...starts].toSorted((a, b) => a - b));
  });

  it.each(proved)('%s', (id) => {
    const found = disagreements(measureOf(id), { first, second, facts });
    expect({ cells: found.length, first: found.slice(0, 8) }).toEqual({ cells: 0, first: [] });
  });
});

const asOf = '2026-03-15';
const settings = {
  firm: { name: 'Larkfield IT', zone: 'Europe/London' },
  targets: { first_response: { default: '2 h', by_priority: { High: '30 min' } }, resolution: { default: '2 d' } },
  courtesy: { start: '2026-02-04' },
  training: { how_to: ['How to'] },
};

/** Both computations of made-up rows. */
async function both(rows: Rows, asked: readonly Proof[], clients?: Parameters<typeof factsOf>[1], raw: object = {}): Promise<Both> {
  const context = contextAt(asOf, factsOf(rows, clients), { ...settings, ...raw });
  const first = figuresOf(measures, context);
  return { first, second: await secondFigures(context, asOf, asked), facts: context.facts };
}

const places = (firms: readonly Rows[]) => firms.map((rows, at): [number, Rows] => [at, rows]);

/** What does not add up (law 4): facts that are neither counted nor left out, or that the firm's quarters in SQL count otherwise. */
function unaccounted({ first, second, facts }: Both): string[] {
  const counted = new Map<string, number>();
  for (const [key, { n }] of second) {
    const [measure, grain, , client] = key.split(' ') as [string, string, string, string];
    if (grain === 'quarter' && client === '-1') counted.set(measure, (counted.get(measure) ?? 0) + (n ?? 0));
  }
  return first.accounts.flatMap(({ measure, table, facts: all, population, excluded }) => {
    const left = excluded.reduce((sum, { rows }) => sum + rows, 0);
    const lost = all !== facts.tables[table as TableName]?.rows || population + left !== all;
    const rows = counted.get(measure);
    const otherwise = rows !== undefined && rows !== population;
    return lost || otherwise ? [`${measure}: ${population} + ${left} of ${all}, in SQL ${rows}`] : [];
  });
}

describe('figures of made-up firms come out the same in SQL', () => {
  const named = fc.sample(anyFacts(asOf), { numRuns: 3, seed: 20_260_315 });
  const listed = fc.sample(anyService(asOf), { numRuns: 5, seed: 7 });
  const counted = new Set<string>();

  it.each(places(named))(
    'firm %i, every name a client',
    async (_, rows) => {
      const computed = await both(rows, core);
      expect(core.flatMap(({ id }) => disagreements(measureOf(id), computed)).slice(0, 8)).toEqual([]);
    },
    30_000,
  );

  it.each(places(listed))(
    'firm %i, which lists its clients, some with calendars of their own',
    async (_, rows) => {
      const computed = await both(rows, proofs, clientList, { calendars });
      expect(proofs.flatMap(({ id }) => disagreements(measureOf(id), computed)).slice(0, 8)).toEqual([]);
      expect(unaccounted(computed)).toEqual([]);
      for (const [key, { n }] of computed.second) if (n !== null && n > 0) counted.add(key.split(' ')[0]!);
    },
    30_000,
  );

  it('nearly every measure counts something there', () => {
    expect(proved.filter((id) => !counted.has(id)).toSorted()).toEqual(['A13-avoided', 'A13-net', 'A13-ratio', 'A13-returned', 'D16', 'E17-high', 'E17-low']);
  });
});

describe('the recovery paradox (D16)', () => {
  it.each([19, 24])(
    'of %i clients',
    async (clients) => {
      const computed = await both(fc.sample(anyRecovery(clients), { numRuns: 1, seed: clients })[0]!, paradox);
      expect(disagreements(measureOf('D16'), computed)).toEqual([]);
      expect([...computed.second].filter(([key, { value }]) => key.startsWith('D16 ') && value !== null)).toHaveLength(clients < 20 ? 0 : 1);
    },
    30_000,
  );
});

describe('the gravest tickets (E17)', () => {
  it('of clients with much and with little contact', async () => {
    const storms = proofs.filter(({ id }) => id.startsWith('E17-'));
    const computed = await both(fc.sample(anyStorms, { numRuns: 1, seed: 19 })[0]!, storms);
    expect(storms.flatMap(({ id }) => disagreements(measureOf(id), computed))).toEqual([]);
    const counted = storms.map(({ id }) => [...computed.second].filter(([key, { n }]) => key.startsWith(`${id} quarter`) && n !== null && n > 0).length);
    expect(counted.every((cells) => cells >= 2)).toBe(true);
  }, 300_000);
});
