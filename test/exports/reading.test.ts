import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../src/exports/file.ts';
import { exportsOf, factsFrom, fileOf, settingsWith } from '../workspace.ts';

const HEADER = ['ticket_id', 'client', 'opened_at', 'resolved_at', 'agent', 'category'];

type Row = readonly [id: string, client: string, opened: string, resolved: string, agent: string, category: string];

const plain = (cell: string) => !/[",;|\t\r\n]/.test(cell) && cell.trim() === cell;

function written(rows: readonly (readonly string[])[], delimiter: string, newline: string, quoteAll: boolean): string {
  const cell = (text: string) => (quoteAll || !plain(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(delimiter) + newline).join('');
}

async function ticketsIn(files: readonly ExportFile[]): Promise<readonly string[]> {
  const settings = settingsWith();
  const read = await exportsOf({ files, settings });
  const { tickets } = factsFrom(read, settings).tables;
  if (tickets === undefined) return [];
  return Array.from({ length: tickets.rows }, (_, row) => JSON.stringify(HEADER.map((field) => tickets.data.column(field)?.at(row) ?? null))).sort();
}

const text = fc
  .string({ unit: fc.constantFrom('a', 'B', 'é', 'Ж', ' ', '"', ',', ';', '\n', '|', '=', '<'), minLength: 1, maxLength: 12 })
  .filter((one) => one.trim() !== '');
const minute = fc.integer({ min: 0, max: 500_000 }).map((at) => new Date(Date.UTC(2025, 0, 6) + at * 60_000).toISOString().slice(0, 16).replace('T', ' '));
const rowsOf = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9999 }), text, minute, text, text), { selector: ([id]) => id, minLength: 1, maxLength: 12 })
  .map((rows) => rows.map(([id, client, opened, agent, category]): Row => [`T-${id}`, client, opened, '', agent, category]));

describe('a table written in any dialect reads back the same', () => {
  const reference = (rows: readonly Row[]) => ticketsIn([fileOf('t.csv', written([HEADER, ...rows], ',', '\n', true))]);

  it('delimiters, line ends, quoting and pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsOf,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 64 }),
        async (rows, delimiter, newline, quoteAll, piece) => {
          expect(await ticketsIn([fileOf('t.csv', written([HEADER, ...rows], delimiter, newline, quoteAll), piece)])).toEqual(await reference(rows));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('encodings', async () => {
    const rows: readonly Row[] = [
      ['T-1', 'Łódź Ж', '2025-03-03 09:00', '', 'Zoë', 'é'],
      ['T-2', 'B', '2025-03-04 09:00', '', 'x', 'y'],
    ];
    const source = written([HEADER, ...rows], ';', '\r\n', true);
    for (const encoding of ['utf8', 'utf-16le', 'utf-16be']) {
      expect(await ticketsIn([fileOf('t.csv', iconv.encode(source, encoding, { addBOM: true }), 7)]), encoding).toEqual(await reference(rows));
    }
    const western: readonly Row[] = [['T-1', 'Ana María', '2025-03-03 09:00', '', 'Zoë', '“é” €']];
    const bytes = iconv.encode(written([HEADER, ...western], ',', '\r\n', false), 'windows-1252');
    expect(await ticketsIn([fileOf('t.csv', bytes, 5)])).toEqual(await reference(western));
  });
});

describe('the order of things changes no fact', () => {
  it('files, rows and columns shuffled', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, fc.integer(), async (rows, seed) => {
        const random = (at: number) => Math.sin(seed + at * 7.3);
        const shuffled = [...rows]
          .map((row, at) => [random(at), row] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, row]) => row);
        const order = HEADER.map((_, at) => at).sort((a, b) => random(a + 50) - random(b + 50));
        const half = Math.floor(rows.length / 2);
        const part = (name: string, of: readonly Row[]) =>
          fileOf(
            name,
            written(
              [HEADER, ...of].map((row) => order.map((at) => row[at]!)),
              ',',
              '\n',
              false,
            ),
          );
        const split = of2(shuffled, half, part);
        expect(await ticketsIn(split)).toEqual(await ticketsIn([part('one.csv', rows)]));
      }),
      { numRuns: 40 },
    );
  });
});

function of2(rows: readonly Row[], half: number, part: (name: string, of: readonly Row[]) => ExportFile): readonly ExportFile[] {
  return [part('b.csv', rows.slice(0, half)), part('a.csv', rows.slice(half))];
}

describe('every row is accounted for', () => {
  it('read = used + duplicate + superseded + rejected + not data, whatever the bytes', { timeout: 180_000 }, async () => {
    const damaged = fc.tuple(rowsOf, fc.integer({ min: 0, max: 400 }), fc.constantFrom('"', '\n', ',', '\u0000', 'é', '')).map(([rows, at, dirt]) => {
      const good = written([HEADER, ...rows, ...rows.slice(0, 2)], ',', '\n', false);
      const from = HEADER.join(',').length + 1 + (at % Math.max(1, good.length - HEADER.join(',').length - 1));
      return good.slice(0, from) + dirt + good.slice(from + 1);
    });
    await fc.assert(
      fc.asyncProperty(damaged, async (content) => {
        const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith() });
        for (const file of read.files) expect(file.used + file.duplicate + file.superseded + file.rejected + file.notData).toBe(file.read);
        const refused = read.files.reduce((sum, file) => sum + file.rejected, 0);
        expect(read.issues.filter((one) => one.line !== null).length).toBeGreaterThanOrEqual(refused);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file that cannot be read says so', () => {
  it.each([
    ['', 'file-empty'],
    ['   \n\n', 'file-empty'],
    ['<!DOCTYPE html><html><body>Please log in</body></html>', 'file-not-csv'],
    ['PK\u0003\u0004 and so on', 'file-not-csv'],
    ['a,b,c\n1,2,3\n', 'file-unrecognised'],
  ])('%j', async (content, code) => {
    const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith() });
    expect(read.issues.map((one) => one.code)).toContain(code);
  });

  it('a column whose dates leave day and month open asks the settings', async () => {
    const content = 'ticket_id,client,opened_at,status,agent\n1,A,04/08/2025 09:00,open,x\n2,A,05/09/2025 10:00,open,x\n';
    const open = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith() });
    expect(open.issues.map((one) => [one.code, one.column])).toContainEqual(['order-unknown', 'opened_at']);
    const settled = settingsWith({ sources: [{ files: '*.csv', date_order: 'month-first' }] });
    const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settled });
    expect(read.issues).toEqual([]);
    expect(factsFrom(read, settled).tables.tickets!.data.column('opened_at')!.at(0)).toBe(Date.UTC(2025, 3, 8, 9));
  });
});
