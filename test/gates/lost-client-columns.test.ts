import { describe, expect, test } from 'vitest';
import { CLIENTS, found, madeOf, named, sheet, weekly, weekRows, type Exports } from './firm.ts';

/** A ticket export of Zendesk; its column of clients has any name. */
function zendesk(week: number, column = 'Organization', count = 30, clients: readonly string[] = CLIENTS): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const day = `2026-0${1 + Math.floor(week / 4)}-${String(5 + 7 * (week % 4) + (at % 5)).padStart(2, '0')}`;
    return `${1000 * (week + 1) + at},1,e-1,${day} 09:00,${day} 11:00,closed,${clients.length === 0 ? '' : clients[at % clients.length]!}`;
  });
  return `Id,Summation column,Requester external id,Created at,Solved at,Status,${column}\n${rows.join('\n')}\n`;
}

const old: Exports = { 'zendesk-old.csv': zendesk(0) };
const both: Exports = { ...old, 'zendesk-new.csv': zendesk(5) };
const columns = (findings: ReturnType<typeof found>) => findings.filter(({ gate }) => gate === 'lost_column');
const foundAfter = async (before: Exports, now: Exports, raw = {}) => {
  const published = await madeOf(before, raw);
  return columns(found(await madeOf(now, raw, published), published));
};

describe('a file without clients beside others that have them', () => {
  test('holds where it is new and every earlier file of its kind gave them', async () => {
    const [one, ...others] = await foundAfter(old, { ...old, 'zendesk-new.csv': zendesk(5, 'Organisation') });
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'column-lost:zendesk-new.csv-client', grade: 'hold', about: 'zendesk-new.csv, column client', was: 30, is: 0 });
    expect(one!.says).toBe(
      'none of its 30 rows of tickets has a client, so that no client counts them; in the published report 30 rows of 30 rows of its kind had one',
    );
    expect(one!.advice).toContain('- { files: "zendesk-new.csv", columns: { client: "its name" } }');
  });

  test('holds where the same file had them in the published report', async () => {
    const [one, ...others] = await foundAfter(both, { ...old, 'zendesk-new.csv': zendesk(5, 'Organisation') });
    expect(others).toEqual([]);
    expect(one!.says).toContain('in the published report 30 rows of 30 rows of the file had one');
  });

  test('is told of once where no file gives clients any more', async () => {
    expect(named(await foundAfter(old, { 'zendesk-old.csv': zendesk(0, 'Organisation'), 'zendesk-new.csv': zendesk(5, 'Organisation') }))).toEqual([
      'column-lost:tickets.client hold',
    ]);
  });

  test('is none where a setting names the column or the client', async () => {
    const renamed = { ...old, 'zendesk-new.csv': zendesk(5, 'Organisation') };
    const files = 'zendesk-new.csv';
    expect(await foundAfter(old, renamed, { sources: [{ files, columns: { client: 'Organisation' } }] })).toEqual([]);
    expect(await foundAfter(old, renamed, { sources: [{ files, client: 'Ash' }] })).toEqual([]);
  });

  test('is none for a new tool, for a kind that had come without, nor for so few rows that none has by chance', async () => {
    const other = { ...weekly(3), 'zendesk-new.csv': zendesk(5, 'Organisation') };
    expect(await foundAfter(weekly(3), other)).toEqual([]);
    const without = { ...old, 'zendesk-inner.csv': zendesk(3, 'Organization', 30, []) };
    expect(await foundAfter(without, { ...without, 'zendesk-inner-2.csv': zendesk(4, 'Organization', 30, []) })).toEqual([]);
    const few = (count: number) => foundAfter(old, { ...old, 'zendesk-new.csv': zendesk(5, 'Organization', count, []) });
    expect([(await few(2)).length, (await few(3)).length]).toEqual([0, 1]);
  });

  test('is none at a first build, nor where traces of an older version tell no formats, and the settings grade it', async () => {
    const renamed = { ...old, 'zendesk-new.csv': zendesk(5, 'Organisation') };
    expect(columns(found(await madeOf(renamed), null))).toEqual([]);
    const published = await madeOf(old);
    const files = published.gated.traces.files.map(({ file, table, rows, newest, keys, fields }) => ({ file, table, rows, newest, keys, fields: fields! }));
    const older = { ...published, gated: { ...published.gated, traces: { ...published.gated.traces, files } } };
    expect(columns(found(await madeOf(renamed, {}, older), older))).toEqual([]);
    expect(named(await foundAfter(old, renamed, { gates: { lost_column: 'warn' } }))).toEqual(['column-lost:zendesk-new.csv-client warn']);
  });

  test('is none beside another export of which the settings make the same format', async () => {
    const mapped = (at: number, head: string) => sheet(weekRows(at)).replace('ticket_id,client', `number,${head}`);
    const columns = { ticket_id: 'number', opened_at: 'opened_at' };
    const sources = [
      { headers: ['firm'], table: 'tickets', columns: { ...columns, client: 'firm' } },
      { headers: ['number'], table: 'tickets', columns },
    ];
    const before = { 'desk-1.csv': mapped(0, 'firm') };
    expect(await foundAfter(before, { ...before, 'york.csv': mapped(1, 'note') }, { sources })).toEqual([]);
  });
});
