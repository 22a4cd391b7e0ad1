import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Alert } from '../../scripts/alerts.ts';
import type { Finding } from '../../src/gates/finding.ts';
import { sheet, weekly, weekRows, type Exports } from '../gates/firm.ts';
import { build, writeWorkspace } from './firm-site.ts';

let folder = '';
let data = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holding-'));
  data = join(folder, 'data');
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FRESH = '2026-03-16';
const text = (...path: readonly string[]) => readFileSync(join(folder, ...path), 'utf8');
const json = <T>(...path: readonly string[]) => JSON.parse(text(...path)) as T;
interface Receipt {
  readonly gates: { readonly today: string; readonly findings: readonly Finding[]; readonly confirmed: readonly string[] };
  readonly build: string;
}
interface Alerts {
  readonly state: string;
  readonly alerts: readonly Alert[];
}

async function run(exports: Exports, more: Partial<Parameters<typeof build>[0]> = {}, settings?: string) {
  writeWorkspace(data, exports, settings);
  return build({ data, out, today: FRESH, ...more });
}

/** Each file but the last has fewer rows: of the table alone, as the gate of files is off. */
const runFewer = (more: Partial<Parameters<typeof build>[0]> = {}) =>
  run({ ...weekly(9, 12), 'tickets-w09.csv': sheet(weekRows(9)) }, more, 'firm: { name: Rowan IT }\ngates: { lost_file: off }\n');

describe('a build that a gate holds', () => {
  test('leaves the last site, says each finding with its flag, and tells it beside the site', async () => {
    await run(weekly(10));
    const site = readlinkSync(out);
    const { code, said } = await runFewer();
    expect(code).toBe(1);
    expect(said.at(-2)).toBe(
      'gate rows-drop:tickets: tickets: only 138 rows are left of the 300 rows in the published report, 54 % fewer; look whether an export is missing, was filtered or was cut off, and export it again; to publish all the same: --confirm rows-drop:tickets',
    );
    expect(said.at(-1)).toBe(
      `held: 1 finding; the last site was left as it is; to pass on: ${out}.held/digest.html; to publish all the same: --confirm rows-drop:tickets`,
    );
    expect(readlinkSync(out)).toBe(site);
    expect(readdirSync(`${out}.versions`)).toHaveLength(1);
    expect(readdirSync(`${out}.held`).sort()).toEqual(['alerts.json', 'digest.html', 'digest.txt', 'summary.md']);
    expect(text('dist.held', 'digest.txt')).toContain(
      'This report is not published: a gate held it back. The site still shows the\nreport up to 8\u00a0Mar\u00a02026.',
    );
    expect(text('dist.held', 'digest.html')).toContain('>--confirm rows-drop:tickets</p>');
    expect(text('dist.held', 'summary.md')).toContain('| `rows-drop:tickets` | held | 300 | 138 | 150 | rows | tickets: only 138 rows');
    expect(json<Alerts>('dist.held', 'alerts.json')).toMatchObject({
      state: 'held',
      alerts: [{ severity: 'critical', code: 'gate-rows-drop', finding: 'rows-drop:tickets', value: 138, was: 300 }],
    });
  });

  test('is told in the mail in the language of the report, and to machines and in the terminal in English', async () => {
    await run(weekly(10));
    const german = 'firm: { name: Rowan IT, locale: de-DE }\ngates: { lost_file: off }\n';
    const { said } = await run({ ...weekly(9, 12), 'tickets-w09.csv': sheet(weekRows(9)) }, {}, german);
    const finding =
      'Tickets: von 300 Zeilen im veröffentlichten Bericht sind nur noch 138 Zeilen da, 54 % weniger. Nachsehen, ob ein Export fehlt, gefiltert oder';
    expect(text('dist.held', 'digest.txt').replace(/\s+/g, ' ')).toContain(finding);
    expect(text('dist.held', 'digest.html').replace(/\s+/g, ' ')).toContain(finding);
    expect(said.at(-2)).toContain('tickets: only 138 rows are left of the 300 rows in the published report, 54 % fewer; look whether an export is missing');
    expect(text('dist.held', 'summary.md')).toContain('tickets: only 138 rows are left');
    expect(text('dist.held', 'alerts.json')).toContain('tickets: only 138 rows are left');
  });

  test('is published once its findings are confirmed, which the receipts say; the next build is not held', async () => {
    await run(weekly(10));
    await runFewer();
    const { code, said } = await runFewer({ confirm: ['rows-drop:tickets'] });
    expect(code).toBe(0);
    expect(said.filter((line) => line.startsWith('gate'))).toEqual([expect.stringMatching(/; it was confirmed$/)]);
    expect(existsSync(`${out}.held`)).toBe(false);
    expect(json<Receipt>('dist', 'build.json').gates).toMatchObject({
      today: FRESH,
      findings: [{ id: 'rows-drop:tickets' }],
      confirmed: ['rows-drop:tickets'],
    });
    expect(text('dist', 'summary.md')).toContain('| `rows-drop:tickets` | confirmed |');
    expect(json<Alerts>('dist', 'alerts.json').alerts[0]).toMatchObject({ severity: 'warning', code: 'gate-rows-drop' });
    expect((await runFewer()).code).toBe(0);
  });

  test('stays held by what was not confirmed, and is told what was confirmed for nothing', async () => {
    await run(weekly(10));
    const { code, said } = await runFewer({ today: '2026-04-01', confirm: ['stale', 'rows-drop:ticket'] });
    expect(code).toBe(1);
    expect(said.find((line) => line.startsWith('--confirm'))).toBe(
      '--confirm rows-drop:ticket: no gate found this in this build; nothing was confirmed by it; there is stale, rows-drop:tickets',
    );
    expect(said.at(-1)).toContain('held: 1 finding; ');
    expect(said.at(-1)).toMatch(/--confirm stale,rows-drop:tickets$/);
  });

  test('is held where the published build left nothing to compare with, until that is confirmed', async () => {
    await run(weekly(10));
    for (const left of ['{"schema":1,"files":[', '{"schema":99}', null]) {
      rmSync(join(folder, 'dist', 'traces.json'));
      if (left !== null) writeFileSync(join(folder, 'dist', 'traces.json'), left);
      const { code, said } = await run({ ...weekly(9, 12), 'tickets-w09.csv': sheet(weekRows(9)) });
      expect([code, said.find((line) => line.startsWith('gate'))]).toEqual([
        1,
        expect.stringMatching(
          /^gate traces-unread: traces\.json of the published build is missing or cannot be read, .*; to publish all the same: --confirm traces-unread$/,
        ),
      ]);
      writeFileSync(join(folder, 'dist', 'traces.json'), '');
    }
    expect((await run(weekly(10), { confirm: ['traces-unread'] })).code).toBe(0);
    expect((await run(weekly(10))).said.filter((line) => line.startsWith('gate'))).toEqual([]);
  });

  test('is held by a file that lost rows under its name, and by a column under another name, until each is confirmed', async () => {
    const one = (to: number, head = '') => ({
      'all.csv': sheet(...Array.from({ length: to }, (_, week) => weekRows(week))).replace('first_response_at', (now) => head || now),
    });
    await run(one(10));
    const cut = await run({ 'all.csv': one(10)['all.csv'].split('\n').toSpliced(1, 95).join('\n') }, { today: FRESH });
    expect(cut.code).toBe(1);
    expect(cut.said.at(-2)).toMatch(
      /^gate file-cut:all\.csv: all\.csv: the file held 300 rows of tickets in the published report and holds 205 rows now; about \d+ rows of them stand in no file now \(3\d %\); /,
    );
    expect(cut.said.at(-1)).toMatch(/--confirm file-cut:all\.csv$/);
    const renamed = await run(one(10, 'first_responded_at'));
    expect(renamed.code).toBe(1);
    expect(renamed.said.at(-2)).toMatch(
      /^gate column-lost:tickets\.first_response_at: tickets, column first_response_at: no row has anything in it, of 300 rows; /,
    );
    expect(renamed.said.find((line) => line.includes('column "first_responded_at"'))).toContain('("first_response_at"; - { files: "all.csv", ');
    const confirm = ['column-lost:tickets.first_response_at'];
    expect((await run(one(10, 'first_responded_at'), { confirm })).code).toBe(0);
    expect((await run(one(10, 'first_responded_at'))).code).toBe(0);
  });

  test('can be held by stale exports again, once it is another day', async () => {
    await run(weekly(10));
    expect((await run(weekly(10), { today: '2026-04-01' })).code).toBe(1);
    expect((await run(weekly(10), { today: '2026-04-01', confirm: ['stale'] })).code).toBe(0);
    expect((await run(weekly(10), { today: '2026-04-01' })).code).toBe(0);
    expect((await run(weekly(10), { today: '2026-04-02' })).code).toBe(1);
  });

  test('is published at a place where no site is yet, with a warning', async () => {
    const { code, said } = await run(weekly(10), { today: '2026-04-01' });
    expect(code).toBe(0);
    expect(said.find((line) => line.startsWith('gate stale'))).toMatch(/; it only warns$/);
  });
});

describe('a report up to a day to come', () => {
  const SETTINGS = 'firm: { name: Rowan IT }\n';

  test('is refused before anything is built, and the last site stays', async () => {
    await run(weekly(10));
    const site = readlinkSync(out);
    const { code, said } = await run(weekly(10), { asOf: '2027-03-14' });
    expect([code, readlinkSync(out)]).toEqual([1, site]);
    expect(said[0]).toMatch(/^"2027-03-14": this day is still to come \(today is 2026-03-16\); nothing was built; give today or an earlier day/);
    expect(json<Alerts>('dist.held', 'alerts.json')).toMatchObject({ state: 'refused', alerts: [{ code: 'error-as-of-ahead' }] });
  });

  test('is refused by the line of the settings too', async () => {
    const { code, said } = await run(weekly(10), {}, `${SETTINGS}as_of: 2026-03-17\n`);
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(said[0]).toMatch(/^settings\.yaml: line 2: setting "as_of": "2026-03-17": this day is still to come/);
  });

  test('is made once it is that day in the zone of the firm', async () => {
    expect((await run(weekly(10), { asOf: '2026-03-15', today: '2026-03-15' })).code).toBe(0);
    expect((await run(weekly(10), { asOf: '2026-03-15', today: '2026-03-14' })).code).toBe(1);
  });
});

/** Every file of a folder with the hash of its bytes. */
function hashesOf(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(root, file)).isFile());
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  );
}

test('the day enters the gate alone: no byte under internal/ tells it', async () => {
  await run(weekly(10));
  const first = hashesOf(join(out, 'internal'));
  rmSync(`${out}.versions`, { recursive: true });
  rmSync(out);
  await run(weekly(10), { today: '2031-07-19' });
  expect(hashesOf(join(out, 'internal'))).toEqual(first);
  expect(text('dist', 'build.json')).toContain('2031-07-19');
});

test('where no pages are shared, what goes to their host is empty but for the headers', async () => {
  await run(weekly(10));
  expect(readdirSync(join(out, 'share')).sort()).toEqual(['.htaccess', '_headers', 'web.config']);
});

describe('those who were not there', () => {
  test('are told on the page of the CI job, whether it was published, held or refused', async () => {
    const GITHUB_STEP_SUMMARY = join(folder, 'step.md');
    await run(weekly(10), { env: { GITHUB_STEP_SUMMARY } });
    await runFewer({ env: { GITHUB_STEP_SUMMARY } });
    await run({ ...weekly(10), 'odd.csv': 'a,b\n1,2\n' }, { env: { GITHUB_STEP_SUMMARY } });
    const heads = text('step.md')
      .split('\n')
      .filter((line) => line.startsWith('# '));
    expect(heads).toEqual(['# Rowan IT: report published, up to 2026-03-08', '# Rowan IT: report held, up to 2026-03-08', '# Rowan IT: report refused']);
  });

  test('read why data were refused, and settings that cannot be read', async () => {
    await run(weekly(10));
    await run({ ...weekly(10), 'odd.csv': 'a,b\n1,2\n' });
    expect(text('dist.held', 'digest.txt')).toMatch(
      /^Rowan IT: no service report, errors in the exports\n\nNo report could be made: [^]*8\u00a0Mar\u00a02026\.\n\nWHAT IS WRONG\n- odd\.csv: no known export has these/,
    );
    expect(json<Alerts>('dist.held', 'alerts.json')).toMatchObject({ state: 'refused', alerts: [{ severity: 'critical', code: 'error-file-unrecognised' }] });
    await run(weekly(10), {}, 'firm: { name: Rowan IT }\ngates: { stale: soon }\n');
    expect(text('dist.held', 'summary.md')).toContain('gates.stale');
    expect((await run(weekly(10))).code).toBe(0);
    expect(existsSync(`${out}.held`)).toBe(false);
  });

  test('read that pages for clients lack their secret, or that it is too short, each in its own words', async () => {
    const settings = 'firm: { name: Rowan IT }\nshare: { clients: all }\n';
    const missing = await run(weekly(10), { secret: '  ' }, settings);
    const short = await run(weekly(10), { secret: 'x'.repeat(31) }, settings);
    expect([missing.code, short.code]).toEqual([1, 1]);
    expect(missing.said[0]).toContain('there is no secret of 32 characters or more');
    expect(short.said[0]).toContain('the secret in COURTESY_SECRET has fewer than 32 characters; nothing was built; set it to the whole secret');
    expect(short.said.join()).not.toContain('xxx');
  });

  test('have an empty list of alerts where nothing is to be done', async () => {
    await run(weekly(10), {}, 'firm: { name: Rowan IT }\n');
    expect(json<Alerts>('dist', 'alerts.json')).toMatchObject({ schema: 1, state: 'published', alerts: [] });
  });

  test('a summary that cannot be written takes nothing back', async () => {
    const { code, said } = await run(weekly(10), { env: { GITHUB_STEP_SUMMARY: join(data, 'settings.yaml', 'step.md') } });
    expect(code).toBe(0);
    expect(said.at(-2)).toMatch(/^the site is published, but \/.*step\.md: a file stands where a folder is needed; name another place$/);
  });
});
