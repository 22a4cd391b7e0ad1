import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { GRAINS } from '../../src/measures/axis.ts';
import { figuresOf } from '../../src/measures/cells.ts';
import type { Figures } from '../../src/measures/grid.ts';
import { measures } from '../../src/measures/index.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { contextAt, factsOf, type Rows } from '../measures/facts-of.ts';
import { demo } from '../report/material-of.ts';
import { anyFacts } from './any-facts.ts';
import { disagreements } from './disagreements.ts';
import { NOT_YET_PROVED } from './not-yet.ts';
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
    expect(ids.filter((id) => !proved.includes(id)).toSorted()).toEqual([...NOT_YET_PROVED].toSorted());
  });
});

describe('the demo’s figures come out the same in SQL', () => {
  let first: Figures;
  let second: SecondFigures;

  beforeAll(async () => {
    const { context, figures } = await demo();
    first = figures;
    second = await secondFigures(context, '2026-08-30', proofs);
  }, 60_000);

  it.each(GRAINS)('the same periods by %s', (grain) => {
    const starts = new Set([...second.keys()].map((key) => key.split(' ')).flatMap(([id, of, start]) => (id === 'S1' && of === grain ? [Number(start)] : [])));
    expect(starts.size).toBeGreaterThan(0);
    expect([...first.grid('S1', grain)!.starts].slice(-starts.size)).toEqual([...starts].toSorted((a, b) => a - b));
  });

  it.each(proved)('%s', (id) => {
    const found = disagreements(measureOf(id), first, second);
    expect({ cells: found.length, first: found.slice(0, 8) }).toEqual({ cells: 0, first: [] });
  });
});

describe('figures of made-up firms come out the same in SQL', () => {
  const asOf = '2026-03-15';
  const settings = {
    firm: { name: 'Larkfield IT', zone: 'Europe/London' },
    targets: { first_response: { default: '2 h', by_priority: { High: '30 min' } }, resolution: { default: '2 d' } },
    courtesy: { start: '2026-02-04' },
  };
  const asked = core.map(({ id }) => measureOf(id));
  const firms = fc.sample(anyFacts(asOf), { numRuns: 3, seed: 20_260_315 });

  it.each(firms.map((rows, at): [number, Rows] => [at, rows]))('firm %i', async (_, rows) => {
    const context = contextAt(asOf, factsOf(rows), settings);
    const first = figuresOf(asked, context);
    const second = await secondFigures(context, asOf, core);
    expect(asked.flatMap((one) => disagreements(one, first, second)).slice(0, 8)).toEqual([]);
  });
});
