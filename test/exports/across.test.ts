import { describe, expect, it, test } from 'vitest';
import { nameFamily } from '../../src/exports/smaller.ts';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

type Files = Readonly<Record<string, string>>;

async function saidOf(files: Files, codes: readonly string[], settings = settingsWith()): Promise<readonly string[]> {
  const read = await exportsOf({ files: Object.entries(files).map(([name, text]) => fileOf(name, text)), settings });
  return read.issues
    .filter(({ code }) => codes.includes(code))
    .map(({ file, column, detail }) => [file, column, detail].filter((one) => one !== '').join(': '));
}

const dayText = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

/** Tickets with these numbers, ticket n opened on day n / 20. */
function tickets(from: number, to: number, updatedOn: number): string {
  const rows = Array.from({ length: to - from }, (_, at) => `${from + at},${dayText(Math.floor((from + at) / 20))} 09:00,${dayText(updatedOn)} 10:00`);
  return ['ticket_id,opened_at,updated_at', ...rows, ''].join('\n');
}

describe('an export of just as many rows as a limit allows', () => {
  const jira = (rows: number) =>
    ['Issue key,Issue id,Status,Created,Summary', ...Array.from({ length: rows }, (_, at) => `SUP-${at},${at},Done,25/Feb/26 10:17 PM,x`), ''].join('\n');
  const said = (files: Files) => saidOf(files, ['export-at-limit']);

  it('names the number, and the tool that stops there', async () => {
    expect(await said({ 'a.csv': jira(1_000) })).toEqual(['a.csv: 1,000 rows from Jira, which stops there unless told otherwise']);
    expect(await said({ 'a.csv': jira(500) })).toEqual(['a.csv: exactly 500 rows from Jira']);
    expect(await said({ 'a.csv': tickets(0, 2_000, 101) })).toEqual(['a.csv: exactly 2,000 rows']);
  });

  it('is not one row more or less, nor 1,500', async () => {
    expect(await said({ 'a.csv': jira(999), 'b.csv': jira(1_001), 'c.csv': jira(1_500) })).toEqual([]);
  });

  it('rows that are no data may count or not', async () => {
    expect(await said({ 'a.csv': `${jira(1_000)}Issue key,Issue id,Status,Created,Summary\n` })).toHaveLength(1);
  });
});

describe('an export smaller than the one before it', () => {
  const said = (files: Files) => saidOf(files, ['export-smaller']);
  const whole = { 'board-2026-02-02.csv': tickets(0, 400, 32), 'board-2026-02-09.csv': tickets(0, 440, 39) };

  it('is named with the drop where each export holds everything', async () => {
    expect(await said({ ...whole, 'board-2026-02-16.csv': tickets(0, 300, 46) })).toEqual(['board-2026-02-16.csv: 300 rows after 440 in board-2026-02-09.csv']);
    expect(await said({ ...whole, 'board-2026-02-16.csv': tickets(300, 480, 46) })).toEqual([
      'board-2026-02-16.csv: 180 rows after 440 in board-2026-02-09.csv',
    ]);
  });

  it('is named from the second on, where it is a part of the first', async () => {
    const first = { 'board-2026-02-02.csv': tickets(0, 400, 32) };
    expect(await said({ ...first, 'board-2026-02-09.csv': tickets(0, 300, 39) })).toHaveLength(1);
    expect(await said({ ...first, 'board-2026-02-09.csv': tickets(340, 440, 39) })).toEqual([]);
  });

  it('goes by the day in the names, else by the newest row', async () => {
    expect(await said({ ...whole, 'board-2026-02-16.csv': tickets(0, 300, 16) })).toHaveLength(1);
    expect(await said({ 'z.csv': tickets(0, 400, 32), 'm.csv': tickets(0, 440, 39), 'a.csv': tickets(0, 300, 46) })).toEqual([
      'a.csv: 300 rows after 440 in m.csv',
    ]);
  });

  it('says nothing of weekly slices, of parts of one export, of a few rows fewer and of other boards', async () => {
    const slices = { 'week-1.csv': tickets(0, 400, 21), 'week-2.csv': tickets(380, 700, 36), 'week-3.csv': tickets(690, 800, 41) };
    expect(await said(slices)).toEqual([]);
    expect(await said({ 'part-1.csv': tickets(0, 400, 41), 'part-2.csv': tickets(400, 450, 41) })).toEqual([]);
    expect(await said({ ...whole, 'board-2026-02-16.csv': tickets(0, 425, 46) })).toEqual([]);
    expect(await said({ ...whole, 'leeds-2026-02-16.csv': tickets(900, 910, 46) })).toEqual([]);
  });

  it('says nothing of lists of what is open, once there are three', async () => {
    const open = (from: number, to: number, day: number) => tickets(from, to, day);
    expect(
      await said({ 'open-2026-02-02.csv': open(0, 400, 32), 'open-2026-02-09.csv': open(150, 430, 39), 'open-2026-02-16.csv': open(250, 440, 46) }),
    ).toEqual([]);
  });

  test.each([
    ['cw/Board-2026-11-09.csv', 'cw/board-#'],
    ['board (2).csv.gz', 'board (#)'],
    ['tickets_09-Nov-2026.csv', 'tickets_#'],
    ['march-of-time.csv', '#-of-time'],
    ['decision.csv', 'decision'],
  ])('the family of %s is %s', (name, family) => {
    expect(nameFamily(name)).toBe(family);
  });
});

describe('a column that lies in the future', () => {
  const said = (files: Files, more = {}) => saidOf(files, ['column-ahead', 'instant-ahead'], settingsWith(more));
  const rows = (of: (at: number) => string, count = 40) => Array.from({ length: count }, (_, at) => of(at)).join('\n');
  const months = (at: number, day: number) => `${String((at % 3) + 1).padStart(2, '0')}/${String(day).padStart(2, '0')}/2026 09:00`;

  it('by a wrong year is named, and does not decide how far the data reach', async () => {
    const text = `ticket_id,opened_at,resolved_at,closed_at\n${rows((at) => `${at},${dayText(at)} 09:00,${dayText(at)} 12:00,2027-01-${String((at % 28) + 1).padStart(2, '0')} 12:00`)}\n`;
    expect(await said({ 'a.csv': text })).toEqual(['a.csv: closed_at: 40 of 40 dates, up to 2027-01-28; all else ends 2026-02-09']);
    const read = await exportsOf({ files: [fileOf('a.csv', text)], settings: settingsWith() });
    expect(new Date(read.files[0]!.newest).toISOString().slice(0, 10)).toBe('2026-02-09');
  });

  it('by day and month exchanged is named', async () => {
    const text = `ticket_id,opened_at,resolved_at\n${rows((at) => `${at},2026-0${(at % 3) + 1}-${String((at % 12) + 1).padStart(2, '0')} 08:00,${months(at, (at % 12) + 1)}`)}\n`;
    const sources = (order: string) => ({ sources: [{ files: '*', date_order: order }] });
    expect(await said({ 'a.csv': text }, sources('month-first'))).toEqual([]);
    expect(await said({ 'a.csv': text }, sources('day-first'))).toEqual([
      expect.stringMatching(/^a\.csv: resolved_at: 2\d of 40 dates, up to 2026-12-03; all else ends 2026-03-1\d$/),
    ]);
  });

  it('is none where it may: due dates, plans, few rows, progress within a month, the newest file alone', async () => {
    const due = `ticket_id,opened_at,updated_at,due_at\n${rows((at) => `${at},${dayText(at)} 09:00,${dayText(at)} 10:00,2027-06-01`)}\n`;
    expect(await said({ 'a.csv': due })).toEqual([]);
    const visits = `appointment_id,client,scheduled_on,arrived_at\n${rows((at) => `${at},A,2027-06-0${(at % 9) + 1} 09:00,${dayText(at)} 09:00`)}\n`;
    const promises = `promise_id,client,due_at,made_at,revised_due_at\n${rows((at) => `${at},A,2027-06-01,${dayText(at)} 09:00,2027-07-01`)}\n`;
    expect(await said({ 'a.csv': visits, 'b.csv': promises })).toEqual([]);
    const progress = `ticket_id,opened_at,closed_at\n${rows((at) => `${at},${dayText(at)} 09:00,${dayText(at + 30)} 12:00`)}\n`;
    expect(await said({ 'a.csv': progress })).toEqual([]);
    const fresh = `contact_id,client,at\n${rows((at) => `${at},A,${dayText(300 + at)} 09:00`)}\n`;
    expect(await said({ 'a.csv': progress, 'b.csv': fresh })).toEqual([]);
  });

  it('is none where an earlier export was taken long after its tickets, and another file reaches as far', async () => {
    const late = `ticket_id,opened_at,closed_at\n${rows((at) => `${at},${dayText(at)} 09:00,${dayText(at * 8)} 12:00`)}\n`;
    const fresh = `contact_id,client,at\n${rows((at) => `${at},A,${dayText(280 + at)} 09:00`)}\n`;
    expect(await said({ 'a.csv': late, 'b.csv': fresh })).toEqual([]);
  });
});

test('hours that a clock shows twice are counted by column, with the first of them', async () => {
  const text = 'ticket_id,opened_at,closed_at\n1,2026-10-25 00:30,2026-10-25 01:30\n2,2026-10-25 01:10,2026-10-25 01:59\n3,2026-10-25 02:00,\n';
  const read = await exportsOf({ files: [fileOf('a.csv', text)], settings: settingsWith({ firm: { name: 'T', zone: 'Europe/London' } }) });
  expect(read.issues.map(({ code, line, column, detail }) => [code, line, column, detail])).toEqual([
    ['zone-overlap', 2, 'closed_at', 'Europe/London, 2 cells of this column'],
    ['zone-overlap', 3, 'opened_at', 'Europe/London, 1 cell of this column'],
  ]);
  const { columns } = read.tables.get('tickets')!;
  expect(new Date((columns.get('closed_at') as Float64Array)[0]!).toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('times in the wrong order are told as the clock of their own file shows them', async () => {
  const text = 'ticket_id,opened_at,closed_at\n1,2026-07-01 09:00,2026-07-01 08:30\n2,2026-07-01 21:00,2026-07-01\n';
  const settings = settingsWith({ sources: [{ files: '*', zone: 'America/New_York' }] });
  const read = await exportsOf({ files: [fileOf('a.csv', text)], settings });
  expect(read.issues.map(({ code, line, text: found, detail }) => [code, line, found, detail])).toEqual([
    ['order-backwards', 2, '', '2026-07-01 08:30 America/New_York, while opened_at is 2026-07-01 09:00 America/New_York'],
  ]);
});

test('a cell that several tables read is named once', async () => {
  const header = 'Id,Requester,Status,Created at,Satisfaction Score,Summation column,Assignee stations';
  const read = await exportsOf({ files: [fileOf('a.csv', `${header}\n"5,00E+08",Ann,Open,2026-09-01 10:00,Good,1,1\n`)], settings: settingsWith() });
  expect(read.files.map(({ format }) => format)).toEqual(['zendesk-tickets']);
  expect(read.issues.filter(({ code }) => code === 'id-in-powers').map(({ line, column }) => `${line} ${column}`)).toEqual(['2 Id']);
});
