import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startSettings, unnamed } from '../scripts/init-start.ts';
import { issueText, severityOf } from '../src/issue.ts';
import { settingsFrom } from '../src/settings-yaml.ts';
import { measures } from '../src/measures/index.ts';
import type { Measure, Population } from '../src/measures/measure.ts';
import { buildReport, gatherFacts } from '../src/pipeline.ts';
import { zoneOf } from '../src/time/zone.ts';
import { fileOf, settingsWith } from './workspace.ts';

const header = 'ticket_id,client,opened_at,first_response_at,status';
const ticket = (id: number, day: string) => `${id},A,${day} 09:00,${day} 09:30,closed`;
const tickets = (...days: readonly string[]) => [fileOf('t.csv', [header, ...days.map((day, at) => ticket(at, day)), ''].join('\n'))];

describe('the day that a report goes up to', () => {
  it('is the Sunday before the newest row, or before the day asked for', async () => {
    const files = tickets('2026-03-02', '2026-03-10', '2026-03-18');
    const asOf = async (options: object) => (await buildReport(files, settingsWith(), options)).report?.asOf;
    expect(await asOf({})).toBe('2026-03-15');
    expect(await asOf({ asOf: '2026-03-15' })).toBe('2026-03-15');
    expect(await asOf({ asOf: '2026-03-11' })).toBe('2026-03-08');
  });

  it('is the newest row’s where no week is complete, and that is said', async () => {
    const { report, issues } = await buildReport(tickets('2026-03-16', '2026-03-17', '2026-03-18'), settingsWith());
    expect(report!.asOf).toBe('2026-03-18');
    expect(issues.map(({ code }) => code)).toEqual(['week-incomplete']);
    expect(report!.series.find((one) => one.measure === 'F1-elapsed' && one.grain === 'window' && one.client === null)?.n).toEqual([3]);
  });

  it('is refused before anything happened', async () => {
    const { report, issues } = await buildReport(tickets('2026-03-02', '2026-03-10'), settingsWith(), { asOf: '2020-01-05' });
    expect(report).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(['as-of-too-early']);
  });

  it('is refused before anything happened by its Sunday, where the first rows are of the week after', async () => {
    const { issues } = await buildReport(tickets('2026-03-16', '2026-03-17'), settingsWith(), { asOf: '2026-03-18' });
    expect(issues.map(({ code, text }) => [code, text])).toEqual([
      ['as-of-moved', '2026-03-18'],
      ['as-of-too-early', '2026-03-15'],
    ]);
  });

  it('is refused where all happened so long before it that no figure reaches back, and that is said', async () => {
    const { report, issues } = await buildReport(tickets('2026-03-02', '2026-03-10'), settingsWith(), { asOf: '2062-11-12' });
    expect(report).toBeNull();
    expect(issues.map(({ code, text }) => [code, text])).toEqual([['as-of-too-late', '2062-11-12']]);
  });

  it('is said where it is not the day asked for, in the settings or beside them', async () => {
    const files = tickets('2026-03-02', '2026-03-10', '2026-04-08');
    const said = async (...given: Parameters<typeof buildReport> extends [unknown, ...infer More] ? More : never) =>
      (await buildReport(files, ...given)).issues.map((one) => [severityOf(one), issueText(one)]);
    const words =
      '"2026-04-01": a report ends with a complete week, and this day is no Sunday (2026-03-29); the report goes up to the Sunday before it, the day in brackets; nothing, or give the Sunday';
    expect(await said(settingsWith(), { asOf: '2026-04-01' })).toEqual([['note', words]]);
    expect(await said(settingsWith({ as_of: '2026-04-01' }))).toEqual([['note', `settings.yaml: setting "as_of": ${words}`]]);
    expect(await said(settingsWith({ as_of: '2026-04-01' }), { asOf: '2026-03-29' })).toEqual([]);
  });

  it('is not asked of exports that carry no opening time', async () => {
    const board = fileOf('b.csv', 'ticket_id,client,updated_at,status,agent\n1,A,2026-03-18 10:00,open,x\n');
    const { report, issues } = await buildReport([board], settingsWith());
    expect(report!.asOf).toBe('2026-03-15');
    expect(issues).toEqual([]);
  });
});

it('a table that ends weeks before the report is named, and nothing is claimed from it', async () => {
  const days = Array.from({ length: 210 }, (_, at) => new Date(Date.UTC(2025, 8, 1) + at * 86_400_000).toISOString().slice(0, 10));
  const contacts = fileOf(
    'k.csv',
    ['client,at,channel', ...days.flatMap((day) => Array.from({ length: 9 }, (_, at) => `A,${day} 1${at}:00,in-person`)), ''].join('\n'),
  );
  const log = (until: number) =>
    fileOf('c.csv', ['complaint_id,client,received_at', ...days.slice(0, until).map((day, at) => `${at},A,${day} 09:00`), ''].join('\n'));
  const built = async (until: number) => {
    const { report, issues } = await buildReport([log(until), contacts], settingsWith({ courtesy: { start: '2025-12-29' } }));
    return {
      ends: issues.filter(({ code }) => code === 'table-ends').map(({ column, text }) => [column, text]),
      title: report!.pages.find((page) => page.path === 'complaints/')!.title,
    };
  };
  expect(await built(210)).toEqual({ ends: [], title: 'No change in complaints can be told from chance' });
  const stale = await built(150);
  expect(stale.ends).toEqual([['complaints', '2026-01-28']]);
  expect(stale.title).not.toMatch(/lower|fell/);
});

it('a firm that still has the name of new settings is told of it', async () => {
  const named = async (name: string) => (await gatherFacts(tickets('2026-03-02', '2026-03-10'), settingsWith({ firm: { name } }), zoneOf('UTC')!)).issues;
  const begun = settingsFrom(startSettings(unnamed), 'settings.yaml');
  const begunName = 'firm' in begun ? begun.firm.name : '';
  expect((await named(begunName)).map((one) => [severityOf(one), one.code, one.file, one.column])).toEqual([
    ['note', 'firm-unnamed', 'settings.yaml', 'firm.name'],
  ]);
  expect(await named('Rowan IT')).toEqual([]);
});

it('two clients of one name are told apart aloud', async () => {
  const clients = fileOf('clients.csv', 'client,name,account_manager\nacme,Acme North,x\nACME,Acme South,y\n');
  const { issues } = await buildReport([clients, ...tickets('2026-03-02', '2026-03-10')], settingsWith());
  expect(issues.filter(({ code }) => code === 'clients-alike').map(({ text, detail }) => [text, detail])).toEqual([['ACME', 'acme and ACME']]);
});

it('calendars and zones that nobody knows are named', async () => {
  const clients = fileOf('clients.csv', 'client,name,calendar,time_zone\nA,Alder,nights,Europe/Berlim\n');
  const calendars = { days: { hours: { mon: '08:00-12:00' }, clients: ['Elm'] } };
  const { issues } = await buildReport([clients, ...tickets('2026-03-02', '2026-03-10')], settingsWith({ calendars }));
  expect(issues.filter(({ code }) => code !== 'week-incomplete').map(({ code, file, line, column, text }) => [code, file, line, column, text])).toEqual([
    ['calendar-client-unknown', 'settings.yaml', null, '', 'Elm'],
    ['calendar-unknown', 'clients.csv', 2, 'calendar', 'nights'],
    ['client-zone-unknown', 'clients.csv', 2, 'time_zone', 'Europe/Berlim'],
  ]);
});

describe('names of clients that nobody has', () => {
  const sharing = { folderOf: () => '', letters: [{ file: 'clients/birch.md', text: '## 2026 Q1\n\nHello' }] };
  const told = async (share: object) => {
    const { report, issues } = await buildReport(tickets('2026-03-02', '2026-03-10'), settingsWith({ share }), { sharing });
    return [report === null ? 'stopped' : 'built', ...issues.map(({ code }) => code)];
  };

  it('are all named at once where one of them stops the build', async () => {
    expect(await told({ clients: ['A', 'Elm'] })).toEqual(['stopped', 'share-client-unknown', 'words-client-unknown']);
  });

  it('stop nothing where only words are meant for them, and go unsaid where no pages are made', async () => {
    expect(await told({ clients: ['A'] })).toEqual(['built', 'words-client-unknown']);
    expect(await told({ clients: 'off' })).toEqual(['built']);
  });
});

describe('an account that does not balance stops the build', () => {
  const rows = ['1,A,2026-03-02 09:00,2026-03-04 09:00', '2,A,2026-03-03 09:00,2026-03-11 09:00', '3,B,2026-03-04 09:00,', '4,B,2026-03-16 09:00,'];
  const files = [fileOf('t.csv', ['ticket_id,client,opened_at,resolved_at', ...rows, ''].join('\n'))];
  const built = (wrong: string, change: (population: Population) => Population) => {
    const spoilt = (measure: Measure): Measure => ({ ...measure, population: (context) => change(measure.population!(context)!) });
    return buildReport(files, settingsWith(), { measures: measures.map((one) => (one.id === wrong ? spoilt(one) : one)) });
  };

  it('not as things are', async () => {
    const { report, issues } = await built('A1-tickets', (population) => population);
    expect([report?.asOf, issues]).toEqual(['2026-03-15', []]);
  });

  it('where a measure loses a row', async () => {
    const { report, issues } = await built('F2-elapsed', (population) => ({ ...population, day: population.day.map((day, row) => (row === 0 ? -1 : day)) }));
    expect(report).toBeNull();
    expect(issues.map(issueText)[0]).toBe(
      '"F2-elapsed": the figure does not add up (1 counted + 2 left out, of 4 facts in tickets); the build stopped, since the figures cannot be trusted; this is a fault in Courtesy and not in your exports; please report it with this line',
    );
  });

  it('where one puts tickets into the wrong week, by week', async () => {
    const late = (population: Population) => ({ ...population, day: population.day.map((day, row) => (row === 2 ? day + 7 : day)) });
    const { report, issues } = await built('A1-tickets', late);
    expect(report).toBeNull();
    expect(issues.map(({ code, text, detail }) => [code, text, detail])).toEqual([
      ['account-broken', 'A1-tickets', 'week of 2026-03-02, the firm: 2 opened + 0 open before, 1 resolved + 0 ended otherwise + 2 open after'],
    ]);
  });

  it('where one gives a ticket to the wrong client, by client', async () => {
    const { issues } = await built('F2-elapsed', (population) => ({ ...population, client: population.client.map((client, row) => (row === 1 ? 1 : client)) }));
    expect(issues.map(({ text, detail }) => [text, detail])).toEqual([
      ['F2-elapsed', 'week of 2026-03-09, A: 0 opened + 1 open before, 0 resolved + 0 ended otherwise + 0 open after'],
    ]);
  });
});

describe('where rows tell how others are read', () => {
  const files = [fileOf('a "b".csv', [header, ...['04/05/2026', '25/04/2026'].map((day, at) => ticket(at, day)), ''].join('\n'))];
  const notes = async (more: Parameters<typeof settingsWith>[0]) => {
    const { issues } = await gatherFacts(files, settingsWith(more), zoneOf('UTC')!);
    return issues.filter(({ code }) => code === 'order-from-rows');
  };

  it('a note names each column and the line that pins it, where pages for clients are asked for', async () => {
    const found = await notes({ share: { clients: 'all' } });
    expect(found.map(({ file, column }) => [file, column])).toEqual([
      ['a "b".csv', 'opened_at'],
      ['a "b".csv', 'first_response_at'],
    ]);
    expect(found.map(severityOf)).toEqual(['note', 'note']);
    const [pin] = parse(found[0]!.detail) as readonly object[];
    expect(pin).toEqual({ files: 'a "b".csv', date_order: 'day-first' });
    expect(await notes({ share: { clients: 'all' }, sources: [pin] })).toEqual([]);
    const { issues } = await buildReport(files, settingsWith({ share: { clients: 'all' } }));
    expect(issues).toEqual(expect.arrayContaining([...found]));
  });

  it('a note of the same kind names the columns in which rows tell the decimal mark', async () => {
    const entry = (at: number, minutes: string) => `${at},A,2026-03-0${at}T09:00Z,${minutes}`;
    const times = fileOf('time.csv', ['entry_id,client,started_at,minutes', entry(2, '"1,234"'), entry(3, '"7,5"'), ''].join('\n'));
    const notesOf = async (sources: readonly object[]) =>
      (await gatherFacts([times], settingsWith({ share: { clients: 'all' }, sources }), zoneOf('UTC')!)).issues.filter(({ code }) => code === 'mark-from-rows');
    const found = await notesOf([]);
    expect(found.map(({ file, column, detail }) => [file, column, detail])).toEqual([['time.csv', 'minutes', `- { files: "time.csv", decimal: ',' }`]]);
    expect(found.map(severityOf)).toEqual(['note']);
    expect(await notesOf(parse(found[0]!.detail) as readonly object[])).toEqual([]);
  });

  it('nothing is said where none are', async () => {
    expect(await notes({})).toEqual([]);
    expect(await notes({ share: { clients: 'off' } })).toEqual([]);
  });
});
