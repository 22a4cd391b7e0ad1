import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { clientIssues } from '../../src/facts/client-issues.ts';
import { severityOf } from '../../src/issue.ts';
import type { Facts } from '../../src/facts/facts.ts';
import { addressIn, domainNamed, domainsOf } from '../../src/facts/mail.ts';
import { coreWords } from '../../src/facts/name-core.ts';
import { nearestAmong } from '../../src/facts/nearest-names.ts';
import { yamlText } from '../../src/facts/similar-names.ts';
import { UNMAPPED, UNNAMED } from '../../src/facts/table.ts';
import { exportsOf, factsFrom, fileOf, settingsWith } from '../workspace.ts';

type Files = Readonly<Record<string, string>>;

async function factsOf(files: Files, aliases: Readonly<Record<string, readonly string[]>> = {}): Promise<Facts> {
  const settings = settingsWith({ aliases });
  const read = await exportsOf({ files: Object.entries(files).map(([name, text]) => fileOf(name, `${text}\n`)), settings });
  expect(read.issues).toEqual([]);
  return factsFrom(read, settings);
}

/** The client of each row of a table, by name. */
function clientsOf({ tables, clients }: Facts, table: 'tickets' | 'surveys'): readonly (string | null | undefined)[] {
  return [...tables[table]!.client].map((at) => (at === UNNAMED ? null : at === UNMAPPED ? undefined : clients.list[at]!.name));
}

const tickets = (...rows: readonly string[]) => ['ticket_id,client,requester,opened_at', ...rows.map((row) => `${row},2026-03-02 09:00`)].join('\n');
const list = 'client,name,aliases\nacme,Acme Ltd,ACME;@acme.com\nbirch,Birch & Sons,birch.co.uk';

describe('a mail address', () => {
  it('in the client’s cell finds the client of its domain, and of the domains above it', async () => {
    const facts = await factsOf({
      'c.csv': list,
      't.csv': tickets('1,ann@acme.com,', '2,BOB@Desk.Acme.com,', '3,eve@acme.com.br,', '4,birch.co.uk,', '5,it@birch.co.uk,'),
    });
    expect(clientsOf(facts, 'tickets')).toEqual(['Acme Ltd', 'Acme Ltd', undefined, 'Birch & Sons', 'Birch & Sons']);
    expect(facts.clients.unmapped).toEqual([{ name: 'eve@acme.com.br', rows: 1, nearest: 'Acme Ltd' }]);
  });

  it('of the person finds the client where none is named, after the row’s own client and its ticket’s', async () => {
    const facts = await factsOf({
      'c.csv': list,
      't.csv': tickets('1,,Ann Lee <ann@acme.com>', '2,Birch & Sons,bob@acme.com', '3,,acme', '4,,x@gmail.com', '5,Nobody,ann@acme.com'),
      's.csv':
        'response_id,ticket_id,respondent,answer,scale_low,scale_high,answered_at\n1,2,ann@acme.com,5,1,5,2026-03-03 09:00\n2,,ann@acme.com,5,1,5,2026-03-03 09:00\n3,4,it@birch.co.uk,5,1,5,2026-03-03 09:00',
    });
    expect(clientsOf(facts, 'tickets')).toEqual(['Acme Ltd', 'Birch & Sons', null, null, undefined]);
    expect(clientsOf(facts, 'surveys')).toEqual(['Birch & Sons', 'Acme Ltd', 'Birch & Sons']);
  });

  it('finds the client by the settings’ aliases without a clients table too', async () => {
    const facts = await factsOf({ 't.csv': tickets('1,ann@acme.com,', '2,Acme Ltd,', '3,ann@other.com,', '4,,zoe@acme.com') }, { 'Acme Ltd': ['@acme.com'] });
    expect(clientsOf(facts, 'tickets')).toEqual(['Acme Ltd', 'Acme Ltd', 'ann@other.com', 'Acme Ltd']);
    expect(facts.clients.list.map(({ name }) => name)).toEqual(['Acme Ltd', 'ann@other.com']);
  });

  it('at a service for anybody names nobody, unless it is given whole', async () => {
    const aliases = { 'Acme Ltd': ['@gmail.com', 'ann@gmail.com'] };
    const facts = await factsOf({ 't.csv': tickets('1,Acme Ltd,', '2,,ann@gmail.com', '3,,bob@gmail.com') }, aliases);
    expect(clientsOf(facts, 'tickets')).toEqual(['Acme Ltd', 'Acme Ltd', null]);
    expect(clientIssues(facts, aliases).map(({ code, text }) => [code, text])).toEqual([['alias-free-mail', '@gmail.com']]);
  });

  it('is found in a text, and its domain in an alias', () => {
    expect(addressIn('"Lee, Ann" <Ann.Lee@Acme.com>')).toBe('ann.lee@acme.com');
    expect([addressIn('ann at acme'), addressIn('a@b'), addressIn('@acme.com'), addressIn('')]).toEqual([null, null, null, null]);
    expect([domainNamed('@Acme.com'), domainNamed('acme.co.uk'), domainNamed('Acme Ltd.'), domainNamed('v1.2'), domainNamed('a@acme.com')]).toEqual([
      'acme.com',
      'acme.co.uk',
      null,
      null,
      null,
    ]);
    expect(domainsOf('x@a.b.acme.com')).toEqual(['a.b.acme.com', 'b.acme.com', 'acme.com']);
  });
});

describe('a name that no client has', () => {
  it('is listed with its rows and the nearest client', async () => {
    const facts = await factsOf({ 'c.csv': list, 't.csv': tickets('1,ACME Limited (old),', '2,ACME Limited (old),', '3,Zebra Zoo,', '4,Brich & Sons,') });
    expect(clientIssues(facts, {}).map(({ code, text, detail }) => [code, text, detail])).toEqual([
      ['clients-unmapped', 'ACME Limited (old)', '2 rows; nearest: Acme Ltd'],
      ['clients-unmapped', 'Brich & Sons', '1 row; nearest: Birch & Sons'],
      ['clients-unmapped', 'Zebra Zoo', '1 row'],
    ]);
  });

  test.each([
    ['Acme', 'Acme Ltd'],
    ['Münster Druck GmbH', 'Munster Druck'],
    ['Dental, Alder', 'Alder Dental Practice'],
    ['Northgte Logistics', 'Northgate Logistics plc'],
    ['IT', null],
    ['Foxglove Vets', null],
    ['---', null],
    ['', null],
  ])('%s is nearest to %s', (name, nearest) => {
    expect(
      nearestAmong(['Acme Ltd', 'Munster Druck', 'Alder Dental Practice', 'Northgate Logistics plc', 'Foxglove Care Homes', 'IT Services', '–'])(name),
    ).toBe(nearest);
  });
});

describe('names that differ in nothing that tells firms apart', () => {
  test.each([
    ['Acme Ltd', 'ACME Limited'],
    ['Acme, S.A.', 'acme sa'],
    ['Café Noir', 'Cafe Noir Inc.'],
    ['The Oak Group', 'Oak Group'],
    ["O'Brien & Co", 'OBrien and Company'],
  ])('%s and %s', (one, other) => {
    expect(coreWords(one)).toEqual(coreWords(other));
  });

  test.each([
    ['Acme (Leeds)', 'Acme (York)'],
    ['Company Ltd', 'Limited'],
    ['株式会社青木', '株式会社赤木'],
  ])('but not %s and %s', (one, other) => {
    expect(coreWords(one)).not.toEqual(coreWords(other));
  });

  it('are proposed as lines of the settings and never merged', async () => {
    const files = { 't.csv': tickets('1,Acme Ltd,', '2,Acme Ltd,', '3,"ACME, Limited",', '4,Acmé Ltd.,', '5,Birch,', '6,Other GmbH,') };
    const facts = await factsOf(files);
    expect(facts.clients.list).toHaveLength(5);
    const [note, ...more] = clientIssues(facts, {});
    expect([note!.code, note!.text, note!.detail, more]).toEqual(['clients-similar', 'Acme Ltd', 'aliases: { Acme Ltd: ["ACME, Limited", Acmé Ltd.] }', []]);
    const { aliases } = parse(note!.detail) as { aliases: Record<string, string[]> };
    const merged = await factsOf(files, aliases);
    expect(merged.clients.list.map(({ name }) => name)).toEqual(['Acme Ltd', 'Birch', 'Other GmbH']);
    expect(clientIssues(merged, aliases)).toEqual([]);
  });

  it('are warned of also where only a blank tells them apart', async () => {
    const facts = await factsOf({ 't.csv': tickets('1,Alder Dental Ltd,', '2,Alder Dental Ltd,', '3,AlderDental,', '4,Alder Vets,') });
    expect(clientIssues(facts, {}).map((one) => [severityOf(one), one.code, one.detail])).toEqual([
      ['warning', 'clients-similar', 'aliases: { Alder Dental Ltd: [AlderDental] }'],
    ]);
  });

  it('keep the aliases that the settings have, and say nothing where a list says who the clients are', async () => {
    const aliases = { 'ACME Limited': ['Old Acme'] };
    const facts = await factsOf({ 't.csv': tickets('1,Acme Ltd,', '2,Acme Ltd,', '3,ACME Limited,') }, aliases);
    expect(clientIssues(facts, aliases).map(({ detail }) => detail)).toEqual(['aliases: { ACME Limited: [Old Acme, Acme Ltd] }']);
    const listed = await factsOf({ 'c.csv': 'client,name\nAcme Ltd,\nACME Limited,', 't.csv': tickets('1,Acme Ltd,') });
    expect(clientIssues(listed, {})).toEqual([]);
  });

  test.each(['Acme Ltd', 'a: b', 'x, y', '#1', '- a', 'no', '12', "O'Brien", 'a "b"', 'tab\tin', ' blank ', '[x]', 'ü & co', 'a #b', 'C:\\x', '*a', '~'])(
    'YAML reads %j as it is written',
    (text) => {
      expect(parse(`aliases: { ${yamlText(text)}: [${yamlText(text)}] }`)).toEqual({ aliases: { [text]: [text] } });
    },
  );
});

it('an alias for a client that nobody has is named', async () => {
  const idle = async (files: Files, aliases: Readonly<Record<string, readonly string[]>>) =>
    clientIssues(await factsOf(files, aliases), aliases).map(({ code, text }) => [code, text]);
  const rows = { 't.csv': tickets('1,Acme,') };
  expect(await idle(rows, { Acme: ['A'], Gone: ['G'] })).toEqual([['alias-unknown', 'Gone']]);
  expect(await idle(rows, { 'Acme Ltd': ['Acme'] })).toEqual([]);
  expect(await idle({ ...rows, 'c.csv': 'client,name\nAcme,\nBirch,' }, { Birch: ['B'], Gone: ['G'] })).toEqual([['alias-unknown', 'Gone']]);
});

it('thousands of names stay quick', () => {
  const words = [
    'Alder',
    'Birch',
    'Cedar',
    'Dental',
    'Logistics',
    'Partners',
    'Holdings',
    'Care',
    'Legal',
    'Systems',
    'North',
    'South',
    'Green',
    'Stone',
    'River',
  ];
  const name = (at: number) => `${words[at % 15]} ${words[(at * 7 + 3) % 15]} ${at.toString(36)} ${words[(at * 11 + 5) % 15]} Ltd`;
  const known = Array.from({ length: 2_000 }, (_, at) => name(at));
  const began = performance.now();
  const nearest = nearestAmong(known);
  const found = Array.from({ length: 5_000 }, (_, at) => nearest(name(at).replace('Ltd', 'Limited')));
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(found.slice(0, 2_000)).toEqual(known);
});
