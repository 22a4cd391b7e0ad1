import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severityOf } from '../../src/issue.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const settings = settingsWith();

/** What a table says of each ticket: its status, by id. */
async function statuses(files: Readonly<Record<string, readonly string[]>>): Promise<Readonly<Record<string, string | null>>> {
  const read = await exportsOf({ files: Object.entries(files).map(([name, lines]) => fileOf(name, `${lines.join('\n')}\n`)), settings });
  const { columns, rows } = read.tables.get('tickets')!;
  const text = (field: string, row: number) => (columns.get(field) as { at(row: number): string | null }).at(row);
  return Object.fromEntries(Array.from({ length: rows }, (_, row) => [text('ticket_id', row), text('status', row)]));
}

test('a row’s own update time decides, also where the older export holds the newer state', async () => {
  const head = 'ticket_id,opened_at,updated_at,status';
  const older = [head, '1,2026-03-02 09:00,2026-03-06 09:00,closed', '2,2026-03-02 09:00,2026-03-03 09:00,open'];
  const newer = [head, '1,2026-03-02 09:00,2026-03-05 09:00,open', '2,2026-03-02 09:00,2026-03-09 09:00,resolved', '3,2026-03-10 09:00,2026-03-10 09:00,open'];
  const wanted = { 1: 'closed', 2: 'resolved', 3: 'open' };
  expect(await statuses({ 'a.csv': older, 'b.csv': newer })).toEqual(wanted);
  expect(await statuses({ 'b.csv': older, 'a.csv': newer })).toEqual(wanted);
});

test('without an update time the export that reaches further decides', async () => {
  const head = 'ticket_id,opened_at,status';
  const older = [head, '1,2026-03-02 09:00,open', '2,2026-03-03 09:00,waiting'];
  const newer = [head, '1,2026-03-02 09:00,resolved', '2,2026-03-03 09:00,open', '3,2026-03-10 09:00,open'];
  const wanted = { 1: 'resolved', 2: 'open', 3: 'open' };
  expect(await statuses({ 'a.csv': older, 'b.csv': newer })).toEqual(wanted);
  expect(await statuses({ 'b.csv': older, 'a.csv': newer })).toEqual(wanted);
});

test('a log of events comes down to the last of each ticket, in any order of rows and files', async () => {
  const words = ['open', 'waiting', 'resolved', 'closed'];
  const events = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 50 }), fc.constantFrom(...words)), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 0, max: 30 }), async (all, cut) => {
      const log = [...new Map(all.map((event) => [`${event[0]} ${event[1]}`, event])).values()];
      const line = ([id, minute, status]: (typeof log)[number]) => `${id},2026-03-02 09:00,2026-03-02 10:${String(minute).padStart(2, '0')},${status}`;
      const last = new Map<string, readonly [number, string]>();
      for (const [id, minute, status] of log) if (minute >= (last.get(String(id))?.[0] ?? -1)) last.set(String(id), [minute, status]);
      const head = 'ticket_id,opened_at,updated_at,status';
      const files = { 'a.csv': [head, ...log.slice(cut).map(line)], 'b.csv': [head, ...log.slice(0, cut).map(line)] };
      expect(await statuses(files)).toEqual(Object.fromEntries([...last].map(([id, [, status]]) => [id, status])));
    }),
    { numRuns: 40 },
  );
});

test('two rows of one id that nothing ranks are named, each with the row that counts', async () => {
  const head = 'client,name,account_manager';
  const files = {
    'clients.csv': [head, 'NORTH...,Northgate Vets,Kim', 'BIRCH,Birch,Lee', 'NORTH...,Northgate Foods,Ada'],
    'more.csv': [head, 'BIRCH,Birch,Kim'],
  };
  const read = await exportsOf({ files: Object.entries(files).map(([name, lines]) => fileOf(name, `${lines.join('\n')}\n`)), settings });
  const kept = read.tables.get('clients')!;
  const place = (row: number) => `${read.files[kept.file[row]!]!.file} ${kept.line[row]}`;
  const told = read.issues.map((one) => {
    const [line, file = one.file] = one.detail.replace('line ', '').split(' of ');
    return { says: [severityOf(one), one.code, one.column, one.text], passed: `${one.file} ${one.line}`, counts: `${file} ${line}` };
  });
  expect(told.map(({ says }) => says.join(' ')).toSorted()).toEqual(['warning id-twice client BIRCH', 'warning id-twice client NORTH...']);
  expect(told.map(({ counts }) => counts).toSorted()).toEqual([0, 1].map(place).toSorted());
  expect([...told.map(({ passed }) => passed), ...told.map(({ counts }) => counts)].toSorted()).toEqual([
    'clients.csv 2',
    'clients.csv 3',
    'clients.csv 4',
    'more.csv 2',
  ]);
});

test('states of one id that something ranks, and rows alike in every cell, are passed over without a word', async () => {
  const rows = async (head: string, ...lines: readonly string[]) =>
    (await exportsOf({ files: [fileOf('t.csv', `${[head, ...lines].join('\n')}\n`)], settings })).issues.map(({ code }) => code);
  expect(await rows('ticket_id,opened_at,updated_at,status', '1,2026-03-02 09:00,2026-03-03 09:00,open', '1,2026-03-02 09:00,2026-03-04 09:00,closed')).toEqual(
    [],
  );
  expect(await rows('client,name', 'A,Alder', 'A,Alder')).toEqual([]);
});

test('rows of one id are not named where one only says more than the other', async () => {
  const files = { 'a.csv': 'ticket_id,opened_at,status\n1,2026-03-02 09:00,open\n', 'b.csv': 'ticket_id,opened_at,priority\n1,2026-03-02 09:00,P1\n' };
  const read = await exportsOf({ files: Object.entries(files).map(([name, text]) => fileOf(name, text)), settings });
  expect(read.issues).toEqual([]);
});

test('however many there are, each is named', { timeout: 180_000 }, async () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => `${at >> 1},2026-03-02 09:00,${at % 2 === 0 ? 'open' : 'waiting'}`);
  const read = await exportsOf({ files: [fileOf('log.csv', ['ticket_id,opened_at,status', ...rows, ''].join('\n'))], settings });
  expect(read.issues.filter(({ code }) => code === 'id-twice')).toHaveLength(150_000);
});

test('rows of one id count the same in whatever order its states come back', async () => {
  const head = 'ticket_id,opened_at,status';
  const account = async (...states: readonly string[]) => {
    const lines = states.map((state) => `1,2026-03-02 09:00,${state}`);
    const { files } = await exportsOf({ files: [fileOf('t.csv', `${[head, ...lines].join('\n')}\n`)], settings });
    return files.map(({ used, duplicate, superseded }) => ({ used, duplicate, superseded }));
  };
  const wanted = [{ used: 1, duplicate: 1, superseded: 1 }];
  for (const states of [
    ['open', 'closed', 'open'],
    ['closed', 'open', 'open'],
    ['open', 'open', 'closed'],
    ['closed', 'open', 'closed'],
  ])
    expect(await account(...states), states.join(', ')).toEqual(wanted);
});

test('a state that comes back in the newest export counts, whatever the files are called', async () => {
  const head = 'ticket_id,opened_at,status';
  const week = (status: string, day: string) => [head, `1,2026-03-02 09:00,${status}`, `on ${day},${day} 09:00,open`];
  const [first, second, third] = [week('open', '2026-03-06'), week('waiting', '2026-03-13'), week('open', '2026-03-20')] as const;
  expect(await statuses({ 'a.csv': first, 'b.csv': second, 'c.csv': third })).toMatchObject({ 1: 'open' });
  expect(await statuses({ 'a.csv': first, 'b.csv': third, 'c.csv': second })).toMatchObject({ 1: 'open' });
});

test('rows that have no id where others of the file have one are all kept', async () => {
  const lines = ['contact_id,client,at,channel', ',Alder,2026-03-02 09:00,phone', ',Birch,2026-03-03 09:00,mail', '7,Birch,2026-03-04 09:00,mail'];
  const read = await exportsOf({ files: [fileOf('contacts.csv', `${[...lines, lines[1]!].join('\n')}\n`)], settings });
  expect(read.issues).toEqual([]);
  expect(read.files).toMatchObject([{ read: 4, used: 3, duplicate: 1, superseded: 0 }]);
});
