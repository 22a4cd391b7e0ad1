import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countsIn, writeCounts } from '../../scripts/counts.ts';
import { latterApart } from '../../scripts/latter.ts';
import { writeFigures } from '../../scripts/contract.ts';
import { reportStage } from '../../scripts/making.ts';
import { own } from '../../scripts/root.ts';
import { NONE_SENT } from '../../src/facts/sent-page.ts';
import { countLatter } from '../../src/pipeline.ts';
import { workspaceIn } from '../workspace.ts';

const TIME = { timeout: 60_000 };
let folder = '';
let data = '';
const inputs = async () => ({ ...(await workspaceIn(data)), sent: NONE_SENT });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latter-'));
  data = join(folder, 'data');
  cpSync(own('data'), data, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const given = (name: string) => ({ data, out: join(folder, 'site'), cache: join(folder, name, 'columns'), file: join(folder, `${name}.counts`) });

test('a second process counts what would be counted here', TIME, async () => {
  const workspace = await inputs();
  const [here, there] = [await countLatter(workspace.files, workspace.settings, {}), await latterApart(given('one'))(workspace, undefined)];
  const all = [...here!];
  expect(all.length).toBeGreaterThan(20);
  expect([...there!]).toEqual(all);
  expect(existsSync(join(folder, 'one.counts'))).toBe(false);
});

test('with it a report and its figures are the same to the byte', TIME, async () => {
  const workspace = await inputs();
  const made = async (name: string, latter?: ReturnType<typeof latterApart>) => {
    const beside = { report: join(folder, `${name}.json`), measures: join(folder, `${name}.csv`) };
    const stage = reportStage({ data, cache: undefined, secret: undefined, latter });
    const { report, figures } = await stage(
      workspace,
      undefined,
      async () => null,
      () => {},
      null,
      beside,
    );
    await writeFigures(figures!, report!, beside);
    return { report, figures: readFileSync(beside.measures) };
  };
  const latter = latterApart(given('two-counts'));
  let taken = 0;
  const watched: typeof latter = async (...asked) => {
    const counts = [...(await latter(...asked))!];
    taken = counts.length;
    return counts;
  };
  expect(await made('two', watched)).toEqual(await made('alone'));
  expect(taken).toBeGreaterThan(20);
});

test('what it counted from other files, settings or days, or not to the end, is not taken', TIME, async () => {
  const workspace = await inputs();
  const other = { ...workspace, settingsText: `${workspace.settingsText}\n# another` };
  expect(await latterApart(given('three'))(other, undefined)).toBeNull();
  expect(await latterApart({ ...given('four'), data: join(folder, 'nowhere') })(workspace, undefined)).toBeNull();
  expect(await latterApart({ ...given('five'), file: join(folder, 'no', 'folder') })(workspace, undefined)).toBeNull();
});

test('a file of counts that was cut short is no count', async () => {
  const { files, settings } = await workspaceIn(data);
  const path = join(folder, 'counts');
  writeCounts(path, (await countLatter(files, settings, {}))!);
  appendFileSync(path, new Uint8Array(Float64Array.of(1000).buffer));
  expect(() => [...countsIn(path)]).toThrow('is cut short');
});
