import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../src/fold.ts';
import { buildReport } from '../../src/pipeline.ts';
import { agendaText } from '../../src/report/agenda.ts';
import type { Identity } from '../../src/report/identities.ts';
import type { Report } from '../../src/report/model.ts';
import { slicesOf, textsOf, type Slice } from '../../src/share/audience.ts';
import { contentCsv } from '../../src/share/csv.ts';
import { mailText } from '../../src/share/mail.ts';
import { contentOf } from '../../src/share/page.ts';
import { runningStyle } from '../../src/share/running.ts';
import { productWords, scan, type Proof, type Shared } from '../../src/share/scan.ts';
import { plain } from '../../src/share/scan-words.ts';
import { folderOf } from '../../src/share/tokens.ts';
import { fileOf, settingsWith } from '../workspace.ts';
import { digits, HOSTILE as NAMES, hostileId as idOf, hostileName as nameOf, marker, quoted } from './hostile.ts';

const CLIENTS = 300;
const SECRET = 'a secret that nobody else has, 40 letters';
const MARKERS = /zq\d{3}[a-z]+/g;
const SHOWN = ['manager', 'letter', 'quote', 'wording'];
const indexOf = new Map(Array.from({ length: CLIENTS }, (_, client) => [fold(idOf(client)), client]));
const ownOf = (id: string): number => indexOf.get(fold(id))!;

const at = (days: number, minutes = 0): string => new Date(Date.UTC(2026, 3, 1, 9) + days * 86_400_000 + minutes * 60_000).toISOString();

function tablesOf(): Readonly<Record<string, readonly (readonly string[])[]>> {
  const each = <Row>(row: (client: number, mark: (field: string) => string) => readonly Row[]) =>
    Array.from({ length: CLIENTS }, (_, client) => row(client, (field) => marker(client, field))).flat();
  const days = [3, 17, 40];
  return {
    clients: [['client', 'name', 'aliases', 'account_manager'], ...each((client, mark) => [[idOf(client), nameOf(client), mark('alias'), mark('manager')]])],
    tickets: [
      ['ticket_id', 'client', 'requester', 'subject', 'opened_at', 'first_response_at', 'resolved_at'],
      ...each((client, mark) => days.map((day) => [`${mark('t')}${day}`, idOf(client), mark('requester'), mark('subject'), at(day), at(day, 30), at(day, 90)])),
    ],
    surveys: [
      ['response_id', 'client', 'respondent', 'kind', 'sent_at', 'answered_at', 'answer', 'scale_low', 'scale_high', 'comment', 'approved'],
      ...each((client, mark) =>
        days.map((day) => [
          `${mark('s')}${day}`,
          idOf(client),
          mark('respondent'),
          'csat',
          at(day),
          at(day, 5),
          '5',
          '1',
          '5',
          mark(day === 3 ? 'quote' : 'comment'),
          day === 3 ? 'yes' : 'no',
        ]),
      ),
    ],
    promises: [
      ['promise_id', 'client', 'kind', 'wording', 'made_at', 'due_at', 'kept_at'],
      ...each((client, mark) =>
        days.map((day) => [`${mark('p')}${day}`, idOf(client), 'task', mark('wording'), at(day), at(day + 3), day === 40 ? '' : at(day + 2)]),
      ),
    ],
  };
}

async function builtWith(words: (client: number) => string) {
  const files = Object.entries(tablesOf()).map(([name, rows]) => fileOf(`${name}.csv`, quoted(rows)));
  const letters = Array.from({ length: CLIENTS }, (_, client) => ({ file: `clients/${marker(client, 'alias')}.md`, text: `## 2026 Q2\n\n${words(client)}` }));
  const settings = settingsWith({ firm: { name: 'Rowan IT', zone: 'Europe/London' }, as_of: '2026-07-12', share: { clients: 'all' } });
  const { report, identities, issues } = await buildReport(files, settings, {
    sharing: { folderOf: (client, rotation) => folderOf(SECRET, client, rotation), letters },
  });
  if (report === null || identities === undefined) throw new Error(JSON.stringify(issues.slice(0, 3)));
  return { report, identities };
}

/** Everything of a page that its client's data decide, as one text. */
const textOf = (slice: Slice): string => [JSON.stringify(contentOf(slice)), contentCsv(contentOf(slice)), runningStyle(contentOf(slice)).css].join('\n');

const SOURCES = join(import.meta.dirname, '..', '..', 'src');
/** The words that pages are written with, as a build takes them. */
const product = productWords(
  ['share', 'charts', 'styles'].flatMap((folder) =>
    readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|astro|css)$/.test(file) && !/scan/.test(file))
      .map((file) => readFileSync(join(SOURCES, folder, file), 'utf8')),
  ),
);

function proofOf({ shares = [], ...rest }: Report, known: readonly Identity[]): Proof {
  const owners = new Map(shares.map(({ folder, client }) => [folder, client]));
  const shared = [...slicesOf({ ...rest, shares })].map(([folder, slice]): Shared => ({
    client: owners.get(folder)!,
    files: [{ path: `${folder}/index.html`, bytes: new TextEncoder().encode(textOf(slice)) }],
    texts: textsOf(slice),
  }));
  return scan(shared, { identities: known, firm: ['Rowan IT', ...shared.map((_, client) => marker(client, 'manager'))], product, allow: [] });
}

let report: Report;
let identities: readonly Identity[];
beforeAll(async () => {
  ({ report, identities } = await builtWith((client) => marker(client, 'letter')));
}, 300_000);

describe('three hundred clients with hostile and colliding names', () => {
  test('have folders and names of files of their own, which every system takes', () => {
    const shares = report.shares!;
    expect(shares).toHaveLength(CLIENTS);
    expect(new Set(shares.map(({ folder }) => folder)).size).toBe(CLIENTS);
    for (const { folder } of shares) expect(folder).toMatch(/^[a-z2-7]{32}$/);
    const slugs = report.clients.map(({ slug }) => slug);
    expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(CLIENTS);
    for (const slug of slugs) expect(slug).toMatch(/^(?!(con|prn|aux|nul|com\d|lpt\d|index)$)[a-z0-9][a-z0-9-]{0,63}$/);
  });

  test('each find on their page their own words that are meant for them, and nobody else’s', () => {
    const folders = new Map(report.shares!.map(({ folder, client }) => [folder, client]));
    const slices = slicesOf(report);
    expect(slices.size).toBe(CLIENTS);
    for (const [folder, slice] of slices) {
      const client = ownOf(folders.get(folder)!);
      const text = `${textOf(slice)}\n${JSON.stringify(slice)}\n${mailText(slice, { link: null, locked: false })}`;
      const wanted = [...SHOWN, ...(NAMES[client] === undefined ? ['name'] : [])].map((field) => marker(client, field));
      expect(new Set(text.match(MARKERS))).toEqual(new Set(wanted));
    }
  });

  test('have mails of eight lines and agendas that name nobody else', () => {
    for (const share of report.shares!) {
      const own = `zq${digits(ownOf(share.client))}`;
      expect(mailText(slicesOf({ ...report, shares: [share] }).get(share.folder!)!, { link: null, locked: false }).split('\n')).toHaveLength(8);
      expect((agendaText(report, share)!.match(MARKERS) ?? []).filter((word) => !word.startsWith(own))).toEqual([]);
    }
  });

  test('leak nothing, and one name in one letter is found and told', { timeout: 180_000 }, async () => {
    const clean = proofOf(report, identities);
    expect(clean.leaks).toEqual([]);
    expect(clean.folders).toBe(CLIENTS);
    const other = await builtWith((client) => (client === 270 ? 'As with ACMÉ corp and client 312.' : marker(client, 'letter')));
    const { leaks } = proofOf(other.report, other.identities);
    const { folder } = other.report.shares!.find(({ client }) => client === idOf(270))!;
    expect(leaks.map(({ name, path }) => [plain(name).replace('.', ''), path.slice(0, 32)])).toEqual(
      ['acme', 'acme corp', '312'].map((name) => [name, folder]),
    );
  });
});
