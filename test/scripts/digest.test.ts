import { describe, expect, test } from 'vitest';
import { alertsJson } from '../../scripts/alerts.ts';
import { digestHtml } from '../../scripts/digest-html.ts';
import { digestText } from '../../scripts/digest-text.ts';
import { changeOf, digestOf } from '../../scripts/digest.ts';
import { jobSummary } from '../../scripts/job-summary.ts';
import type { Told } from '../../scripts/told.ts';
import { verdictOf } from '../../src/gates/gates.ts';
import type { Finding } from '../../src/gates/finding.ts';
import { issue } from '../../src/issue.ts';
import type { Block, Page, Report, ProcessDrawing, Turn } from '../../src/report/model.ts';
import { reportSaying } from './stub.ts';

const HOSTILE = `A<script>alert(1)</script>|"'&\n\u001b[31m[x](https://evil.example/)![y](z) \`rm\` **b** \u202e#1 <img src=x onerror=y> www.evil.example`;

const page = (path: string, title: string, sections: Page['sections']): Page => ({
  path,
  nav: path,
  tab: '',
  head: '',
  note: '',
  title,
  lead: true,
  intro: '',
  sections,
});
const section = (id: string, ...blocks: readonly Block[]) => ({ id, head: id, note: '', blocks });
const calls = (name: string): Block => ({
  kind: 'ledger',
  entries: [{ who: [{ text: name, href: 'clients/ash/' }], what: `Silent: none of ${name}.`, aside: [name] }],
});

function reportWith(name: string, ...more: readonly Page[]): Report {
  return {
    ...reportSaying(name),
    clients: [{ id: 'Ash', name, slug: 'ash', mapped: true }],
    pages: [
      page('', `Lead of ${name}.`, [
        section('calls', calls(name)),
        section('since', {
          kind: 'notes',
          entries: [
            {
              label: 'Restated',
              what: ['The week now reads ', { strong: '3' }, { text: name, href: 'data/' }, '.'],
              where: ['It is listed under ', { text: 'Data', href: 'data/' }, '.'],
            },
          ],
        }),
      ]),
      ...more,
    ],
  };
}

const finding = (says: string): Finding => ({
  id: 'client-lost:ash',
  gate: 'lost_client',
  grade: 'hold',
  about: says,
  unit: 'rows',
  was: 12,
  is: 0,
  limit: null,
  client: 'Ash',
  basis: 'Ash',
  says,
  advice: 'look',
});

const told = (name: string, more: Partial<Told> = {}): Told => ({
  state: 'held',
  firm: name,
  locale: 'en-GB',
  report: reportWith(name),
  issues: [issue('file-unrecognised', { file: name, detail: name })],
  verdict: verdictOf([finding(name)], ['nothing']),
  build: null,
  shows: '2026-03-08',
  ...more,
});

describe('what came from a file', () => {
  test('is text alone in the mail as a page', () => {
    for (const state of ['held', 'refused'] as const) {
      const html = digestHtml(digestOf(told(HOSTILE, { state, ...(state === 'refused' && { report: null }) })));
      const tags = new Set([...html.matchAll(/<\/?([a-z!0-9]+)/gi)].map(([, tag]) => tag!.toLowerCase()));
      expect([...tags].sort()).toEqual(['!doctype', 'body', 'h1', 'h2', 'head', 'html', 'meta', 'p', 'table', 'td', 'title', 'tr']);
      expect(html).not.toMatch(/<[^>]*\b(href|src|onerror|onload)=|url\(|@import/i);
      expect(html).toContain('A&lt;script&gt;alert(1)&lt;/script&gt;|&quot;&#39;&amp;');
      for (const sign of ['\u001b', '\u202e']) expect(html).not.toContain(sign);
    }
  });

  test('makes no table, link, picture or tag in the summary of the job', () => {
    const markdown = jobSummary(told(HOSTILE));
    expect(markdown).not.toMatch(/<script|<img|[^\\]\]\(|[^\\]!\[|https?:\/\/|www\./);
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(9);
    for (const sign of ['\u001b', '\u202e']) expect(markdown).not.toContain(sign);
  });

  test('stands in the summary of the job twenty times at most, what holds the build first, and the rest as a count', () => {
    const many = Array.from({ length: 30 }, (_, at): Finding => ({ ...finding('x'), id: `client-lost:c${at}`, grade: at === 29 ? 'hold' : 'warn' }));
    const rowsOf = (findings: readonly Finding[]) => {
      const markdown = jobSummary(told('Rowan', { verdict: verdictOf(findings, []) }));
      return { rows: markdown.match(/^\| `.*$/gm)!, more: /^\d+ more findings? .*$/m.exec(markdown)?.[0] };
    };
    const { rows, more } = rowsOf(many);
    expect([rows.length, rows[0]!.slice(0, 25), more]).toEqual([20, '| `client-lost:c29` | hel', '10 more findings stand in the log of the build.']);
    expect(rowsOf(many.slice(0, 21)).more).toBe('1 more finding stands in the log of the build.');
    expect([rowsOf(many.slice(0, 20)).rows.length, rowsOf(many.slice(0, 20)).more]).toEqual([20, undefined]);
  });

  test('steers no terminal and stays on its line in the mail as text', () => {
    const text = digestText(digestOf(told(HOSTILE)));
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(text.split('\n\n')[0]!.split('\n')).toHaveLength(1);
    for (const line of text.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(110);
  });
});

test('what is wrong is said in the language of the report', () => {
  const refused = issue('settings-invalid', { file: 'settings.yaml', line: 3, column: 'firm.zone', text: 'Mars' });
  const [part] = digestOf(told('x', { state: 'refused', report: null, locale: 'de-DE', issues: [refused] })).parts;
  expect(part!.items[0]!.text).toBe(
    'settings.yaml: Zeile 3: Einstellung "firm.zone": "Mars": die Einstellung lässt sich nicht verwenden; die Erstellung wurde angehalten; berichtigen; der Befehl demo schreibt einen Arbeitsordner, dessen settings.yaml ein Beispiel mit Anmerkungen ist',
  );
});

describe('the one change that matters', () => {
  const moved = (text: string, beyondChance: boolean, turn?: Turn) =>
    section('moved', {
      kind: 'heading',
      text,
      subtitle: 'Satisfaction, these 13 weeks against the 13 before',
      ...(beyondChance && { beyondChance }),
      ...(turn && { turn }),
    });
  const process = (to: number, title: string, turn?: Turn, events: ProcessDrawing['events'] = []): Block => ({
    kind: 'chart',
    chart: {
      id: 'x',
      title,
      subtitle: 'Median, by week',
      summary: '',
      foot: '',
      drawing: {
        shape: 'process',
        scale: { low: 0, high: 1, ticks: [] },
        points: [1, 2, 3].map((value) => ({ start: '2026-03-02', value, open: false })),
        regimes: [],
        events,
        signals: [{ from: 0, to, text: 'week of 16 Mar: over the limits' }],
        band: null,
      },
      table: { caption: '', columns: [], rows: [] },
      ...(turn && { turn }),
    },
  });

  test('is a figure that moved beyond chance, as the report tells', () => {
    const report = reportWith(
      'x',
      page('satisfaction/', '', [moved('−2.0 points, which cannot be told from chance', false)]),
      page('complaints/', '', [moved('+4.1, a change beyond chance, most of it from Ash', true)]),
    );
    expect(changeOf(report)).toBe('Satisfaction, these 13 weeks against the 13 before: +4.1, a change beyond chance, most of it from Ash.');
  });

  test('is said to be for the better or the worse where that is known', () => {
    const better = reportWith('x', page('satisfaction/', '', [moved('+4.1 points, a change beyond chance', true, 'better')]));
    expect(changeOf(better)).toBe('Satisfaction, these 13 weeks against the 13 before: +4.1 points, a change beyond chance. This is a change for the better.');
    const worse = reportWith('x', page('response/', '', [section('a', process(2, 'Week of 2 Mar: over the limits', 'worse'))]));
    expect(changeOf(worse)).toBe('response/: Week of 2 Mar: over the limits (Median). This is a change for the worse.');
    expect(digestText(digestOf(told('x', { report: worse })))).toMatch(/This is a change for\s+the\s+worse\./);
  });

  test('is the newest signal itself where the title tells of what an event changed', () => {
    const start = [{ day: '2026-03-09', text: 'Courtesy programme starts', short: ['Starts'] }];
    const report = reportWith('x', page('complaints/', '', [section('a', process(2, 'Complaints fell from about 9 a week to about 4', 'worse', start))]));
    expect(changeOf(report)).toBe('complaints/: week of 16 Mar: over the limits (Median). This is a change for the worse.');
  });

  test('is one sentence in one language in the summary too, which quotes the report', () => {
    const worse = reportWith('x', page('response/', 'Reaktion', [section('a', process(2, 'Woche ab 2. Mär: über den Grenzen', 'worse'))]));
    const german = { ...worse, firm: { ...worse.firm, locale: 'de-DE' } };
    expect(jobSummary(told('x', { report: german }))).toMatch(/über den Grenzen \(Median\)\. Das ist eine Änderung zum Schlechteren\./);
  });

  test('is else a chart whose newest week is part of a signal, else none', () => {
    const folded: Block = {
      kind: 'switch',
      id: 's',
      name: 'clock',
      label: '',
      choices: [{ key: 'a', text: 'a', blocks: [process(2, 'Eight weeks in a row')] }],
    };
    expect(changeOf(reportWith('x', page('response/', '', [section('a', process(1, 'Long ago'), folded)])))).toBe('response/: Eight weeks in a row (Median).');
    expect(changeOf(reportWith('x', page('response/', '', [section('a', process(1, 'Long ago'))])))).toBe('No figure moved by more than chance explains.');
  });
});

test('alerts name the client by its id and come worst first', () => {
  const { alerts } = JSON.parse(alertsJson(told('Ash & Sons'))) as { alerts: readonly Record<string, unknown>[] };
  expect(alerts).toMatchObject([
    { severity: 'critical', code: 'gate-lost-client', finding: 'client-lost:ash', client: 'Ash', value: 0, was: 12 },
    { severity: 'notice', code: 'needs-call', finding: null, client: 'Ash', text: 'Ash & Sons: Silent: none of Ash & Sons.' },
  ]);
});

describe('what a build warns of', () => {
  const ends = issue('table-ends', { column: 'tickets', text: '2025-09-11' });
  const refused = issue('cell-not-number', { file: 't.csv', line: 3, column: 'minutes', text: 'x' });
  const clear = verdictOf([], []);
  const exportsIn = (more: Partial<Told>) =>
    digestOf(told('Rowan', { state: 'published', verdict: clear, ...more })).parts.find(({ title }) => /Export/i.test(title));

  test('is counted in the digest, where no gate found anything and where one did', () => {
    expect(exportsIn({ issues: [] })).toMatchObject({ words: 'No gate found anything amiss.', items: [] });
    expect(exportsIn({ issues: [refused] })).toMatchObject({ words: 'No gate found anything amiss, but the build has 1 warning: see summary.md.', items: [] });
    expect(exportsIn({ issues: [refused], verdict: verdictOf([finding('x')], ['client-lost:ash']) })).toMatchObject({
      words: 'The build has 1 warning: see summary.md.',
      items: [{ head: 'client-lost:ash' }],
    });
    expect(exportsIn({ issues: [refused, ends], locale: 'de-CH' })?.words).toBe(
      'Keine Prüfung hat etwas beanstandet, aber zu diesem Bericht gibt es 2 Warnungen: siehe summary.md.',
    );
    expect(exportsIn({ issues: [refused], state: 'held', verdict: verdictOf([finding('x')], []) })).toMatchObject({
      words: 'The build has 1 warning: see summary.md.',
      items: [],
    });
  });

  test('names a table that ends long before the others, in the digest and among the alerts', () => {
    const text = 'The ticket export ends on 11\u00a0Sep\u00a02025. Export it again.';
    const published = told('Rowan', { state: 'published', verdict: clear, issues: [ends] });
    expect(exportsIn({ issues: [ends] })?.items).toEqual([{ head: '', text, aside: '' }]);
    expect(digestHtml(digestOf(published))).toContain(text);
    expect((JSON.parse(alertsJson(published)) as { alerts: readonly object[] }).alerts[0]).toMatchObject({
      severity: 'warning',
      code: 'table-ends',
      text: expect.stringMatching(/^table "tickets": "2025-09-11": this table ends here/),
    });
  });
});

test('the summary of the job says of calls what the digest says', () => {
  const [first, ...others] = reportWith('Rowan').pages;
  const saying = (...sections: Page['sections']) => {
    const all = told('Rowan', { report: { ...reportWith('Rowan'), pages: [{ ...first!, sections }, ...others] } });
    return [digestOf(all).parts.find(({ title }) => title === 'Needs a call')!.words, /## Needs a call\n\n(.*)/.exec(jobSummary(all))![1]];
  };
  expect(saying()).toEqual(Array(2).fill('These exports do not tell who needs a call.'));
  expect(saying(section('calls', { kind: 'prose', words: 'None.' }))).toEqual(Array(2).fill('No client needs a call.'));
});

test('a digest speaks the language of its report', () => {
  const digest = digestOf(told('Rowan', { locale: 'de-CH', report: null, state: 'refused', shows: null }));
  expect(digest.stopped).toBe('Es konnte kein Bericht entstehen: In den Exporten oder den Einstellungen ist ein Fehler. Es gibt noch keine Website.');
  expect(digestHtml(digest)).toContain('<html lang="de-CH"');
  expect(digestOf(told('Rowan', { state: 'published' })).subject).toBe('Rowan: service report, week of 9\u00a0March');
});

test('a published digest says first whether all is well, and a held one first why it is held', () => {
  const titles = (state: Told['state']) =>
    digestOf(told('Rowan', { state, verdict: verdictOf([finding('x')], state === 'held' ? [] : ['client-lost:ash']) })).parts.map(({ title }) => title);
  expect(titles('published')).toEqual(['The change that matters', 'Needs a call', 'Since the last report', 'The exports']);
  expect(titles('held')).toEqual(['Why it is held', 'What the report would say', 'The change that matters', 'Needs a call', 'Since the last report']);
  expect(digestOf(told('Rowan', { shows: null })).stopped).toBe('This report is not published: a gate held it back. There is no site yet.');
  expect(digestText(digestOf(told('Rowan', { state: 'published' })))).toContain('- Restated: The week now reads 3Rowan. It is listed under Data.');
});

test('a digest of a build that was not published points to nothing that its report alone would have', () => {
  const report = reportWith('Rowan');
  const [first] = report.pages;
  const many = {
    ...report,
    pages: [{ ...first!, sections: [section('calls', ...Array.from({ length: 51 }, () => calls('Ash'))), ...first!.sections.slice(1)] }],
  };
  const said = (state: Told['state']): string => digestText(digestOf(told('Rowan', { state, report: many }))).replaceAll(/\s+/g, ' ');
  expect(said('published')).toContain('The first 50 of 51; the first page of the report lists all.');
  expect(said('held')).toContain('The first 50 of 51. -');
  expect(said('held')).toContain('- Restated: The week now reads 3Rowan.');
  for (const text of [said('held'), jobSummary(told('Rowan', { report: many }))]) expect(text).not.toMatch(/listed under|first page|internal\//);
});
