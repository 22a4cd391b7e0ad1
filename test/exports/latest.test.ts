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
