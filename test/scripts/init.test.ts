import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { init, type Talk } from '../../scripts/init-workspace.ts';
import { issueText, severityOf } from '../../src/issue.ts';
import { expectGolden } from '../golden.ts';
import { exportsOf, fixtures, workspaceIn } from '../workspace.ts';
import { runNode } from './processes.ts';

const INIT = join(import.meta.dirname, '..', '..', 'scripts', 'init.ts');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'));
  mkdirSync(join(folder, 'exports'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(join(folder, 'exports', name), text);
const settings = () => readFileSync(join(folder, 'settings.yaml'), 'utf8');

/** Runs the command with these answers, none where there is nobody to ask; gives what it said. */
async function talked(yes: boolean, answers: readonly string[] | null): Promise<{ code: number; out: string; err: string; asked: readonly string[] }> {
  const asked: string[] = [];
  let [out, err] = ['', ''];
  const ask = async (question: string) => {
    asked.push(question);
    return answers![asked.length - 1] ?? '';
  };
  const talk: Talk = { ask: answers === null ? null : ask, out: (text) => void (out += text), err: (line) => void (err += `${line}\n`) };
  return { code: await init(folder, yes, talk), out, err, asked };
}

/** Files of tools that nothing knows, as their fixtures have them. */
function putUnknown(): void {
  for (const name of ['mapped-halo', 'mapped-smileback', 'mapped-syncro'])
    cpSync(join(fixtures, name, 'exports'), join(folder, 'exports'), { recursive: true });
}

test('settings in another encoding stay as they are, and are said to be', async () => {
  const latin = Buffer.from('firm: { name: Müller IT, zone: Europe/Berlin }\n', 'latin1');
  writeFileSync(join(folder, 'settings.yaml'), latin);
  putUnknown();
  await expect(talked(true, null)).rejects.toThrow(/settings\.yaml: the file is not text in UTF-8.*save it anew with the encoding UTF-8/);
  expect(readFileSync(join(folder, 'settings.yaml'))).toEqual(latin);
});

describe('a proposal', () => {
  test('shows every column with its values, and the settings that it makes are the expected ones', async () => {
    putUnknown();
    const { code, out } = await talked(true, null);
    expect(code).toBe(0);
    expectGolden('init/proposal.txt', out.replaceAll(folder, 'FOLDER'));
    expectGolden('init/settings.yaml', settings());
  });

  test('once a person has said the order of the dates, every file is read', async () => {
    putUnknown();
    const { asked } = await talked(false, ['Rowan IT', 'Mars/Olympus', 'Europe/London', 'd', 'y']);
    expect(asked.map((question) => question.split(/[:,?]/)[0])).toEqual([
      'Name of the firm',
      'Time zone',
      'Time zone',
      'halo-tickets.csv',
      `Write this to ${folder}/settings.yaml`,
    ]);
    const workspace = await workspaceIn(folder);
    expect(workspace.settings.firm).toEqual({ name: 'Rowan IT', zone: 'Europe/London', locale: 'en-GB' });
    const { files, tables, issues } = await exportsOf(workspace);
    expect(issues.filter((one) => severityOf(one) === 'error')).toEqual([]);
    expect(Object.fromEntries(files.map(({ file, format, used }) => [file, [format, used]]))).toEqual({
      'halo-tickets.csv': ['mapped-tickets-surveys', 4],
      'reviews-2026.csv': ['mapped-surveys', 3],
      'time.csv': ['mapped-time-entries', 3],
      'weekly.csv': ['mapped-tickets', 3],
    });
    expect(tables.get('tickets')!.rows).toBe(7);
    expect([...tables.keys()].sort()).toEqual(['surveys', 'tickets', 'time_entries']);
  });

  test('made a second time finds nothing left to do', async () => {
    putUnknown();
    await talked(true, null);
    const before = settings();
    expect((await talked(true, null)).out).toContain('entries proposed for settings.yaml: 0\nsettings.yaml stays as it is\n');
    expect(settings()).toBe(before);
  });

  test.each([
    [
      'German',
      'Ticketnummer;Kunde;Erstellt am;Gelöst am;Status;Priorität;Bearbeiter',
      '7;Erle GmbH;24.02.2026 09:15;25.02.2026 10:00;Erledigt;hoch;Uta',
      'tickets',
    ],
    [
      'Spanish',
      'Número de ticket,Cliente,Fecha de creación,Fecha de cierre,Estado,Prioridad',
      '7,Aliso,24/02/2026 09:15,25/02/2026 10:00,Cerrado,Alta',
      'tickets',
    ],
    ['camel case', 'TicketID,CustomerName,TicketCreatedDate,TicketStatus', '7,Alder,2026-02-24 09:15,Open', 'tickets'],
    ['a slip', 'Ticket No,Company,Date Occured,Status', '7,Alder,2026-02-24 09:15,Open', 'tickets'],
    ['a complaint log', 'Complaint No,Customer,Date Received,Date Closed,Root cause', '1,Alder,2026-02-24,2026-02-25,Late', 'complaints'],
    ['a survey', 'Survey ID,Ticket,Company,Survey Date,CSAT Score,Comments', 'a1,7,Alder,2026-02-24,5,Fine', 'surveys'],
  ])('knows columns by their words: %s', async (_, header, row, table) => {
    put('x.csv', `${header}\n${row}\n`);
    await talked(true, null);
    const { files, issues } = await exportsOf(await workspaceIn(folder));
    expect(files.map(({ tables, used }) => [tables, used])).toEqual([[[table], 1]]);
    expect(issues.filter((one) => severityOf(one) === 'error')).toEqual([]);
  });

  test('is none for columns that say nothing', async () => {
    put('x.csv', 'Vessel,Berth,Tide\nOrca,3,high\n');
    const { out } = await talked(true, null);
    expect(out).toContain('x.csv\n  no table is told by these columns: Vessel, Berth, Tide\n');
    expect(settings()).not.toMatch(/^sources/m);
  });

  test('names the files that cannot be read, as the build does', async () => {
    cpSync(join(fixtures, 'packed', 'exports'), join(folder, 'exports'), { recursive: true });
    put('broken.zip', 'PK\u0003\u0004 and no more');
    put('book.xlsx', 'PK\u0003\u0004');
    put('draft.xlsx', 'PK\u0003\u0004');
    put('saved.csv', 'PK\u0003\u0004');
    writeFileSync(join(folder, 'settings.yaml'), 'firm: { name: Rowan IT }\nignore: [draft.xlsx]\n');
    const { code, err } = await talked(true, null);
    expect(code).toBe(0);
    const lines = err.trimEnd().split('\n');
    const { issues } = await exportsOf(await workspaceIn(folder));
    expect(lines.toSorted()).toEqual(
      issues
        .filter((one) => severityOf(one) !== 'note')
        .map(issueText)
        .toSorted(),
    );
    expect(lines.join('\n')).toMatch(/^book\.xlsx: .*\(it is a spreadsheet\); the file was not read; unpack it or export it as CSV/m);
    for (const name of ['broken.zip', 'saved.csv', 'cut.csv.gz', 'cut.zip'])
      expect(
        lines.filter((line) => line.startsWith(name)),
        name,
      ).toHaveLength(1);
  });

  test('never speaks of a file that is known, or of another unknown one', async () => {
    put('known.csv', 'ticket_id,client,opened_at,status,Number,Customer,Created\n1,Alder,2026-02-24 09:15,open,1,2,3\n');
    put('short.csv', 'Number,Customer,Created\n1,Alder,2026-02-24 09:15\n');
    put('long.csv', 'Number,Customer,Created,Closed\n2,Birch,2026-02-24 09:15,2026-02-25 09:15\n');
    await talked(true, null);
    const { files } = await exportsOf(await workspaceIn(folder));
    expect(files.map(({ file, format }) => [file, format])).toEqual([
      ['known.csv', 'courtesy-tickets'],
      ['long.csv', 'mapped-tickets'],
      ['short.csv', 'mapped-tickets'],
    ]);
    expect(settings()).toContain('files: short.csv');
  });

  test('hostile names neither steer the terminal nor break the settings', async () => {
    const names = ['Ticket ID\u001b[2J', 'Company: {a}\u0007', '# Created', 'Status\'"', '__proto__', '*', '&x', '- y'];
    put(
      'a\u001b[31m.csv',
      `${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n1,Al\u001b]0;x\u0007der,2026-02-24 09:15,"New: #\u001b[1m",__proto__,!x,*y,-\n`,
    );
    const { out, err } = await talked(true, null);
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    const { files } = await exportsOf(await workspaceIn(folder));
    expect(files.map(({ format, used }) => [format, used])).toEqual([['mapped-tickets', 1]]);
  });
});

describe('what is there stays', () => {
  test('settings are added to, with their notes', async () => {
    put('x.csv', 'Ticket No,Company,Created,Status\n7,Alder,2026-02-24 09:15,Open\n');
    const mine = "# mine\nfirm:\n  name: Rowan IT # ours\nsources:\n  # the old tool\n  - files: 'old-*'\n    zone: UTC\ntargets:\n  satisfaction: [80, 90]\n";
    writeFileSync(join(folder, 'settings.yaml'), mine);
    await talked(true, null);
    for (const line of ['# mine', 'name: Rowan IT # ours', '# the old tool', "- files: 'old-*'", 'table: tickets']) expect(settings()).toContain(line);
    const { settings: read } = await workspaceIn(folder);
    expect(read.sources.map(({ files, table }) => files ?? table)).toEqual(['old-*', 'tickets']);
    expect(read.targets.satisfaction).toEqual([80, 90]);
    expect(existsSync(join(folder, 'templates'))).toBe(false);
  });

  test.each([
    ['without a yes', false, null],
    ['with a no', false, ['n']],
  ])('nothing is written %s', async (_, yes, answers) => {
    put('x.csv', 'Ticket No,Company,Created,Status\n7,Alder,2026-02-24 09:15,Open\n');
    writeFileSync(join(folder, 'settings.yaml'), 'firm: {name: Rowan IT}\n');
    const { code, out } = await talked(yes, answers);
    expect([code, settings(), readdirSync(folder).sort()]).toEqual([0, 'firm: {name: Rowan IT}\n', ['exports', 'settings.yaml']]);
    expect(out).toMatch(/nothing was written; run it again with --yes to write settings\.yaml in \S+\n$/);
  });

  test('settings that cannot be used are not touched', async () => {
    writeFileSync(join(folder, 'settings.yaml'), 'firm: {name: Rowan IT}\nspeed: 3\n');
    const { code, err } = await talked(true, null);
    expect(code).toBe(1);
    expect(err).toMatch(/^settings\.yaml: .*speed/);
    expect(settings()).toBe('firm: {name: Rowan IT}\nspeed: 3\n');
  });

  test('a template that somebody has begun is left alone', async () => {
    mkdirSync(join(folder, 'templates'));
    writeFileSync(join(folder, 'templates', 'clients.csv'), 'client\nAlder\n');
    await talked(true, null);
    expect(readFileSync(join(folder, 'templates', 'clients.csv'), 'utf8')).toBe('client\nAlder\n');
    expect(readFileSync(join(folder, 'templates', 'events.csv'), 'utf8')).toBe('date,client,kind,cause,label\n');
  });
});

test('the command starts a workspace that check can read', { timeout: 300_000 }, async () => {
  rmSync(folder, { recursive: true });
  const shown = await runNode([INIT, folder]);
  expect([shown.code, existsSync(folder)]).toEqual([0, false]);
  const { code, out, err } = await runNode([INIT, '--yes', folder]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/now: npm run check -- --data .*\nwrite the name and the time zone of your firm into settings\.yaml\n$/);
  expect((await workspaceIn(folder)).settings.firm.name).toBe('Your firm');
  expect((await runNode([INIT, join(folder, 'settings.yaml')])).code).toBe(2);
});
