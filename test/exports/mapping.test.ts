import { describe, expect, test } from 'vitest';
import type { ExportFile } from '../../src/exports/file.ts';
import { issueText } from '../../src/issue.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const read = (file: ExportFile | readonly ExportFile[], ...sources: readonly object[]) =>
  exportsOf({ files: [file].flat() as readonly ExportFile[], settings: settingsWith({ sources }) });

const board = 'Ticket #,Status,Company,Summary Description,Resources,SLA Date\n7,New,Alder,Mail,ann,2026-02-05\n';

async function column(
  of: ReturnType<typeof read>,
  table: 'tickets' | 'surveys' | 'time_entries' | 'contacts' | 'appointments',
  field: string,
): Promise<readonly unknown[]> {
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

  test('names a column that a known export is known by, and a fact is read from it', async () => {
    const renamed = board.replace('Ticket #', 'Ticket Nr').replace('SLA Date', 'Next Date');
    expect((await read(fileOf('b.csv', renamed))).issues.map(({ code }) => code)).toEqual(['file-unrecognised']);
    const of = read(fileOf('b.csv', renamed), { files: 'b*', columns: { ticket_id: 'Ticket Nr' } });
    expect((await of).issues).toEqual([]);
    expect((await of).files[0]!.format).toBe('connectwise-board');
    expect(await column(of, 'tickets', 'ticket_id')).toEqual(['7']);
    expect(await column(of, 'appointments', 'ticket_id')).toEqual(['7']);
  });

  test('names a needed column of a table of our own, and of the format that it names', async () => {
    const text = 'Vorgang,client,status\n7,Alder,open\n';
    expect(await column(read(fileOf('t.csv', text), { files: 't*', columns: { ticket_id: 'Vorgang' } }), 'tickets', 'ticket_id')).toEqual(['7']);
    const entry = { files: 'b*', format: 'connectwise-board', columns: { ticket_id: 'Nr' } };
    expect(await column(read(fileOf('b.csv', board.replace('Ticket #', 'Nr')), entry), 'tickets', 'ticket_id')).toEqual(['7']);
  });

  test('has no say where its column has its own name again, and is noted', async () => {
    const entry = { files: '*', columns: { ticket_id: 'Our number', client: 'Customer' } };
    const of = read(fileOf('b.csv', board.replace('Company', 'Customer')), entry);
    expect(await column(of, 'tickets', 'ticket_id')).toEqual(['7']);
    expect(await column(of, 'tickets', 'client')).toEqual(['Alder']);
    expect((await of).issues.map(issueText)).toEqual([
      'settings.yaml: setting "sources.0.columns.ticket_id": "Our number": this setting has nothing to do (b.csv has "Ticket #" for ticket_id); it was passed over; correct the name, or take the setting out',
    ]);
    const both = [fileOf('a.csv', board), fileOf('b.csv', board.replace('Ticket #', 'Our number').replace('7', '8').replace('Company', 'Customer'))];
    expect((await read(both, entry)).issues).toEqual([]);
    expect(await column(read(both, entry), 'tickets', 'ticket_id')).toEqual(['7', '8']);
  });

  test('stops where its column is nearly another one, though the export has its own', async () => {
    const of = read(fileOf('b.csv', board.replace('SLA Date', 'Customer')), { files: 'b*', columns: { client: 'Custmer' } });
    expect((await of).issues.map(({ code, detail }) => [code, detail])).toEqual([
      ['settings-invalid', 'b.csv has no column "Custmer" for client, the nearest is "Customer"'],
    ]);
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

test('an answer that nothing classes is named with the first row that has it', async () => {
  const rows = (file: string, ...answers: readonly string[]) =>
    `response_id,Note,scale_low,scale_high\n${answers.map((one, at) => `${file}${at},"${one}",1,5\n`).join('')}`;
  const { issues } = await read([fileOf('a.csv', rows('a', '4', '4,5', '4,5')), fileOf('b.csv', rows('b', '4,5', 'Meh'))], {
    files: '*',
    columns: { answer: 'Note' },
  });
  const unclassed = issues.filter(({ code }) => code === 'answer-unclassed').map(issueText);
  expect(unclassed.map((text) => text.split(';')[0])).toEqual([
    'a.csv: line 3: column "Note": "4,5": nothing says whether this answer is good or bad (1 to 5, 3 rows in 2 files)',
    'b.csv: line 3: column "Note": "Meh": nothing says whether this answer is good or bad (1 to 5, 1 row)',
  ]);
});
