import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientNamed } from '../../scripts/client-named.ts';
import { alone, placeAt } from '../../scripts/versions.ts';
import { csv } from '../../src/report/csv.ts';
import { bytesUnder } from '../share/canaries.ts';
import { runNode } from './processes.ts';

const SECRET = 'a secret that nobody else has, 40 letters';
const KILLER = join(import.meta.dirname, 'killer.ts');
const [CLOCK, NOW] = [join(import.meta.dirname, 'clock.ts'), '2026-07-20T12:00:00Z'];
const folder = mkdtempSync(join(tmpdir(), 'sent-'));
const [data, out] = [join(folder, 'data'), join(folder, 'site')];
const archive = `${out}.sent`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (days: number, minutes = 0): string => new Date(Date.UTC(2026, 3, 1, 9) + days * 86_400_000 + minutes * 60_000).toISOString();
const many = <Row>(count: number, row: (n: number) => Row): readonly Row[] => Array.from({ length: count }, (_, n) => row(n));

/** Three clients: one with requests and promises, one with a single request and nothing else, and one whose page is off. */
function writeWorkspace({ late = 5, reports = [] as readonly (readonly string[])[] } = {}): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(join(data, 'exports'), { recursive: true });
  const share = 'share:\n  clients: all\n  address: https://reviews.example.com/\n  by_client: { cedar-farm: off, Dogwood: { until: 2026-07-13 } }\n';
  writeFileSync(
    join(data, 'settings.yaml'),
    `firm: { name: Rowan IT, zone: Europe/London }\nas_of: 2026-07-12\naliases: { Alder Works: [Alder Ltd] }\n${share}`,
  );
  const tickets = [
    ...many(12, (n) => [`A${n}`, 'Alder Works', at(n * 7), at(n * 7, 20 + n), at(n * 7 + 1)]),
    ...['Birch & Sons', 'Cedar Farm', 'Dogwood'].map((client) => [client, client, at(5), at(5, 30), at(6)]),
    ['last', 'Cedar Farm', at(99), at(99, 30), at(99, 60)],
  ];
  const promises = many(11, (n) => [`P${n}`, 'Alder Works', 'task', `Check ${n}`, at(n * 7), at(n * 7 + 3), n === 10 ? '' : at(n * 7 + (n === late ? 6 : 2))]);
  const files = {
    tickets: [['ticket_id', 'client', 'opened_at', 'first_response_at', 'resolved_at'], ...tickets],
    promises: [['promise_id', 'client', 'kind', 'wording', 'made_at', 'due_at', 'kept_at'], ...promises],
    ...(reports.length === 0 ? {} : { reports: [['client', 'period', 'sent_at'], ...reports] }),
  };
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(data, 'exports', `${name}.csv`), csv(rows));
}

const build = () => runNode(['scripts/build.ts', '--data', data, '--out', out, '--no-cache'], { COURTESY_SECRET: SECRET });
const share = (...words: string[]) => runNode(['--import', CLOCK, 'scripts/share.ts', '--out', out, ...words], { CLOCK: NOW });
const send = (client: string, on: string) => share('--client', client, '--send', '--on', on);
const entries = (): readonly string[] => (existsSync(archive) ? readdirSync(archive).filter((name) => !name.startsWith('.')) : []);
const recordOf = (entry: string) => JSON.parse(readFileSync(join(archive, entry, 'sent.json'), 'utf8')) as Record<string, unknown>;

function folderOf(client: string): string {
  const line = readFileSync(join(out, 'links.csv'), 'utf8')
    .split('\r\n')
    .find((one) => one.startsWith(`${client},`))!;
  return line.split(',')[1]!;
}
const pageOf = (client: string): string => readFileSync(join(out, 'share', folderOf(client), 'index.html'), 'utf8');

beforeAll(async () => {
  writeWorkspace();
  const { code, err } = await build();
  expect(err.slice(-400)).toContain('site:');
  expect(code).toBe(0);
}, 300_000);

describe('a page that is sent', () => {
  afterEach(() => rmSync(archive, { recursive: true, force: true }));

  test('is kept byte for byte with all that tells it, once a day', async () => {
    expect(await share()).toMatchObject({ code: 0, out: '', err: expect.stringContaining('nothing was sent so far') as string });
    const sent = await send('alder works', '2026-07-14');
    expect(sent).toMatchObject({ code: 0, out: '' });
    const [entry, ...others] = entries();
    expect(others).toEqual([]);
    expect(entry).toMatch(/^alder-works-2026-07-14-[0-9a-f]{8}$/);
    const page = bytesUnder(join(out, 'share', folderOf('Alder Works')));
    expect(bytesUnder(join(archive, entry!, 'page'))).toEqual(page);
    const record = recordOf(entry!);
    const { build: name, versions } = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { build: string; versions: object };
    expect(record).toMatchObject({
      client: 'Alder Works',
      sent: '2026-07-14',
      sequence: 1,
      asOf: '2026-07-12',
      period: { from: '2026-04-01', to: '2026-06-30' },
      build: name,
      versions,
      link: `https://reviews.example.com/${folderOf('Alder Works')}/`,
      figures: expect.arrayContaining([{ figure: 'promises', value: 9, n: 11, version: 1 }]) as unknown,
    });
    expect(String(record['hash'])).toMatch(new RegExp(`^${entry!.slice(-8)}[0-9a-f]{56}$`));
    expect(sent.err).toContain(`link: ${String(record['link'])}`);
    expect(sent.err).toContain(join('reviews', 'alder-works', 'mail.txt'));

    const before = bytesUnder(archive);
    const again = await share('--client', 'Alder Ltd', '--data', data, '--send', '--on', '2026-07-14');
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('already') as string });
    expect(bytesUnder(archive)).toEqual(before);
    await send('Birch & Sons', '2026-07-15');
    await send('Alder Works', '2026-07-16');
    expect(entries().map((one) => recordOf(one)['sequence'])).toEqual([1, 3, 2]);

    const all = await share();
    expect(
      all.out
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(/ {2,}/).slice(0, 3)),
    ).toEqual([
      ['Alder Works', '2026-07-14', '2026-04-01 to 2026-06-30'],
      ['Birch & Sons', '2026-07-15', '2026-04-01 to 2026-06-30'],
      ['Alder Works', '2026-07-16', '2026-04-01 to 2026-06-30'],
    ]);
    expect(all.err).toContain('3 pages sent, all as they were sent');
    const own = await share('--client', 'birch & sons');
    expect(own.out.trim().split('\n')).toHaveLength(2);
    expect((await share('--client', 'Dogwood')).err).toContain('nothing was sent to Dogwood so far');
  }, 300_000);

  test('that was altered on the disk is named, and is not taken for the one that was sent', async () => {
    await send('Alder Works', '2026-07-14');
    await send('Birch & Sons', '2026-07-14');
    const [alder, birch] = entries() as [string, string];
    const kept = join(folder, 'kept');
    cpSync(archive, kept, { recursive: true });
    const state = async (change: () => void) => {
      change();
      const { code, out: table, err } = await share('--client', 'Alder Works');
      rmSync(archive, { recursive: true });
      cpSync(kept, archive, { recursive: true });
      return { code, said: `${table}${err}`.replace(/\s+/g, ' ') };
    };
    const page = join(archive, alder, 'page');
    const changes: readonly (readonly [string, () => void])[] = [
      ['index.html was changed', () => writeFileSync(join(page, 'index.html'), 'x')],
      ['review.csv is gone', () => rmSync(join(page, 'review.csv'))],
      ['more.html was added', () => writeFileSync(join(page, 'more.html'), '')],
      ['more.html is a link that leads nowhere', () => symlinkSync('nothing', join(page, 'more.html'))],
      ['index.html is gone', () => rmSync(page, { recursive: true })],
      [
        'sent.json was changed or cannot be read',
        () => writeFileSync(join(archive, alder, 'sent.json'), readFileSync(join(archive, alder, 'sent.json'), 'utf8').replace('2026-07-14', '2026-03-14')),
      ],
      ['sent.json was changed or cannot be read', () => rmSync(join(archive, alder, 'sent.json'))],
    ];
    for (const [words, change] of changes) {
      const { code, said } = await state(change);
      expect([words, code]).toEqual([words, 1]);
      expect(said).toContain(words);
      expect(said).toContain('1 page sent to Alder Works, 1 altered');
    }
    writeFileSync(join(page, 'index.html'), 'x');
    expect((await share('--client', 'Birch & Sons')).code).toBe(0);
    expect(await send('Alder Works', '2026-07-14')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not as it was: index.html was changed') as string,
    });
    expect(entries()).toEqual([alder, birch]);
    rmSync(kept, { recursive: true });
  }, 300_000);

  test('is there whole or not at all where the command is killed, and the site stays', async () => {
    const site = bytesUnder(out);
    for (let step = 1; ; step++) {
      const words = ['--import', KILLER, '--import', CLOCK, 'scripts/share.ts', '--out', out, '--client', 'Alder Works', '--send', '--on', '2026-07-14'];
      const { code } = await runNode(words, { KILL_AT: String(step), KILL_UNDER: out, CLOCK: NOW });
      for (const entry of entries()) expect(Object.keys(recordOf(entry))).toContain('seal');
      if (entries().length > 0) expect((await share()).code).toBe(0);
      if (code === 0) break;
      expect(code).toBeNull();
      expect(step).toBeLessThan(40);
    }
    expect(entries()).toHaveLength(1);
    expect(readdirSync(archive)).not.toContain('.sending');
    expect(bytesUnder(out)).toEqual(site);
    expect(readdirSync(`${out}.versions`).filter((name) => !/^[0-9a-f]{12}$/.test(name))).toEqual([]);
  }, 300_000);
});

describe('the archive', () => {
  afterEach(() => rmSync(archive, { recursive: true, force: true }));

  test('keeps every byte in Git, whatever Git does to the ends of lines', async () => {
    await send('Alder Works', '2026-07-14');
    const kept = bytesUnder(archive);
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'core.autocrlf=true', '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...words], { cwd: archive });
    for (const words of [
      ['init', '--quiet'],
      ['add', '.'],
      ['commit', '--quiet', '--message', 'sent'],
    ])
      git(...words);
    for (const entry of entries()) rmSync(join(archive, entry), { recursive: true });
    git('checkout', '--quiet', '--', '.');
    rmSync(join(archive, '.git'), { recursive: true });
    expect(bytesUnder(archive)).toEqual(kept);
  });

  test.skipIf(process.platform !== 'linux' || !existsSync('/dev/shm'))('may lie on another disk than the site', async () => {
    const disk = mkdtempSync(join('/dev/shm', 'sent-'));
    symlinkSync(disk, archive);
    const { code, err } = await send('Alder Works', '2026-07-14');
    const found = entries();
    rmSync(disk, { recursive: true });
    expect([code, err, found.length]).toEqual([0, expect.stringContaining('kept in'), 1]);
  });
});

describe('what cannot be sent', () => {
  test('a short name that is misspelt leads to the client, however long its whole name is', () => {
    const clients = [{ id: 'birch', name: 'Birch Lane Housing Trust', slug: 'birchwood', mapped: true }];
    expect(() => clientNamed({ clients }, 'Birchwod')).toThrow('the nearest is "birchwood"');
  });

  test.for([
    ['a client that nobody is', ['--client', 'Alder Work', '--send'], 2, '"Alder Work": no client has this name; the nearest is "Alder Works"'],
    ['a client not named', ['--send'], 2, 'name the client'],
    ['a day without --send', ['--client', 'Alder Works', '--on', '2026-07-14'], 2, 'it needs --send'],
    ['a day that is none', ['--client', 'Alder Works', '--send', '--on', '2026-02-30'], 2, 'no day of the calendar'],
    ['a day before the report', ['--client', 'Alder Works', '--send', '--on', '2026-07-11'], 2, 'cannot have gone out on 2026-07-11'],
    ['a slip in the year', ['--client', 'Alder Works', '--send', '--on', '2062-07-14'], 2, '2062-07-14 is more than a year later'],
    ['a day to come', ['--client', 'Alder Works', '--send', '--on', '2026-07-21'], 2, '2026-07-21 is a day to come, for it is 2026-07-20 now'],
    ['a page that is off', ['--client', 'Cedar Farm', '--send', '--on', '2026-07-14'], 1, 'the page of "Cedar Farm" is off in the settings'],
    ['a page that is over by then', ['--client', 'Dogwood', '--send', '--on', '2026-07-14'], 1, 'was there until 2026-07-13'],
    ['an option that is none', ['--clients', 'x'], 2, 'share'],
  ] as const)('%s', async ([, words, code, said]) => {
    const found = await share(...words);
    expect(found.err).toContain(said);
    expect(found.err.trim().split('\n')).toHaveLength(1);
    expect(found.code).toBe(code);
    expect(existsSync(archive)).toBe(false);
  });

  test('anything, where no site is; the place stays untouched', async () => {
    const nowhere = join(folder, 'nowhere');
    const found = await runNode(['scripts/share.ts', '--out', nowhere, '--client', 'Alder Works', '--send', '--on', '2026-07-14']);
    expect(found).toMatchObject({ code: 1, err: expect.stringContaining('there is no site; build one with npm run build') as string });
    expect(readdirSync(folder).filter((name) => name.startsWith('nowhere'))).toEqual([]);
  });

  test('a page on which a link leads nowhere', async () => {
    const link = join(out, 'share', folderOf('Alder Works'), 'more.html');
    symlinkSync('nothing', link);
    const found = await send('Alder Works', '2026-07-14');
    rmSync(link);
    expect(found).toMatchObject({ code: 1, err: expect.stringContaining('more.html: a link that leads nowhere is on the page; nothing was sent') as string });
    expect(entries()).toEqual([]);
    rmSync(archive, { recursive: true, force: true });
  });

  test('while a build is running', async () => {
    const found = await alone(placeAt(out), () => send('Alder Works', '2026-07-14'));
    expect(found).toMatchObject({ code: 1, err: expect.stringContaining('another build is running') as string });
    expect(existsSync(archive)).toBe(false);
  });
});

test('a page of one request, no survey and no complaint reads as what is known', () => {
  const { document } = parseHTML(pageOf('Birch & Sons'));
  const text = document.body.textContent!.replace(/\s+/g, ' ');
  expect(document.querySelector('h1')!.textContent).toBe('Your one request had an answer within 30\u00a0min');
  expect(text).toContain('had a first answer, after 30 min of opening hours');
  expect(text).toContain('Our record of this time holds nothing that went wrong.');
  expect(text).not.toMatch(/NaN|undefined|null|satisfied|promises were/);
  expect([...document.querySelectorAll('main h2')].map((one) => one.textContent.trim())).toContain('How fast we answered');
});

test('a build after it counts the page, says what was restated to that client alone, and leaves the archive', async () => {
  await send('Alder Works', '2026-07-12');
  await send('Birch & Sons', '2026-07-12');
  const kept = bytesUnder(archive);
  const birch = pageOf('Birch & Sons');
  const files = () => bytesUnder(join(out, 'internal'));
  writeWorkspace({
    late: -1,
    reports: [
      ['Alder Works', '2026-06', '2026-07-10'],
      ['Birch & Sons', '2026-05', '2026-06-03'],
    ],
  });
  const { code, err } = await build();
  expect(code).toBe(0);
  expect(err).toContain('reports.csv: line 2: column "sent_at": "2026-07-10": the archive of sent pages has this report of this client on another day');
  expect(err).toContain('4 reports sent'.replace('4', '3'));
  expect(bytesUnder(archive)).toEqual(kept);
  expect(pageOf('Birch & Sons')).toBe(birch);
  const since = parseHTML(pageOf('Alder Works')).document.querySelector('#since')!;
  expect(since.textContent.replace(/\s+/g, ' ')).toContain('The page that we sent you on 12 Jul 2026 was about 1 Apr to 30 Jun 2026');
  expect(since.textContent.replace(/\s+/g, ' ')).toContain('We told you 9 of 11; now it is 10 of 11. Records of that time were corrected.');
  const accounts = readFileSync(join(out, 'internal', 'data', 'files.csv'), 'utf8');
  expect(accounts).toContain('sent archive,sent archive,reports_sent,utf-8,,,Europe/London,2,2,0,0,0,0,2026-07-12');
  expect(accounts).toMatch(/^reports\.csv,.*,2,1,0,1,0,0,/m);
  expect(readFileSync(join(out, 'internal', 'data', 'client-pages-sent.csv'), 'utf8')).toContain('Alder Works,,2026-07-12,2026-04-01/2026-06-30,');
  expect(readFileSync(join(out, 'internal', 'data', 'index.html'), 'utf8')).toContain('sent archive');
  const { inputs } = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as { inputs: { file: string }[] };
  expect(inputs.map(({ file }) => file)).toContain('sent archive');

  const first = files();
  const again = await build();
  expect(again.code).toBe(0);
  expect(files()).toEqual(first);
  const [entry] = entries() as [string];
  renameSync(join(archive, entry, 'sent.json'), join(archive, entry, 'lost.json'));
  const damaged = await build();
  expect(damaged.err).toContain(`sent archive: "${entry}": this entry of the archive of sent pages was changed since, or cannot be read`);
  expect(parseHTML(pageOf('Alder Works')).document.querySelector('#since')).toBeNull();
}, 300_000);
