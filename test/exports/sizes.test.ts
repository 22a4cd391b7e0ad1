import { describe, expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

const read = (name: string, content: string) => exportsOf({ files: [fileOf(name, content)], settings: settingsWith() });

describe('the facts of a large export', () => {
  it.each([
    ['quoted', `"${'x, y\n'.repeat(420_000)}"`],
    ['bare', 'x'.repeat(2_100_000)],
  ])('a cell of two megabytes, %s', async (_, cell) => {
    const found = await read('t.csv', `ticket_id,client,opened_at,subject,tags\nT-1,A,2026-03-02T10:00Z,${cell},print\nT-2,B,2026-03-02T11:00Z,short,mail\n`);
    const tickets = found.tables.get('tickets')!;
    expect(found.issues).toEqual([]);
    expect(['ticket_id', 'tags'].map((field) => [0, 1].map((row) => tickets.columns.get(field)!.at(row)))).toEqual([
      ['T-1', 'T-2'],
      ['print', 'mail'],
    ]);
  });

  it('a hundred thousand columns', { timeout: 180_000 }, async () => {
    const more = (word: string) => Array.from({ length: 100_000 }, (_, at) => `${word}${at}`).join(',');
    const header = 'Ticket ID,Initial response time,Resolution status,Created time,Company Name';
    const found = await read('t.csv', `${header},${more('Field ')}\n7,,Within SLA,2026-03-02 10:00:00,Alder,${more('v')}\n`);
    expect(found.files.map(({ format, used }) => [format, used])).toEqual([['freshdesk-tickets', 1]]);
    expect(found.tables.get('tickets')!.columns.get('client')!.at(0)).toBe('Alder');
  });
});
