import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimed } from '../../scripts/claims.ts';
import { writeFigures } from '../../scripts/contract.ts';
import { secondProcess } from '../../scripts/counting.ts';
import { countsIn, countsKept } from '../../scripts/counts.ts';
import { reportStage } from '../../scripts/making.ts';
import { own } from '../../scripts/root.ts';
import { NONE_SENT } from '../../src/facts/sent-page.ts';
import { countedOf, type Counted } from '../../src/measures/cells.ts';
import type { Grid } from '../../src/measures/grid.ts';
import { groups, measures } from '../../src/measures/index.ts';
import { contextIn } from '../../src/pipeline.ts';
import { workspaceIn } from '../workspace.ts';

const TIME = { timeout: 180_000 };
let folder = '';
let data = '';
const inputs = async () => ({ ...(await workspaceIn(data)), sent: NONE_SENT });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counting-'));
  data = join(folder, 'data');
  cpSync(own('data'), data, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const given = (name: string) => ({
  data,
  out: join(folder, 'site'),
  cache: join(folder, name, 'columns'),
  shared: join(folder, name, 'shared'),
  figures: join(folder, `${name}.csv`),
});

/** What counting gives where the other process is at work before this one has done more than a little. */
async function* waiting(counts: AsyncIterable<Counted>, shared: string): AsyncGenerator<Counted> {
  for await (const counted of counts) {
    yield counted;
    while (!existsSync(join(shared, `${groups.length - 1}`))) await setTimeout(20);
  }
}

const made = async (name: string, second?: ReturnType<ReturnType<typeof secondProcess>>) => {
  const stage = reportStage({ data, cache: undefined, secret: undefined, second });
  const beside = { report: join(folder, `${name}.json`), measures: join(folder, `${name}-here.csv`) };
  const { report, figures } = await stage(
    await inputs(),
    undefined,
    async () => null,
    () => {},
    null,
    beside,
  );
  await writeFigures(figures!, report!, beside);
  return { report, figures: readFileSync(beside.measures) };
};

test('two processes make the report of one and write its figures, to the byte', TIME, async () => {
  const asked = given('two');
  const second = secondProcess()(asked);
  const counting: typeof second.counting = (...words) => {
    const counts = second.counting(...words);
    return (context) => waiting(counts(context), asked.shared);
  };
  const [together, alone] = [await made('two', { ...second, counting }), await made('alone')];
  expect(together).toEqual(alone);
  expect(await second.written()).toBe(true);
  expect(readFileSync(asked.figures)).toEqual(alone.figures);
});

test('what the other has counted from other files or settings is not taken, nor what it writes', TIME, async () => {
  const { files, settings, ...rest } = await inputs();
  const context = (await contextIn(files, settings, {}))!;
  const here = [...countedOf(measures, context)];
  const counted = async (name: string, changed: object, asked: object): Promise<readonly Counted[]> => {
    const second = secondProcess()({ ...given(name), ...asked });
    const found: Counted[] = [];
    for await (const one of second.counting({ files, settings, ...rest, ...changed }, undefined)(context)) found.push(one);
    expect(await second.written()).toBe(false);
    expect(existsSync(given(name).figures)).toBe(false);
    return found.toSorted(
      (a, b) => here.findIndex(({ account }) => account.measure === a.account.measure) - here.findIndex(({ account }) => account.measure === b.account.measure),
    );
  };
  expect(await counted('settings', { settingsText: `${rest.settingsText}\n# another` }, {})).toEqual(here);
  expect(await counted('nowhere', {}, { data: join(folder, 'nowhere') })).toEqual(here);
});

test('a piece of work is done by one of those who share it, whatever their order', () => {
  const shared = mkdtempSync(join(folder, 'claims-'));
  const pieces = [...[...'abcdef'].entries()];
  const [first, second] = [claimed(shared, pieces), claimed(shared, pieces.toReversed())];
  expect([first, second, second, first, first, second, first, second].map((one) => one.next().value)).toEqual([
    'a',
    'f',
    'e',
    'b',
    'c',
    'd',
    undefined,
    undefined,
  ]);
});

test('a column that stands in a grid more than once says the same in each place', () => {
  const zeros = new Float64Array(2);
  const blank = new Float64Array(2).fill(NaN);
  const grid: Grid = {
    measure: 'S1',
    grain: 'week',
    starts: Int32Array.of(20_000),
    clients: 1,
    value: blank,
    n: zeros,
    hits: zeros,
    exposure: blank,
    low: zeros,
    high: blank,
    p90: blank,
    assumed: new Uint8Array(2),
  };
  const account = { measure: 'S1', table: 'surveys', facts: 0, population: 0, excluded: [] } as const;
  const path = join(folder, 'shared-columns');
  const counts = [...countsKept(path, [{ account, grids: [grid] }])];
  expect([...countsIn(path)]).toEqual(counts);
});

test('a file of counts that was cut short is no count', TIME, async () => {
  const { files, settings } = await workspaceIn(data);
  const path = join(folder, 'counts');
  const counts = [...countsKept(path, countedOf(measures, (await contextIn(files, settings, {}))!))];
  expect(counts.length).toBeGreaterThan(100);
  appendFileSync(path, new Uint8Array(Float64Array.of(1000).buffer));
  expect(() => [...countsIn(path)]).toThrow('is cut short');
});
