import { describe, expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const read = (content: string, more = {}) => exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith(more) });

async function cells(content: string, table: 'tickets' | 'surveys', field: string): Promise<unknown[]> {
  const found = (await read(content)).tables.get(table)!;
  return Array.from({ length: found.rows }, (_, row) => found.columns.get(field)?.at(row));
}

describe('a header that stands several times', () => {
  const content = (rows: string) => `Issue key,Issue id,Custom field (Organizations),Labels,Custom field (Organizations),Labels\n${rows}`;

  it('gives its first filled cell', async () => {
    expect(await cells(content('A-1,1,Alder,,,\nA-2,2,,,Birch,\nA-3,3,Alder,,Birch,\nA-4,4, ,,,\n'), 'tickets', 'client')).toEqual([
      'Alder',
      'Birch',
      'Alder',
      null,
    ]);
  });

  it('gives all of them where every one counts', async () => {
    expect(await cells(content('A-1,1,,print,,office\nA-2,2,,,,office\nA-3,3,,,,\n'), 'tickets', 'tags')).toEqual(['print office', 'office', null]);
  });
});

describe('a header that a program has numbered because it stood several times', () => {
  it.each(['.', '_'])('counts under its own name, with %j before the number', async (mark) => {
    const content = `Issue key,Issue id,Custom field (Organizations),Labels,Custom field (Organizations)${mark}1,Labels${mark}1,Labels${mark}2\nA-1,1,,print,Birch,,office\n`;
    expect(await cells(content, 'tickets', 'client')).toEqual(['Birch']);
    expect(await cells(content, 'tickets', 'tags')).toEqual(['print office']);
  });

  it('does not where nothing else has the name', async () => {
    expect(await cells('Issue key,Issue id,Labels_1\nA-1,1,print\n', 'tickets', 'tags')).toEqual([undefined]);
  });
});

describe('words in brackets before a header', () => {
  it('change nothing', async () => {
    const rows = 'T20260424.0012,Jam,Alder,04/24/2026 09:05 AM\n';
    const bare = `Autotask Ticket Number (updates only),Title,Company,Create Date/Time\n${rows}`;
    const marked = `Autotask Ticket Number (updates only),[required] Title,[required if new]  Company,Create Date/Time\n${rows}`;
    expect(await cells(marked, 'tickets', 'client')).toEqual(['Alder']);
    expect(await cells(marked, 'tickets', 'opened_at')).toEqual(await cells(bare, 'tickets', 'opened_at'));
    expect((await read(marked)).files).toEqual((await read(bare)).files);
  });
});

describe('a zone in a header', () => {
  const ratings = (zone: string) => `Conversation ID,Updated at (${zone}),Conversation rating\n1,2026-04-24 12:00:00,5\n`;

  it.each([
    ['America/New_York', '2026-04-24T16:00:00.000Z'],
    ['Europe/Berlin', '2026-04-24T10:00:00.000Z'],
    ['Middle-earth', '2026-04-24T12:00:00.000Z'],
  ])('%s', async (zone, at) => {
    const [answered] = await cells(ratings(zone), 'surveys', 'answered_at');
    expect(new Date(answered as number).toISOString()).toBe(at);
  });
});

describe('quotes where the tool quotes nothing', () => {
  it('are text', async () => {
    const content = 'id\tSubject\tRequestors\tTold\n1\t"Open\tida@alder.example\t\n2\t"a" b\tmax@birch.example\t\n';
    expect(await cells(content, 'tickets', 'requester')).toEqual(['ida@alder.example', 'max@birch.example']);
    expect((await read(content)).issues).toEqual([]);
  });
});

describe('rows that no figure reads', () => {
  it('are counted as not data, with a note that names what is lacking', async () => {
    const found = await read('#,How was it?,Start Date (UTC),Submit Date (UTC)\na1,Fine,2026-04-24 12:00:00,2026-04-24 12:01:00\n');
    expect(found.files.map(({ read: rows, used, notData }) => [rows, used, notData])).toEqual([[1, 0, 1]]);
    expect(found.issues.map(({ code, detail }) => [code, detail])).toEqual([['rows-not-used', 'Typeform, responses, no column "*satisf*"']]);
  });

  it('are no note where others are read', async () => {
    const found = await read('#,How satisfied?,Start Date (UTC),Submit Date (UTC)\na1,Good,2026-04-24 12:00:00,2026-04-24 12:01:00\na2,,,\n');
    expect(found.files.map(({ read: rows, used, notData }) => [rows, used, notData])).toEqual([[2, 1, 1]]);
    expect(found.issues).toEqual([]);
  });
});
