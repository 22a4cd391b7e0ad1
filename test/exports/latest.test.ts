import { describe, expect, it } from 'vitest';
import { aheadOf } from '../../src/exports/latest.ts';
import { exportsOf, factsFrom, fileOf, settingsWith } from '../workspace.ts';

const DAY = 86_400_000;
const late = (day: number, line: number) => ({ at: day * DAY, line, column: 'x', file: 'a.csv' });

describe('aheadOf', () => {
  it('names one to three rows that lie far after all others', () => {
    expect(aheadOf([late(900, 4), late(900, 4), late(100, 2), late(99, 1)]).map(({ line }) => line)).toEqual([4, 4]);
    expect(aheadOf([late(902, 4), late(901, 5), late(900, 6), late(100, 2)])).toHaveLength(3);
  });

  it('takes more rows, smaller gaps and single rows as they are', () => {
    expect(aheadOf([late(903, 3), late(902, 4), late(901, 5), late(900, 6), late(100, 2)])).toEqual([]);
    expect(aheadOf([late(159, 3), late(100, 2)])).toEqual([]);
    expect(aheadOf([late(159, 3)])).toEqual([]);
    expect(aheadOf([])).toEqual([]);
  });
});

it('a wrong year does not decide how far the data reach', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `${at},A,2026-03-${String(at + 1).padStart(2, '0')} 09:00,open,x`);
  const settings = settingsWith();
  const read = await exportsOf({
    files: [fileOf('t.csv', ['ticket_id,client,opened_at,status,agent', ...rows, '99,A,2062-03-05 09:00,open,x', ''].join('\n'))],
    settings,
  });
  expect(read.issues.map(({ code, line, column, text }) => [code, line, column, text])).toEqual([['instant-ahead', 22, 'opened_at', '2062-03-05']]);
  expect(new Date(factsFrom(read, settings).newest).toISOString()).toBe('2026-03-20T09:00:00.000Z');
});

describe('a workspace of appointments alone', () => {
  const HEAD = 'appointment_id,client,window_start,window_end,arrived_at,cancelled_at\n';
  const newest = async (rows: string) => {
    const settings = settingsWith();
    const read = await exportsOf({ files: [fileOf('visits.csv', `${HEAD}${rows}`)], settings });
    expect(read.issues).toEqual([]);
    return [read.files[0]!.oldest, factsFrom(read, settings).newest].map((at) => (Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 16)));
  };

  it('reaches as far as the last arrival or cancellation, whatever is planned', async () => {
    const came = '1,A,2026-03-02 09:00,2026-03-02 11:00,2026-03-02 09:40,\n';
    const planned = '2,A,2026-09-02 09:00,2026-09-02 11:00,,\n';
    expect(await newest(`${came}${planned}`)).toEqual(['2026-03-02T09:40', '2026-03-02T09:40']);
    expect(await newest(`${came}3,A,2026-03-09 09:00,2026-03-09 11:00,,2026-03-04 16:00\n`)).toEqual(['2026-03-02T09:40', '2026-03-04T16:00']);
  });

  it('has no day where none was visited', async () => {
    expect(await newest('2,A,2026-09-02 09:00,2026-09-02 11:00,,\n')).toEqual([null, null]);
  });
});
