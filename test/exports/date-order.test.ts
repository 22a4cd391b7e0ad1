import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueText } from '../../src/issue.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

type Row = readonly [id: string, client: string, ...dates: readonly string[]];

const HEAD = ['ticket_id', 'client', 'opened_at', 'due_at'];
const csvOf = (rows: readonly Row[]) => [HEAD, ...rows.map((row) => HEAD.map((_, at) => row[at] ?? ''))].map((cells) => `${cells.join(',')}\n`).join('');
const read = (rows: readonly Row[], source: object | null = null) =>
  exportsOf({ files: [fileOf('t.csv', csvOf(rows))], settings: settingsWith(source === null ? {} : { sources: [{ files: '*', ...source }] }) });

/** The dates of a column by ticket, as ISO texts, null where there is none. */
async function datesOf(of: ReturnType<typeof read>, field = 'opened_at'): Promise<Readonly<Record<string, string | null>>> {
  const table = (await of).tables.get('tickets')!;
  const at = (row: number) => (table.columns.get(field) as Float64Array)[row]!;
  const ids = Array.from({ length: table.rows }, (_, row) => String(table.columns.get('ticket_id')!.at(row)));
  return Object.fromEntries(ids.map((id, row) => [id, Number.isNaN(at(row)) ? null : new Date(at(row)).toISOString().slice(0, 16)]));
}

const said = async (of: ReturnType<typeof read>) =>
  (await of).issues.map(({ code, line, column, text, detail }) =>
    [code, line, column, text, detail].filter((part) => part !== null && part !== '').join(' | '),
  );

describe('a date order that the settings give', () => {
  const dayFirst = { date_order: 'day-first' };

  test('holds for every date that can be read both ways, whatever other rows show; the others keep their only reading and are named', async () => {
    const of = read(
      [
        ['1', 'Alder', '04/05/2026 09:00'],
        ['2', 'Birch', '04/26/2026 09:00'],
        ['3', 'Cedar', '26/04/2026 09:00'],
        ['4', 'Birch', '04/27/2026 09:00'],
        ['5', 'Alder', '06/05/2026 09:00'],
      ],
      dayFirst,
    );
    expect(await datesOf(of)).toEqual({ 1: '2026-05-04T09:00', 2: '2026-04-26T09:00', 3: '2026-04-26T09:00', 4: '2026-04-27T09:00', 5: '2026-05-06T09:00' });
    expect(await said(of)).toEqual(['order-against-setting | 3 | opened_at | 04/26/2026 09:00 | 2 dates of this column, date_order: day-first']);
    expect((await of).files[0]!.dateOrder).toBe('day-first');
  });

  test('stops the build where every date that tells goes against it, with what to write instead', async () => {
    const rows: readonly Row[] = [
      ['1', 'Alder', '04/05/2026 09:00', '05/05/2026'],
      ['2', 'Birch', '04/26/2026 09:00', '06/05/2026'],
    ];
    expect(await said(read(rows, dayFirst))).toEqual(['order-setting-wrong | 3 | opened_at | 04/26/2026 09:00 | 1 date; date_order: month-first fits']);
    expect(await said(read(rows))).toEqual([]);
  });

  test('is not given up for one or two slips of a column while the others of the file agree, but for more', async () => {
    const rows = (slips: number): readonly Row[] => [
      ['1', 'Alder', '04/05/2026 09:00', '25/05/2026'],
      ...Array.from({ length: slips }, (_, at): Row => [`${at + 2}`, 'Birch', '04/26/2026 09:00', '06/05/2026']),
    ];
    expect(await said(read(rows(2), dayFirst))).toEqual([
      'order-against-setting | 3 | opened_at | 04/26/2026 09:00 | 2 dates of this column, date_order: day-first',
    ]);
    expect(await said(read(rows(3), dayFirst))).toEqual(['order-setting-wrong | 3 | opened_at | 04/26/2026 09:00 | 3 dates; date_order: month-first fits']);
  });

  test('is not held against rows that were refused, nor against a column that is read twice', async () => {
    const rows: readonly Row[] = [
      ['', 'Alder', '04/26/2026 09:00'],
      ['1', 'Alder', '04/05/2026 09:00'],
    ];
    expect((await said(read(rows, dayFirst))).filter((one) => one.startsWith('order'))).toEqual([]);
    const twice = { date_order: 'day-first', columns: { resolved_at: 'opened_at' } };
    const told: readonly Row[] = [
      ['1', 'Alder', '25/04/2026 09:00'],
      ['', 'Alder', '04/26/2026 09:00'],
      ['2', 'Alder', '04/27/2026 09:00'],
    ];
    expect((await said(read(told, twice))).filter((one) => one.startsWith('order'))).toEqual([
      'order-against-setting | 4 | opened_at | 04/27/2026 09:00 | 1 date of this column, date_order: day-first',
    ]);
  });

  test('keeps the dates of each client as they are, whoever else’s rows are there', async () => {
    const part = fc.integer({ min: 1, max: 28 }).map((one) => String(one).padStart(2, '0'));
    const date = fc.tuple(part, part).filter(([first, second]) => Number(first) <= 12 || Number(second) <= 12);
    const rows = fc.array(fc.tuple(fc.constantFrom('Alder', 'Birch', 'Cedar'), date), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('day-first', 'month-first'), async (some, order) => {
        const all = some.map(([client, [first, second]], at): Row => [String(at), client, `${first}/${second}/2026 09:00`]);
        const whole = await datesOf(read(all, { date_order: order }));
        for (const gone of ['Alder', 'Birch']) {
          const left = all.filter(([, client]) => client !== gone);
          const kept = left.length === 0 ? {} : await datesOf(read(left, { date_order: order }));
          for (const [id] of left) expect(kept[id]).toBe(whole[id]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a date with an offset that can be read both ways follows its column, in whatever order the rows stand', async () => {
  const rows: readonly Row[] = [
    ['1', 'Alder', '04/05/2026 00:30 +02:00'],
    ['2', 'Birch', '04/26/2026 23:30 -02:00'],
    ['3', 'Cedar', '06/05/2026 12:00 Z'],
  ];
  const monthFirst = { 1: '2026-04-04T22:30', 2: '2026-04-27T01:30', 3: '2026-06-05T12:00' };
  expect(await datesOf(read(rows))).toEqual(monthFirst);
  expect(await datesOf(read(rows.toReversed()))).toEqual(monthFirst);
  const pinned = read([...rows, ['4', 'Cedar', '26/04/2026 12:00 Z']], { date_order: 'day-first' });
  expect(await datesOf(pinned)).toEqual({ 1: '2026-05-03T22:30', 2: '2026-04-27T01:30', 3: '2026-05-06T12:00', 4: '2026-04-26T12:00' });
  const mixed = read([...rows, ['4', 'Cedar', '26/04/2026 12:00 Z']]);
  expect(await datesOf(mixed)).toMatchObject({ 1: null, 3: null });
});

test('a column of both orders says how many dates were left empty by it, or that none was', async () => {
  const both: readonly Row[] = [
    ['1', 'Alder', '25/04/2026 09:00'],
    ['2', 'Birch', '04/26/2026 09:00'],
  ];
  const texts = async (rows: readonly Row[]) => (await read(rows)).issues.filter(({ code }) => code.startsWith('order')).map(issueText);
  const wrong = 't.csv: column "opened_at": some dates of this column can only be read day first and some only month first';
  const [clear, ...none] = await texts(both);
  expect([clear!.startsWith(`${wrong}; each was read the only way there is, and none was left empty; `), none]).toEqual([true, []]);
  expect((await texts([...both, ['', 'Alder', '04/05/2026 09:00']]))[0]).toBe(clear);
  const [lost] = await texts([...both, ['3', 'Cedar', '04/05/2026 09:00']]);
  expect(lost!.startsWith(`${wrong} (1 date can be read both ways); the dates that can be read both ways were left empty; `)).toBe(true);
  expect((await texts([...both, ['3', 'Cedar', '04/05/2026 09:00'], ['4', 'Cedar', '05/06/2026 09:00']]))[0]).toContain('(2 dates can be read both ways)');
});

describe('columns whose order hangs on rows', () => {
  const orders = async (...given: Parameters<typeof read>) => (await read(...given)).files[0]!.toldByRows;

  test('are those in which rows tell how others are read, of the column itself or of another', async () => {
    const rows: readonly Row[] = [
      ['1', 'Alder', '04/05/2026 09:00', '2026-06-01'],
      ['2', 'Birch', '25/04/2026 09:00', '2026-06-01'],
    ];
    expect(await orders(rows)).toEqual([{ column: 'opened_at', says: { date_order: 'day-first' } }]);
    expect(await orders(rows.map(([id, client, opened]): Row => [id, client, opened!, '04/05/2026']))).toEqual([
      { column: 'opened_at', says: { date_order: 'day-first' } },
      { column: 'due_at', says: { date_order: 'day-first' } },
    ]);
    expect(await orders(rows, { columns: { resolved_at: 'opened_at' } })).toEqual([{ column: 'opened_at', says: { date_order: 'day-first' } }]);
  });

  test('are none where the settings say the order, where all rows are one client’s, or where no date can be read both ways', async () => {
    const rows: readonly Row[] = [
      ['1', 'Alder', '04/05/2026 09:00'],
      ['2', 'Birch', '25/04/2026 09:00'],
    ];
    expect(await orders(rows, { date_order: 'day-first' })).toEqual([]);
    expect(await orders(rows, { client: 'Alder' })).toEqual([]);
    expect(await orders(rows.slice(1))).toEqual([]);
    expect(await orders([['1', 'Alder', '2026-05-04 09:00']])).toEqual([]);
  });
});
