import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/pipeline.ts';
import { fileOf } from '../workspace.ts';
import { found, madeOf, named, sheet, weekly, weekRows, type Exports, type Made } from './firm.ts';

const weeks = (from: number, to: number, count = 30) => Array.from({ length: to - from }, (_, at) => weekRows(from + at, count));
const all = (...rows: readonly (readonly string[])[]): Exports => ({ 'all.csv': sheet(...rows) });
const ten = await madeOf(all(...weeks(0, 10)));
const two = await madeOf(all(...weeks(0, 2)));

const against = async (exports: Exports, before: Made, raw = {}) => named(found(await madeOf(exports, raw, before), before));

describe('a file that keeps its name and loses rows', () => {
  test('holds, and says how many rows it held and holds', async () => {
    const made = await madeOf(all(weekRows(0).slice(0, 9)), {}, two);
    const [one, ...others] = found(made, two).filter(({ gate }) => gate === 'lost_file');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'file-cut:all.csv', grade: 'hold', about: 'all.csv', unit: 'rows', was: 60, is: 9 });
    expect(one!.says).toBe('the file held 60 rows of tickets in the published report and holds 9 rows now; about 51 rows of them stand in no file now (85 %)');
  });

  test('holds with the header alone', async () => {
    const made = await madeOf({ ...weekly(9), 'tickets-w04.csv': sheet() }, {}, await madeOf(weekly(9)));
    expect(found(made, await madeOf(weekly(9)))).toMatchObject([{ id: 'file-cut:tickets-w04.csv', grade: 'hold', was: 30, is: 0 }]);
    expect(found(made, await madeOf(weekly(9)))[0]!.says).toContain('and holds none now');
  });

  test('holds at whichever end it was cut, however long it is', async () => {
    expect(await against(all(...weeks(0, 8)), ten)).toEqual(['file-cut:all.csv hold']);
    expect(await against(all(...weeks(3, 10)), ten)).toEqual(['file-cut:all.csv hold']);
    const long = await madeOf(all(...weeks(0, 3, 32), weekRows(3, 31)));
    expect(await against(all(...weeks(0, 2, 32), weekRows(2, 10)), long)).toEqual(['file-cut:all.csv hold']);
  });

  test('only warns where few rows are gone, and lets the settings grade it', async () => {
    expect(await against(all(...weeks(0, 9), weekRows(9).slice(0, 25)), ten)).toEqual(['file-cut:all.csv warn']);
    expect(await against(all(...weeks(0, 5)), ten, { gates: { lost_file: 'warn', rows_drop: 'off' } })).toEqual(['file-cut:all.csv warn']);
    expect(await against(all(...weeks(0, 5)), ten, { gates: { lost_file: 'off', rows_drop: 'off' } })).toEqual([]);
  });

  test('is none where its rows moved to another file, in their old state or a newer one', async () => {
    const moved = { ...all(...weeks(0, 5)), 'rest.csv': sheet(...weeks(5, 10)) };
    expect(await against(moved, ten)).toEqual([]);
    const closed = weekRows(9).map((row) => row.replace('T11:30Z', 'T12:30Z'));
    expect(await against({ ...all(...weeks(0, 10)), 'newer.csv': sheet(closed, weekRows(10)) }, ten)).toEqual([]);
  });

  test('is none where it runs over a window of weeks that went on', async () => {
    const before = await madeOf(all(...weeks(0, 12)));
    expect(await against(all(...weeks(1, 12), weekRows(12, 20)), before)).toEqual([]);
    expect(await against(all(...weeks(8, 12), weekRows(12, 20)), before)).toContain('file-cut:all.csv hold');
  });

  test('only warns where a little at the old end of the table was cleared away', async () => {
    const years = { 'old.csv': sheet(...weeks(0, 2)), 'new.csv': sheet(...weeks(2, 20)) };
    const before = await madeOf(years);
    expect(await against({ ...years, 'old.csv': sheet(weekRows(1)) }, before)).toEqual(['file-cut:old.csv warn']);
  });

  test('leaves rows that were refused to their own gate', async () => {
    const broken = weekRows(0).map((row, at) => (at < 20 ? row.slice(row.indexOf(',')) : row));
    expect(await against(all(broken, ...weeks(1, 10)), ten)).toEqual(['refused:all.csv hold']);
    const rest = await madeOf(all(broken, ...weeks(1, 10)));
    expect(await against(all(broken, ...weeks(1, 6)), rest)).toContain('file-cut:all.csv hold');
  });
});

test('a row of the list of clients is lost where the client is still heard of, and else left to the gate of clients', async () => {
  const list = (...names: readonly string[]) => `client,end\n${names.map((name) => `${name},\n`).join('')}`;
  const names = ['Ash', 'Birch', 'Cedar', 'Elm'];
  const before = await madeOf({ ...weekly(10), 'clients.csv': list(...names) });
  expect(await against({ ...weekly(10), 'clients.csv': list() }, before)).toEqual(['file-cut:clients.csv hold']);
  expect(await against({ ...weekly(10), 'clients.csv': list('Ash', 'Birch', 'Cedar') }, before)).toEqual(['client-lost:elm hold']);
});

test('complaints that a rule finds among the tickets are not lost with the rule', async () => {
  const told = { ...weekly(10), 'typed.csv': 'ticket_id,client,opened_at,type\nT-a,Ash,2026-02-02T09:00Z,complaint\nT-b,Ash,2026-02-03T09:00Z,complaint\n' };
  const before = await madeOf(told, { complaints: { rule: { type: ['complaint'] } } });
  expect(before.report.facts['complaints']).toBe(2);
  expect((await against(told, before)).filter((one) => one.startsWith('file'))).toEqual([]);
});

test('traces of an older version tell what they can', async () => {
  const { traces } = two.gated;
  const older = { ...traces, files: traces.files.map(({ file, table, rows, newest, keys }) => ({ file, table, rows, newest, keys })) };
  const { gated } = await buildReport([fileOf('all.csv', sheet(weekRows(0).slice(0, 9)))], two.settings, { published: older });
  expect(gated!.lost!.parts).toMatchObject([{ file: 'all.csv', rows: 60, is: 9, gone: 51 }]);
});
