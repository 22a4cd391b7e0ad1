import { describe, expect, test } from 'vitest';
import type { ExportFile } from '../../src/exports/file.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const read = (file: ExportFile | readonly ExportFile[], ...sources: readonly object[]) =>
  exportsOf({ files: [file].flat() as readonly ExportFile[], settings: settingsWith({ sources }) });

const board = 'Ticket #,Status,Company,Summary Description,Resources,SLA Date\n7,New,Alder,Mail,ann,2026-02-05\n';

async function column(of: ReturnType<typeof read>, table: 'tickets' | 'surveys' | 'time_entries' | 'contacts', field: string): Promise<readonly unknown[]> {
  const { tables } = await of;
  const found = tables.get(table)!;
  return Array.from({ length: found.rows }, (_, row) => found.columns.get(field)?.at(row) ?? null);
}

describe('an entry without table', () => {
  test('adds a column to a known export and keeps the rest', async () => {
    const of = read(fileOf('b.csv', board), { files: 'b*', columns: { due_at: 'SLA Date' } });
    expect((await of).files[0]!.format).toBe('connectwise-board');
    expect(await column(of, 'tickets', 'due_at')).toEqual([Date.UTC(2026, 1, 6) - 1]);
    expect(await column(of, 'tickets', 'client')).toEqual(['Alder']);
  });

  test('keeps the words that the export gives a column of another name', async () => {
    const named = board.replace('Status', 'State now').replace('SLA Date', 'Status');
    const of = read(fileOf('b.csv', named.replace('2026-02-05', 'Open')), { files: 'b*', columns: { status: 'State now' } });
    expect(await column(of, 'tickets', 'status')).toEqual(['open']);
  });

  test('tells the class of answers by their words where no column does', async () => {
    const text = 'response_id,answer,scale_low,scale_high\n1,Meh,,\n2,5,1,5\n';
    expect(await column(read(fileOf('s.csv', text), { files: 's*', values: { class: { Meh: 'neutral' } } }), 'surveys', 'class')).toEqual(['neutral', null]);
  });
});

test('an entry with table wins over a known export and over entries before it', async () => {
  const { files } = await read(
    fileOf('b.csv', board),
    { files: '*', zone: 'UTC' },
    { headers: ['Ticket #', 'SLA Date'], table: 'tickets', columns: { ticket_id: 'Ticket #' } },
  );
  expect(files.map(({ format }) => format)).toEqual(['mapped-tickets']);
});

test('an entry for more files says the zone and the order of dates that a mapping leaves open', async () => {
  const mapping = { headers: ['Nr'], table: 'tickets', columns: { ticket_id: 'Nr', opened_at: 'Made' } };
  const of = read(fileOf('x.csv', 'Nr,Made\n1,03/02/2026 10:00\n'), mapping, { files: '*', zone: 'Europe/Berlin', date_order: 'day-first' });
  expect(await column(of, 'tickets', 'opened_at')).toEqual([Date.UTC(2026, 1, 3, 9)]);
  expect((await of).issues).toEqual([]);
});

test('a duration comes in the unit of the facts, whatever the file counts in', async () => {
  const contacts = { files: 'x*', table: 'contacts', columns: { client: 'Who', at: 'When', courtesy_seconds: { from: 'Extra', unit: 'minutes' } } };
  expect(
    await column(read(fileOf('x.csv', 'Who,When,Extra\nAlder,2026-02-03 10:00,1.5\nBirch,2026-02-03 11:00,0:02\n'), contacts), 'contacts', 'courtesy_seconds'),
  ).toEqual([90, 120]);
});

test.each([
  ['excel', '46056.5', Date.UTC(2026, 1, 3, 12)],
  ['unix', '1770119999', Date.UTC(2026, 1, 3, 11, 59, 59)],
  ['unix-ms', '1770120000000', Date.UTC(2026, 1, 3, 12)],
  [undefined, 'Tuesday, February 3rd, 2026 at 12:00 PM', Date.UTC(2026, 1, 3, 12)],
  [undefined, 'Feb 3, 2026, 12:00:00 pm', Date.UTC(2026, 1, 3, 12)],
  [undefined, 'Tue 3 Feb 2026 12:00', Date.UTC(2026, 1, 3, 12)],
])('dates of the form %s: %s', async (date_form, cell, epoch) => {
  const entry = { files: 'x*', table: 'tickets', columns: { ticket_id: 'Nr', opened_at: date_form === undefined ? 'Made' : { from: 'Made', date_form } } };
  expect(await column(read(fileOf('x.csv', `Nr;Made\n1;${cell}\n`), entry), 'tickets', 'opened_at')).toEqual([epoch]);
});

test.each(['0', '12345678901234', 'soon', '1e9', 'February 30, 2026'])('a date that is none is named as the file writes it: %s', async (cell) => {
  const entry = { files: 'x*', table: 'tickets', columns: { ticket_id: 'Nr', opened_at: { from: 'Made', date_form: /^\d/.test(cell) ? 'excel' : 'unix' } } };
  const { issues } = await read(fileOf('x.csv', `Nr;Made\n1;${cell}\n`), entry);
  expect(issues.map(({ code, text, line }) => [code, text, line])).toEqual([['cell-not-instant', cell, 2]]);
});

test('an entry that speaks of no file is noted, one that speaks of any is not', async () => {
  const file = fileOf('x.csv', 'ticket_id\n1\n');
  const { issues } = await read(file, { files: 'y*' }, { headers: ['ticket_id'], zone: 'UTC' }, { headers: ['Harbour'] }, { files: 'x*' });
  expect(issues.map(({ code, column: path, detail }) => [code, path, detail])).toEqual([
    ['setting-unused', 'sources.0.files', 'no file has such a name'],
    ['setting-unused', 'sources.2.headers', 'no file has these columns'],
    ['setting-unused', 'sources.3', 'entries before it speak of all these files'],
  ]);
});

test('header names that mean something elsewhere are names', async () => {
  const names = ['*', 'Created*', '__proto__', 'constructor', 'a.b', '=1+1'];
  const entry = {
    files: 'x*',
    table: 'tickets',
    columns: { ticket_id: '*', type: 'Created*', client: '__proto__', agent: 'constructor', team: 'a.b', channel: '=1+1' },
  };
  const of = read(fileOf('x.csv', `${names.join(',')}\n1,2,3,4,5,6\n`), entry);
  for (const [field, value] of Object.entries({ ticket_id: '1', type: '2', client: '3', agent: '4', team: '5', channel: '6' }))
    expect(await column(of, 'tickets', field), field).toEqual([value]);
});
